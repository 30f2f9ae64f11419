"use client";
import { useMemo } from "react";
import type { Clock } from "@/domain/clock/clock";
import { requestClocks } from "@/domain/clock/due";
import { compareGravity, requestGravity } from "@/domain/urgency/gravity";
import { useClocks } from "../../live/hooks/use-clocks";
import { useLive } from "../../live/hooks/use-live";
import type { LiveStore } from "../../live/store/store";
import { useNow } from "../../live/ticker";

/** One deadline per open request, the gravest request first: every open request has one (rule K2). */
export function openRequests(store: LiveStore, clocks: readonly Clock[], nowMs: number): readonly Clock[] {
  const found = requestClocks(clocks, (id) => store.get("requests", id) !== undefined).flatMap((clock) => {
    const request = store.get("requests", clock.about);
    const incident = store.get("incidents", clock.incidentId);
    return request ? [{ clock, gravity: requestGravity(request, incident, clock, nowMs) }] : [];
  });
  return found.sort((a, b) => compareGravity(a.gravity, b.gravity)).map(({ clock }) => clock);
}

/** The open requests in one order for board and wall, each as the deadline that is shown for it. */
export function useOpenRequests(): readonly Clock[] {
  const { store } = useLive().client;
  const clocks = useClocks();
  const now = useNow();
  return useMemo(() => openRequests(store, clocks, now), [store, clocks, now]);
}
