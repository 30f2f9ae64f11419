"use client";
/** The timeline of an incident. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { Timeline, type TimelineState } from "../views/timeline";
import { useLive } from "./use-live";

export function useTimeline(subject: string): TimelineState & { older: () => void } {
  const { client } = useLive();
  const timeline = useMemo(() => new Timeline(client.store, client.history, subject), [client, subject]);
  const subscribe = useCallback((listener: () => void) => timeline.subscribe(listener), [timeline]);
  const state = useSyncExternalStore(
    subscribe,
    () => timeline.state,
    () => timeline.state,
  );
  return { ...state, older: () => void timeline.load(true) };
}
