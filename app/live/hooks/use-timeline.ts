"use client";
/** The timeline of an incident. */
import { useMemo, useSyncExternalStore } from "react";
import { Timeline, type TimelineState } from "../views/timeline";
import { useLive } from "./use-live";

export function useTimeline(subject: string): TimelineState & { older: () => void } {
  const { client } = useLive();
  const timeline = useMemo(() => new Timeline(client.store, client.history, subject), [client, subject]);
  const state = useSyncExternalStore(
    timeline.subscribe,
    () => timeline.state,
    () => timeline.state,
  );
  return { ...state, older: () => void timeline.load(true) };
}
