"use client";
/** React's side of what a response is made of: tasks, requests, units and their clocks. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Clock } from "@/domain/clock/clocks";
import { type Need, needOf } from "@/domain/pending-actions/needs";
import type { Collection } from "@/domain/picture";
import type { Takeover } from "@/domain/takeover";
import type { Unit } from "@/domain/unit/schema";
import type { UnitStatus } from "@/domain/vocabulary";
import { type Related, type Relation, relationKey } from "../store/related";
import { Listing, type ListingOptions } from "../views/listing";
import { Takeovers } from "../views/takeovers";
import { useIncident, useLive } from "./hooks";

/** What belongs to one incident or unit; wakes only when that changes. */
export function useRelated<Name extends Relation>(
  relation: Name,
  id: string,
): ReturnType<Related[Name]["of"]> {
  const { store } = useLive().client;
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(relationKey(relation, id), listener),
    [store, relation, id],
  );
  // Each relation's group answers its own kind of thing; the compiler cannot follow the name to it.
  const read = () => store.related[relation].of(id) as ReturnType<Related[Name]["of"]>;
  return useSyncExternalStore(subscribe, read, read);
}

/** A unit's status as its live tasks make it. */
export function useUnitStatus(unit: Unit): UnitStatus {
  const { store } = useLive().client;
  useRelated("tasksOfUnit", unit.id);
  return store.unitStatusOf(unit);
}

/** Ids of one collection in order; `options` must stay the same object between renders. */
export function useListing<Name extends Collection, Key>(
  options: ListingOptions<Name, Key>,
): readonly string[] {
  const { store } = useLive().client;
  const listing = useMemo(() => new Listing(store, options), [store, options]);
  const subscribe = useCallback((listener: () => void) => listing.subscribe(listener), [listing]);
  return useSyncExternalStore(
    subscribe,
    () => listing.ids,
    () => listing.ids,
  );
}

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

/** What takes over this centre's screens now, the most pressing first. */
export function useTakeovers(): readonly Takeover[] {
  const { client, user } = useLive();
  const takeovers = useMemo(() => new Takeovers(client.store, user.country), [client.store, user.country]);
  const subscribe = useCallback((listener: () => void) => takeovers.subscribe(listener), [takeovers]);
  return useSyncExternalStore(
    subscribe,
    () => takeovers.list,
    () => takeovers.list,
  );
}

/** What an incident asks of this account, by itself or by what belongs to it; wakes for these only. */
export function useNeed(id: string): Need | null {
  const { client, user } = useLive();
  const incident = useIncident(id);
  useRelated("requestsOfIncident", id);
  useRelated("proposalsOfIncident", id);
  useRelated("tasksOfIncident", id);
  return incident ? needOf(incident, user, client.store.contextOf(id)) : null;
}
