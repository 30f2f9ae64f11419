"use client";
/** The own unit: its status, its duty, the centre's telephone, sounds. */
import { Volume2, VolumeX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { statusFromTasks } from "@/domain/task/machine";
import type { Unit } from "@/domain/unit/schema";
import { useSendCommand } from "../../act/send-command";
import { useSendingText } from "../../act/sending";
import { useFormats } from "../../i18n/format";
import { usePending } from "../../live/hooks/use-commands";
import { useNow } from "../../live/ticker";
import { useSound } from "../../parts/alert/sound";
import { UnitMark } from "../../parts/unit/unit-mark";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/sheet";
import { ToggleGroup } from "../../ui/toggle";
import { CallCentre, useCentre } from "./call";
import { DutyButton } from "./duty";
import { useMyTasks, useMyUnit } from "./use-unit";

const statuses = ["available", "busy", "out_of_service"] as const;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h3 className="text-field-body font-semibold text-ink-2">{title}</h3>
      {children}
    </section>
  );
}

function Status({ unit }: { unit: Unit }) {
  const t = useTranslations("myUnit");
  const names = useTranslations("unitStatus");
  const send = useSendCommand();
  const sendingText = useSendingText();
  const derived = statusFromTasks(useMyTasks());
  const pending = usePending(unit.id).find(({ type }) => type === "unit.status");
  return (
    <Part title={t("status")}>
      <ToggleGroup
        label={t("status")}
        value={statuses.find((status) => status === unit.status) ?? ""}
        onChange={(status) => {
          if (!pending) void send("unit.status", unit.id, { status });
        }}
        className="grid grid-cols-3 gap-2"
        itemClassName="min-h-14 px-1 text-center text-field-body leading-tight border-line-strong text-ink-1"
        choices={statuses.map((value) => ({ value, label: names(value) }))}
      />
      <p className="text-field-body text-ink-2" role="status">
        {sendingText(pending) ?? (derived ? t("byTasks", { status: names(derived) }) : null)}
      </p>
    </Part>
  );
}

function Duty({ unit }: { unit: Unit }) {
  const t = useTranslations("myUnit");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { duty } = unit;
  return (
    <Part title={t("duty")}>
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1">
          <b className="block text-field-lead leading-tight font-semibold">
            {duty ? t("onDuty", { time: moment(duty.since, now) }) : t("offDuty")}
          </b>
          <span className="block text-field-detail leading-tight text-ink-2">
            {t(duty ? "onDutyText" : "offDutyText")}
          </span>
        </p>
        <DutyButton unit={unit} />
      </div>
    </Part>
  );
}

function Sounds() {
  const t = useTranslations("myUnit");
  const { on, toggle } = useSound();
  const Icon = on ? Volume2 : VolumeX;
  return (
    <Part title={t("sound")}>
      <div className="flex items-center gap-3">
        <Icon size={20} aria-hidden className="shrink-0" />
        <b className="flex-1 text-field-lead font-semibold">{t(on ? "soundOn" : "soundOff")}</b>
        <Button className="min-h-12 px-4 text-field-body" onClick={toggle}>
          {t(on ? "turnOff" : "turnOn")}
        </Button>
      </div>
    </Part>
  );
}

function Contact() {
  const t = useTranslations("myUnit");
  const { telephone } = useCentre();
  return (
    <Part title={t("contact")}>
      {telephone ? (
        <>
          <CallCentre className="min-h-14 text-field-lead" />
          <p className="text-center text-field-body text-ink-2">{telephone}</p>
        </>
      ) : (
        <p className="text-field-body text-ink-2">{t("noTelephone")}</p>
      )}
    </Part>
  );
}

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export function UnitSheet({ open, onOpenChange }: Props) {
  const t = useTranslations("myUnit");
  const unit = useMyUnit();
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t("title")}>
      <div className="grid gap-6">
        {unit ? (
          <>
            <UnitMark
              country={unit.country}
              callsign={unit.callsign}
              kind={unit.kind}
              className="text-field-title"
            />
            <Duty unit={unit} />
            <Status unit={unit} />
          </>
        ) : (
          <p>{t("none")}</p>
        )}
        <Contact />
        <Sounds />
      </div>
    </Sheet>
  );
}
