"use client";
/** The running deadlines. */
import type { Clock } from "@/domain/clock/clock";
import { useLive } from "./use-live";
import { useView } from "./use-view";

/** All of them, soonest due first. */
export function useClocks(): readonly Clock[] {
  const { clocks } = useLive().client;
  return useView(clocks, () => clocks.all);
}

/** Those of one incident with its requests and tasks, soonest due first; renders again only when these change. */
export function useClocksOf(incidentId: string): readonly Clock[] {
  const { clocks } = useLive().client;
  return useView(clocks, () => clocks.ofIncident(incidentId));
}
