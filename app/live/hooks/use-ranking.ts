"use client";
/** Open incidents in one order. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type Order, Ranking } from "../views/ranking";
import { useLive } from "./use-live";

/** Open incidents in one order; wakes when order or counts change. */
export function useRanking(order: Order): Ranking {
  const { client, user } = useLive();
  const ranking = useMemo(() => new Ranking(client.store, user.country, order), [client.store, user, order]);
  const subscribe = useCallback((listener: () => void) => ranking.subscribe(listener), [ranking]);
  useSyncExternalStore(
    subscribe,
    () => ranking.version,
    () => ranking.version,
  );
  return ranking;
}
