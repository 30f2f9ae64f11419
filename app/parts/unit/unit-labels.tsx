"use client";
/** What a screen says of a unit: its status, its duty, how its place is known. */
import {
  CircleDashed,
  CircleHelp,
  Home,
  LocateFixed,
  LocateOff,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Sighting } from "@/domain/unit/nearest";
import type { Unit } from "@/domain/unit/schema";
import { statedBeside } from "@/domain/unit/stated";
import type { UnitStatus } from "@/domain/vocabulary";
import { useFormats } from "../../i18n/format";
import { useUnitStatus } from "../../live/hooks/use-related";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";

/** Shape before colour: free is a ring, at work is filled, out of service is struck through. */
const marks: Record<UnitStatus, string> = {
  available: "border-2 border-ink-2",
  assigned: "bg-[linear-gradient(90deg,var(--ink-2)_50%,transparent_50%)] border-2 border-ink-2",
  en_route: "bg-ink-2",
  on_scene: "bg-ink-1 ring-2 ring-ink-3",
  busy: "bg-ink-3",
  out_of_service: "border-2 border-dashed border-ink-3",
};

/** A status as a shape and a word. */
export function StatusWord({ status, className }: { status: UnitStatus; className?: string }) {
  const t = useTranslations("unitStatus");
  return (
    <span
      data-testid="unit-status"
      data-status={status}
      className={classes(
        "inline-flex items-center gap-1.5 whitespace-nowrap",
        status === "out_of_service" && "text-ink-3",
        className,
      )}
    >
      <span aria-hidden className={classes("size-2.5 shrink-0 rounded-full", marks[status])} />
      {t(status)}
    </span>
  );
}

/** What its crew set by hand, where that says otherwise than its tasks; out of service is a warning. */
export function StatedBeside({ unit, className }: { unit: Unit; className?: string }) {
  const t = useTranslations("unit");
  const statuses = useTranslations("unitStatus");
  const stated = statedBeside(unit, useUnitStatus(unit));
  if (!stated) return null;
  const warns = stated === "out_of_service";
  return (
    <span
      data-testid="unit-stated"
      data-stated={stated}
      title={t("asSet", { status: statuses(stated) })}
      className={classes(
        "inline-flex items-center gap-1 whitespace-nowrap",
        warns ? "font-semibold text-clock-alarm" : "text-ink-2",
        className,
      )}
    >
      {warns ? <TriangleAlert size={13} aria-hidden className="shrink-0" /> : null}
      {statuses(stated)}
    </span>
  );
}

/** The status of an own unit as its live tasks make it, and what its crew set beside it. */
export function UnitStatusWord({ unit, className }: { unit: Unit; className?: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <StatusWord status={useUnitStatus(unit)} className={className} />
      <StatedBeside unit={unit} />
    </span>
  );
}

function Duty({ unit, form, className }: { unit: Unit; form: "onDuty" | "dutySince"; className?: string }) {
  const t = useTranslations("unit");
  const { moment } = useFormats();
  const now = useNow(60_000);
  return unit.duty ? (
    <span className={classes("whitespace-nowrap", className)}>
      {t(form, { time: moment(unit.duty.since, now) })}
    </span>
  ) : (
    <span className={classes("inline-flex items-center gap-1 whitespace-nowrap text-ink-2", className)}>
      <CircleDashed size={13} aria-hidden className="shrink-0" />
      {t("offDuty")}
    </span>
  );
}

/** Whether its crew is on duty, and since when. */
export const DutyWord = ({ unit }: { unit: Unit }) => <Duty unit={unit} form="onDuty" />;
/** The same for a column that says what it is about. */
export const DutySince = ({ unit }: { unit: Unit }) => <Duty unit={unit} form="dutySince" />;

type WordKey = "fresh" | "stale" | "lost" | "base" | "nothing";
const sightingIcons: Record<WordKey, LucideIcon> = {
  fresh: LocateFixed,
  stale: LocateFixed,
  lost: LocateOff,
  base: Home,
  nothing: CircleHelp,
};

function SightingText({ sighting, form, className }: SightingProps & { form: "seen" | "short" }) {
  const t = useTranslations("unit");
  const { age } = useFormats();
  const key: WordKey = sighting.by === "position" ? sighting.freshness : sighting.by;
  const ageMs = sighting.by === "position" ? sighting.ageMs : 0;
  const Icon = sightingIcons[key];
  const old = key === "stale" || key === "lost";
  return (
    <span
      data-freshness={key}
      className={classes("inline-flex items-center gap-1", old && "font-semibold text-stale", className)}
    >
      <Icon size={13} aria-hidden className="shrink-0" />
      {t(`${form}.${key}`, { age: age(0, ageMs), seconds: Math.floor(ageMs / 1_000) })}
    </span>
  );
}

type SightingProps = { sighting: Sighting; className?: string };

/** How its place is known, with the age of the position in words. */
export const SightingWord = (props: SightingProps) => <SightingText {...props} form="seen" />;
/** The same for a column that says what it is about. */
export const SightingShort = (props: SightingProps) => (
  <SightingText {...props} form="short" className={classes("min-w-0 whitespace-nowrap", props.className)} />
);

/** Kilometres, with one decimal below ten. */
export function useDistance(): (metres: number | undefined) => string {
  const t = useTranslations("unit");
  return (metres) => {
    if (metres === undefined) return "–";
    const km = metres / 1_000;
    return t("km", { km: km < 10 ? km.toFixed(1) : Math.round(km).toString() });
  };
}
