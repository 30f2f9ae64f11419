"use client";
/** Alarms of a desk: what ran out, for what, since when, and the one press by which a named desk acknowledges it. */
import { BellRing } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Alarm } from "@/domain/clock/alarms";
import { isIncident } from "@/domain/incident/schema";
import { useAlarms } from "../../live/hooks/use-alarms";
import { useIncident } from "../../live/hooks/use-entity";
import { Button } from "../../ui/button";
import { AcknowledgeAlarm } from "./clock-actions";
import { Countdown } from "./countdown";

function Words({ alarm: { clock, escalated } }: { alarm: Alarm }) {
  const t = useTranslations("alarm");
  const kinds = useTranslations("clock");
  const kind = useTranslations("kind");
  const incident = useIncident(clock.incidentId);
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-3 text-desk-body">
      <b className="font-bold">
        {/* A refusal has not run out: it stands until another crew is sent. */}
        {clock.kind === "task-declined"
          ? kinds(`kind.${clock.kind}`)
          : t("ranOut", { what: kinds(`kind.${clock.kind}`) })}
      </b>
      {isIncident(incident) ? (
        <span className="truncate">
          {incident.ref} · {kind(incident.kind)}
        </span>
      ) : null}
      {escalated ? <span className="font-semibold">{t("escalated")}</span> : null}
    </p>
  );
}

export function AlarmStrip({ onOpen }: { onOpen: (incidentId: string) => void }) {
  const t = useTranslations("alarm");
  const alarms = useAlarms().filter(({ audible }) => audible);
  const [first] = alarms;
  return (
    <section aria-label={t("label")} aria-live="polite" className="shrink-0">
      {first ? (
        <div
          data-testid="alarm-strip"
          className="grid min-h-11 grid-cols-[auto_minmax(0,1fr)_auto_auto_auto] items-center gap-3.5 bg-alarm-fill px-4 py-1.5 text-on-danger"
        >
          <b className="flex items-center gap-2 text-desk-body font-bold whitespace-nowrap">
            <BellRing size={17} aria-hidden /> {t("count", { count: alarms.length })}
          </b>
          <Words alarm={first} />
          <Countdown clock={first.clock} className="text-desk-title text-on-danger" />
          <AcknowledgeAlarm
            clock={first.clock}
            className="border-on-danger bg-on-danger text-danger hover:bg-on-danger-quiet"
          />
          <Button
            size="small"
            className="border-on-danger text-on-danger hover:bg-danger"
            onClick={() => onOpen(first.clock.incidentId)}
          >
            {t("show")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
