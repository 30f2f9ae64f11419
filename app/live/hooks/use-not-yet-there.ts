"use client";
import { type NotYetThere, notYetThere } from "@/domain/freshness/crossing";
import type { IncidentEntity } from "@/domain/incident/schema";
import { useLive } from "./use-live";
import { useStoreKey } from "./use-store-key";

/** What of an incident's release or recall has not reached the partner's node yet; undefined when all has. */
export function useNotYetThere(entity: IncidentEntity): NotYetThere | undefined {
  const { client, user } = useLive();
  return useStoreKey("heads", () => {
    const { heads } = client.store;
    return heads && notYetThere(entity, user.country, heads.partner);
  });
}
