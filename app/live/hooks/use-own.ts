"use client";
/** The incidents that this account reported itself, whatever else its screen may see. */
import type { IncidentEntity } from "@/domain/incident/schema";
import { useLive } from "./use-live";
import { useStoreKey } from "./use-store-key";

export function useOwn(): readonly IncidentEntity[] {
  const { store } = useLive().client;
  return useStoreKey("own", () => store.own);
}
