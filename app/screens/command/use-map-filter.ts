"use client";
/** The filter of the triage list, for the map: the two show the same incidents. */
import { useMemo } from "react";
import { useLive } from "../../live/hooks/use-live";
import { matches, type TriageFilter } from "../../live/views/triage";
import type { MapIncident } from "../../map/types";
import { useDesk } from "./desk";

/** Undefined while nothing is filtered; the same function until the filter changes. */
export function useMapFilter(): ((incident: MapIncident) => boolean) | undefined {
  const { filter } = useDesk();
  const { store } = useLive().client;
  const text = JSON.stringify(filter);
  return useMemo(() => {
    const chosen = JSON.parse(text) as TriageFilter;
    if (!Object.values(chosen).some(Boolean)) return undefined;
    return ({ id }) => {
      const entity = store.get("incidents", id);
      return entity !== undefined && matches(entity, chosen, (incident) => store.statusOf(incident));
    };
  }, [store, text]);
}
