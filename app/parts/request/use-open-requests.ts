"use client";
import { useMemo } from "react";
import { compareText } from "@/domain/order";
import { nextMoveOf } from "@/domain/pending-actions/next-move";
import type { Change } from "@/domain/picture";
import { useListing } from "../../live/hooks/use-listing";
import { useLive } from "../../live/hooks/use-live";
import type { LiveStore } from "../../live/store/store";
import type { ListingOptions } from "../../live/views/listing";

/** The requests that a change of a task or an incident may be about: whose move it is may follow from it. */
const requestsOf =
  (store: LiveStore) =>
  (change: Change): string[] => {
    if (change.collection === "incidents")
      return store.related.requestsOfIncident.of(change.id).map(({ id }) => id);
    if (change.collection !== "tasks") return [];
    return [change.before?.requestId, change.after?.requestId].flatMap((id) => id ?? []);
  };

/** Open requests: what waits for somebody before what is under way, then the oldest. */
export const openRequests = (store: LiveStore): ListingOptions<"requests", string> => ({
  collection: "requests",
  keyOf: (request) => {
    const move = nextMoveOf(
      request,
      (id) => store.get("tasks", id),
      store.get("incidents", request.incidentId),
    );
    return move && `${move.what === "working" ? 1 : 0} ${request.made.at}`;
  },
  compare: compareText,
  also: requestsOf(store),
});

/** The ids of the open requests, what waits for somebody first. */
export function useOpenRequests(): readonly string[] {
  const { store } = useLive().client;
  return useListing(useMemo(() => openRequests(store), [store]));
}
