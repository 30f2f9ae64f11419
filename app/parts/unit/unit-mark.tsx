"use client";
/** A unit: whose it is, what kind it is, its callsign. */
import { useTranslations } from "use-intl";
import type { Country, UnitKind } from "@/domain/vocabulary";
import { glyphOfUnit, glyphPath } from "../../map/symbols/catalogue";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { Glyph } from "../../ui/glyph";

export const UnitGlyph = ({ kind, className }: { kind: UnitKind; className?: string }) => (
  <Glyph path={glyphPath(glyphOfUnit[kind])} className={classes("size-[1.1em]", className)} />
);

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
