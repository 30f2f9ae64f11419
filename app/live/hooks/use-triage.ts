"use client";
/** The triage list. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { Triage, type TriageFilter } from "../views/triage";
import { useLive } from "./use-live";

/** The triage list under a filter; the component renders again only when order, groups or counts change. */
export function useTriage(filter: TriageFilter): Triage {
  const { client, user } = useLive();
  const text = JSON.stringify(filter);
  const triage = useMemo(
    () => new Triage(client.store, user, JSON.parse(text) as TriageFilter),
    [client.store, user, text],
  );
  const subscribe = useCallback((listener: () => void) => triage.subscribe(listener), [triage]);
  useSyncExternalStore(
    subscribe,
    () => triage.version,
    () => triage.version,
  );
  return triage;
}
