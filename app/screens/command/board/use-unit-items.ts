"use client";
/** The units of the board: the own ones that pass the filter, and the partner's with a live joint task. */
import { useMemo } from "react";
import { compareText } from "@/domain/order";
import { isLiveTask } from "@/domain/task/machine";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { useListing } from "../../../live/hooks/use-listing";
import { useLive } from "../../../live/hooks/use-live";
import type { LiveStore } from "../../../live/store/store";
import { type ListingOptions, unitsOfTask } from "../../../live/views/listing";
import { ownUnits } from "../../../parts/unit/listings";

/** Which of the own units are listed. */
export type UnitFilter = { onDuty: boolean; available: boolean };
/** The own units, then the partner's under a head of their own. */
export type UnitItem = { type: "own" | "partner" | "head"; key: string };

export const onDutyListing: Record<Country, ListingOptions<"units", string>> = {
  KH: ownUnits("KH", (unit) => unit.duty !== undefined),
  LA: ownUnits("LA", (unit) => unit.duty !== undefined),
};

function filtered(store: LiveStore, country: Country, filter: UnitFilter): ListingOptions<"units", string> {
  return {
    ...ownUnits(
      country,
      (unit) =>
        (!filter.onDuty || unit.duty !== undefined) &&
        (!filter.available || store.unitStatusOf(unit) === "available"),
    ),
    also: unitsOfTask,
  };
}

const partnersTasks = (country: Country): ListingOptions<"tasks", string> => ({
  collection: "tasks",
  keyOf: (task) =>
    task.country === country && isLiveTask(task) ? `${task.unit.callsign}/${task.unitId}` : null,
  compare: compareText,
});
const ofPartner: Record<Country, ListingOptions<"tasks", string>> = {
  KH: partnersTasks("KH"),
  LA: partnersTasks("LA"),
};

export function useUnitItems(filter: UnitFilter): UnitItem[] {
  const { client, user } = useLive();
  const { store } = client;
  const { onDuty, available } = filter;
  const options = useMemo(
    () => filtered(store, user.country, { onDuty, available }),
    [store, user.country, onDuty, available],
  );
  const own = useListing(options);
  const tasks = useListing(ofPartner[partnerOf(user.country)]);
  return useMemo(() => {
    const unitIds = new Set(tasks.flatMap((id) => store.get("tasks", id)?.unitId ?? []));
    const partners = [...unitIds].map((key): UnitItem => ({ type: "partner", key }));
    const head: UnitItem[] = partners.length > 0 ? [{ type: "head", key: "partner" }] : [];
    return [...own.map((key): UnitItem => ({ type: "own", key })), ...head, ...partners];
  }, [own, tasks, store]);
}
