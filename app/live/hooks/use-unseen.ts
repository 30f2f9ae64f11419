"use client";
/** What this account's centre has not had on screen about an incident. */
import { useMemo } from "react";
import { streamOf } from "@/domain/envelope";
import type { IncidentEntity } from "@/domain/incident/schema";
import { type Unseen, unseenOf } from "@/domain/pending-actions/unseen";
import type { Country } from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import { useIncident } from "./use-entity";
import { useLive } from "./use-live";
import { useRelated } from "./use-related";

const none: readonly Unseen[] = [];

/** A display of the joint picture alone is not told what its centre has seen. */
export const isToldOfUnseen = (store: LiveStore, country: Country): boolean =>
  store.vector[streamOf(country, "national")] !== undefined;

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
    () =>
      incident && isToldOfUnseen(client.store, user.country)
        ? unseenOf(incident, client.store.contextOf(id), user.country)
        : none,
    [incident, client.store, user.country, id, ...parts],
  );
}
