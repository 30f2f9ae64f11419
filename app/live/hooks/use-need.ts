"use client";
/** What an incident asks of this account. */
import { type Need, needOf } from "@/domain/pending-actions/needs";
import { useIncident } from "./use-entity";
import { useLive } from "./use-live";
import { useRelated } from "./use-related";

/** By itself or by what belongs to it; renders again only when one of these changes. */
export function useNeed(id: string): Need | null {
  const { client, user } = useLive();
  const incident = useIncident(id);
  useRelated("requestsOfIncident", id);
  useRelated("proposalsOfIncident", id);
  useRelated("tasksOfIncident", id);
  return incident ? needOf(incident, user, client.store.contextOf(id)) : null;
}
