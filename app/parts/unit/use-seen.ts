"use client";
import { useMemo } from "react";
import type { Position } from "@/domain/unit/nearest";
import { useLive } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";

const paceMs = 5_000;

export type Seen = {
  /** Milliseconds since the epoch, as the server has it. */
  now: number;
  positions: ReadonlyMap<string, Position>;
};

/** The last positions, refreshed every five seconds, however often they arrive. */
export function useSeen(): Seen {
  const { store } = useLive().client;
  const tick = useNow(paceMs);
  return useMemo(
    () => ({
      now: tick,
      positions: new Map(store.positions.map((position) => [position[0], position])),
    }),
    [store, tick],
  );
}
