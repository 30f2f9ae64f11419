"use client";
/** The unit, its status, and the state of the connection. */
import { CircleCheck, RefreshCw, Settings2, Unplug } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Unit } from "@/domain/unit/schema";
import { useConnection } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { useUnitStatus } from "../../live/hooks/use-related";
import { useExercise } from "../../live/mode";
import { UserMenu } from "../../parts/account/user-menu";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { ExerciseMark } from "../../ui/exercise";
import { useMyUnit } from "./use-unit";

function ConnectionState() {
  const t = useTranslations("fieldScreen");
  const bar = useTranslations("bar");
  const connection = useConnection();
  const live = connection.name === "live";
  const waiting = connection.name === "connecting" || connection.name === "catching-up";
  const Icon = live ? CircleCheck : waiting ? RefreshCw : Unplug;
  const tone = live ? "text-live" : waiting ? "text-catching" : "text-down";
  const text = live ? t("live") : waiting ? bar("connecting") : t("noConnection");
  return (
    <output
      data-testid="connection"
      data-state={connection.name}
      className={classes(
        "flex min-w-0 items-center gap-1 text-field-detail leading-tight font-semibold",
        tone,
      )}
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      <span className="line-clamp-2">{text}</span>
    </output>
  );
}

function Status({ unit }: { unit: Unit }) {
  const t = useTranslations("unitStatus");
  const my = useTranslations("myUnit");
  const status = useUnitStatus(unit);
  return (
    <span
      data-testid="unit-status"
      data-status={status}
      className="block truncate text-field-note leading-tight text-ink-2"
    >
      {unit.duty ? t(status) : my("offDuty")}
    </span>
  );
}

export function FieldBar() {
  const user = useUser();
  const bar = useTranslations("bar");
  const exercise = useExercise();
  const unit = useMyUnit();
  return (
    <header className="flex min-h-14 items-center gap-2 border-b bg-surface-1 pl-4">
      <CountryPlate country={user.country} className="text-field-detail" />
      <div className="max-w-[38%] shrink-0">
        <b className="block truncate text-field-lead leading-tight font-bold">
          {unit?.callsign ?? user.desk}
        </b>
        {unit ? <Status unit={unit} /> : null}
      </div>
      {exercise ? <ExerciseMark className="text-field-note" /> : null}
      <span className="flex-1" />
      <ConnectionState />
      <UserMenu>
        <Button look="quiet" aria-label={bar("user")} className="size-12 shrink-0 p-0">
          <Settings2 size={19} aria-hidden />
        </Button>
      </UserMenu>
    </header>
  );
}
