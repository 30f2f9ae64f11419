"use client";
/** The server's time for what is drawn, renewed at a pace. */
import { useSyncExternalStore } from "react";
import { useLive } from "./hooks/use-live";

const onServer = () => 0;

/**
 * The server's time in epoch milliseconds, whatever the device's clock says: the latest full multiple of the pace, so
 * that all screens show the same. Zero while rendered on the server.
 */
export function useNow(paceMs = 15_000): number {
  const ticker = useLive().client.store.time.ticker(paceMs);
  return useSyncExternalStore(ticker.subscribe, ticker.now, onServer);
}
