"use client";
/** An incident's status as its live tasks make it. */
import type { Incident } from "@/domain/incident/schema";
import type { IncidentStatus } from "@/domain/vocabulary";
import { useLive } from "./use-live";
import { useStoreKey } from "./use-store-key";

/** Reads at every change of the picture, renders again only when the status is another one. */
export function useStatus(incident: Incident): IncidentStatus {
  const { store } = useLive().client;
  return useStoreKey("vector", () => store.statusOf(incident));
}
