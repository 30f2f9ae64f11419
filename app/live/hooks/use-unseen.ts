"use client";
/** What this account's centre has not had on screen about an incident. */
import { useMemo } from "react";
import type { IncidentEntity } from "@/domain/incident/schema";
import type { Unseen } from "@/domain/pending-actions/unseen";
import { unseenIn } from "../store/told-of-unseen";
import { useIncident } from "./use-entity";
import { useLive } from "./use-live";
import { useRelated } from "./use-related";

const none: readonly Unseen[] = [];

/** The gravest first; renders again only when the incident or what belongs to it changes. */
export function useUnseen(id: string): readonly Unseen[] {
  const { client, user } = useLive();
  const incident: IncidentEntity | undefined = useIncident(id);
  const parts = [
    useRelated("requestsOfIncident", id),
    useRelated("proposalsOfIncident", id),
    useRelated("tasksOfIncident", id),
    useRelated("messagesOfIncident", id),
  ];
  // The lists stay the same objects until something in them changes.
  return useMemo(
    () => (incident ? unseenIn(client.store, id, user.country) : none),
    [incident, client.store, user.country, id, ...parts],
  );
}
