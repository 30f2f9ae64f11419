"use client";
/** A unit as people name it: whose it is, what it is, its callsign. */
import { useTranslations } from "use-intl";
import type { Country, UnitKind } from "@/domain/vocabulary";
import { glyphOfUnit, glyphPath } from "../../map/symbols/catalogue";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";

export function UnitGlyph({ kind, className }: { kind: UnitKind; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classes("size-[1.1em] shrink-0", className)}
    >
      <path d={glyphPath(glyphOfUnit[kind])} />
    </svg>
  );
}

type Props = { country: Country; callsign: string; kind: UnitKind; className?: string };

export function UnitMark({ country, callsign, kind, className }: Props) {
  const t = useTranslations("unitKind");
  return (
    <span className={classes("inline-flex min-w-0 items-center gap-[0.5em]", className)}>
      <CountryPlate country={country} className="text-plate" />
      <UnitGlyph kind={kind} className="text-ink-2" />
      <span className="sr-only">{t(kind)}</span>
      <b className="truncate font-semibold">{callsign}</b>
    </span>
  );
}
