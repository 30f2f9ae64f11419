"use client";
/** Chooses an own unit, nearest available first. It suggests an order and never chooses by itself. */
import { RadioGroup } from "radix-ui";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { LngLat } from "@/domain/geo";
import { isChoosable, metresTo, nearestFirst, sightingOf } from "@/domain/unit/nearest";
import { clockTime } from "../../i18n/format";
import { useListing } from "../../live/hooks/use-listing";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { Empty } from "../../ui/empty";
import { unitsByCallsign } from "./listings";
import { UnitPickerRow } from "./unit-picker-row";
import { type Seen, useSeen } from "./use-seen";

/** More than anybody reads; the rest is behind one button. */
const inSight = 25;

/** The order is fixed while somebody chooses, so that no row moves away under a finger. */
function useOrder(place: LngLat, seen: Seen, except: string | undefined): readonly string[] {
  const { client, user } = useLive();
  const ids = useListing(unitsByCallsign[user.country]);
  const { lng, lat } = place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer position does not move a row
  return useMemo(() => {
    const candidates = ids.flatMap((id) => {
      const unit = client.store.get("units", id);
      if (!unit || id === except) return [];
      const metres = metresTo({ lng, lat }, sightingOf(unit, seen.positions.get(id), seen.now));
      return [{ unit, status: client.store.unitStatusOf(unit), metres }];
    });
    return nearestFirst(candidates).map(({ unit }) => unit.id);
  }, [client.store, ids, lng, lat, except]);
}

/** Digits choose; Enter chooses the row it is on, and on the chosen row it sends the form. */
function useKeys(order: readonly string[], value: string | undefined, onChange: (id: string) => void) {
  const { store } = useLive().client;
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = /^[1-9]$/.test(event.key) ? order[Number(event.key) - 1] : undefined;
    const unit = digit ? store.get("units", digit) : undefined;
    if (digit && unit && isChoosable(unit)) {
      event.preventDefault();
      onChange(digit);
      event.currentTarget.querySelector<HTMLElement>(`[value="${CSS.escape(digit)}"]`)?.focus();
    }
    const on =
      event.target instanceof HTMLButtonElement && event.target.role === "radio" ? event.target : null;
    if (event.key !== "Enter" || !on) return;
    event.preventDefault();
    if (on.value === value) on.closest("form")?.requestSubmit();
    else onChange(on.value);
  };
}

type Props = {
  /** Where the unit is needed. */
  place: LngLat;
  value: string | undefined;
  onChange: (unitId: string) => void;
  /** A unit that is not offered: the one the task is taken from. */
  except?: string;
};

export function UnitPicker({ place, value, onChange, except }: Props) {
  const t = useTranslations("unit");
  const seen = useSeen();
  const order = useOrder(place, seen, except);
  const [all, showAll] = useState(false);
  const onKeys = useKeys(order, value, onChange);
  if (order.length === 0) return <Empty>{t("none", { time: clockTime(seen.now) })}</Empty>;
  const shown = all ? order : order.slice(0, inSight);
  return (
    <div className="min-w-0">
      <p className="mb-1 text-desk-note text-ink-2">{t("nearest")}</p>
      <RadioGroup.Root
        aria-label={t("choose")}
        value={value ?? ""}
        onValueChange={onChange}
        onKeyDownCapture={onKeys}
        data-testid="unit-picker"
        className="grid max-h-[min(296px,38dvh)] gap-1 overflow-y-auto"
      >
        {shown.map((id, index) => (
          <UnitPickerRow
            key={id}
            id={id}
            place={place}
            seen={seen}
            number={index < 9 ? index + 1 : undefined}
          />
        ))}
      </RadioGroup.Root>
      {order.length > shown.length ? (
        <Button size="small" look="quiet" className="mt-1" onClick={() => showAll(true)}>
          {t("more", { count: order.length - shown.length })}
        </Button>
      ) : null}
    </div>
  );
}
