"use client";
/** What a search of the map finds beside places: incidents by reference, units by callsign. */
import { useCallback } from "react";
import { isIncident } from "@/domain/incident/schema";
import { isLiveTask } from "@/domain/task/machine";
import type { SearchableIncident, SearchableUnit } from "@/map/search";
import { useLive } from "../../live/hooks/use-live";
import type { LiveStore } from "../../live/store/store";

export type Searchable = { incidents: SearchableIncident[]; units: SearchableUnit[] };

/** Own units, and the partner's that a live joint task shows. */
function unitsOf({ picture }: LiveStore): SearchableUnit[] {
  const named = new Map<string, string>();
  for (const task of picture.tasks.values()) if (isLiveTask(task)) named.set(task.unitId, task.unit.callsign);
  for (const { id, callsign } of picture.units.values()) named.set(id, callsign);
  return [...named].map(([id, callsign]) => ({ id, callsign }));
}

/** Reads the picture when it is called. */
export function useSearchable(): () => Searchable {
  const { store } = useLive().client;
  return useCallback(
    () => ({
      incidents: [...store.picture.incidents.values()].filter(isIncident).map(({ id, ref }) => ({ id, ref })),
      units: unitsOf(store),
    }),
    [store],
  );
}
