"use client";
/** One unit to choose: what it is, what it does, how far it is, how its place is known. */
import { RadioGroup } from "radix-ui";
import { useTranslations } from "use-intl";
import type { LngLat } from "@/domain/geo";
import { isChoosable, metresTo, sightingOf } from "@/domain/unit/nearest";
import { useEntity } from "../../live/hooks/use-entity";
import { DutyWord, SightingWord, UnitStatusWord, useDistance } from "./unit-labels";
import { UnitGlyph } from "./unit-mark";
import type { Seen } from "./use-seen";

/** `number`: the digit that chooses it. */
type Props = { id: string; place: LngLat; number: number | undefined; seen: Seen };

export function UnitPickerRow({ id, place, number, seen }: Props) {
  const t = useTranslations("unit");
  const kind = useTranslations("unitKind");
  const distance = useDistance();
  const unit = useEntity("units", id);
  if (!unit) return null;
  const choosable = isChoosable(unit);
  const sighting = sightingOf(unit, seen.positions.get(id), seen.now);
  return (
    <RadioGroup.Item
      value={id}
      disabled={!choosable}
      data-callsign={unit.callsign}
      className="group flex w-full items-center gap-3 rounded-2 border border-line px-2.5 py-1.5 text-left -outline-offset-2 hover:bg-surface-2 disabled:cursor-not-allowed disabled:border-dashed disabled:text-ink-3 data-[state=checked]:border-ink-1 data-[state=checked]:bg-surface-3"
    >
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded-full border border-line-strong group-data-[state=checked]:border-ink-1"
      >
        <RadioGroup.Indicator className="size-2.5 rounded-full bg-ink-1" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2.5">
          <span className="inline-flex items-center gap-1.5 text-desk-row">
            <UnitGlyph kind={unit.kind} className="text-ink-2" />
            <span className="sr-only">{kind(unit.kind)}</span>
            <b className="font-semibold">{unit.callsign}</b>
          </span>
          <UnitStatusWord unit={unit} />
          <b className="ml-auto font-semibold whitespace-nowrap">{distance(metresTo(place, sighting))}</b>
        </span>
        <span className="flex flex-wrap items-center gap-x-2.5 text-desk-note text-ink-2">
          <SightingWord sighting={sighting} />
          <DutyWord unit={unit} />
          {choosable ? null : <span>{t("notChoosable")}</span>}
        </span>
      </span>
      {number === undefined ? null : <kbd aria-hidden>{number}</kbd>}
    </RadioGroup.Item>
  );
}
