"use client";
/** The time as the server has it. */
import { useLive } from "./hooks/use-live";
import { useNow } from "./ticker";

/** A difference below this is left alone: the machine's own clock is shown. Milliseconds. */
const tolerableMs = 2_000;

/** Epoch milliseconds, renewed at the given pace; zero while rendered on the server. */
export function useServerNow(paceMs?: number): number {
  const now = useNow(paceMs);
  const { clockOffsetMs } = useLive().client.store;
  return now === 0 || Math.abs(clockOffsetMs) < tolerableMs ? now : now + clockOffsetMs;
}
