"use client";
/** The running clocks. */
import { useCallback, useSyncExternalStore } from "react";
import type { Clock } from "@/domain/clock/clocks";
import { useLive } from "./use-live";

/** All running clocks, soonest due first. */
export function useClocks(): readonly Clock[] {
  const { clocks } = useLive().client;
  const subscribe = useCallback((listener: () => void) => clocks.subscribe("*", listener), [clocks]);
  return useSyncExternalStore(
    subscribe,
    () => clocks.all,
    () => clocks.all,
  );
}

/** The clocks of one incident with its requests and tasks, soonest due first; wakes only for these. */
export function useClocksOf(incidentId: string): readonly Clock[] {
  const { clocks } = useLive().client;
  const subscribe = useCallback(
    (listener: () => void) => clocks.subscribe(incidentId, listener),
    [clocks, incidentId],
  );
  const read = () => clocks.ofIncident(incidentId);
  return useSyncExternalStore(subscribe, read, read);
}
