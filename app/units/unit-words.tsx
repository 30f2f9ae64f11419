"use client";
/** What a screen says of a unit: its status, its duty, how its place is known. */
import { CircleDashed, CircleHelp, Home, LocateFixed, LocateOff } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Unit } from "@/domain/unit/schema";
import type { UnitStatus } from "@/domain/vocabulary";
import { useFormats } from "../i18n/format";
import { useNow } from "../live/clock";
import { useUnitStatus } from "../live/response-hooks";
import { classes } from "../ui/classes";
import type { Sighting } from "./nearest";

/** Shape before colour: free is a ring, at work is filled, out of service is struck through. */
const marks: Record<UnitStatus, string> = {
  available: "border-2 border-ink-2",
  assigned: "bg-[linear-gradient(90deg,var(--ink-2)_50%,transparent_50%)] border-2 border-ink-2",
  en_route: "bg-ink-2",
  on_scene: "bg-ink-1 ring-2 ring-ink-3",
  busy: "bg-ink-3",
  out_of_service: "border-2 border-dashed border-ink-3",
};

/** The status as its live tasks make it. */
export function UnitStatusWord({ unit, className }: { unit: Unit; className?: string }) {
  const t = useTranslations("unitStatus");
  const status = useUnitStatus(unit);
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

/** Whether its crew is on duty, and since when. */
export function DutyWord({ unit, className }: { unit: Unit; className?: string }) {
  const t = useTranslations("unit");
  const { moment } = useFormats();
  const now = useNow(60_000);
  return unit.duty ? (
    <span className={className}>{t("onDuty", { time: moment(unit.duty.since, now) })}</span>
  ) : (
    <span className={classes("inline-flex items-center gap-1 font-semibold text-ink-2", className)}>
      <CircleDashed size={13} aria-hidden className="shrink-0" />
      {t("offDuty")}
    </span>
  );
}

function useSightingText(): (sighting: Sighting) => string {
  const t = useTranslations("unit");
  const { age } = useFormats();
  return (sighting) => {
    if (sighting.by === "base") return t("atBase");
    if (sighting.by === "nothing") return t("noPlace");
    const { freshness, ageMs } = sighting;
    if (freshness === "fresh") return t("fresh", { count: Math.floor(ageMs / 1_000) });
    return t(freshness, { age: age(0, ageMs) });
  };
}

/** How its place is known, with the age of the position in words. */
export function SightingWord({ sighting, className }: { sighting: Sighting; className?: string }) {
  const text = useSightingText()(sighting);
  const freshness = sighting.by === "position" ? sighting.freshness : sighting.by;
  const Icon = { fresh: LocateFixed, stale: LocateFixed, lost: LocateOff, base: Home, nothing: CircleHelp }[
    freshness
  ];
  const old = freshness === "stale" || freshness === "lost";
  return (
    <span
      data-freshness={freshness}
      className={classes("inline-flex items-center gap-1", old && "font-semibold text-stale", className)}
    >
      <Icon size={13} aria-hidden className="shrink-0" />
      {text}
    </span>
  );
}

/** Kilometres, with one decimal below ten. */
export function useDistance(): (metres: number | undefined) => string {
  const t = useTranslations("unit");
  return (metres) => {
    if (metres === undefined) return "–";
    const km = metres / 1_000;
    return t("km", { km: km < 10 ? km.toFixed(1) : Math.round(km).toString() });
  };
}
