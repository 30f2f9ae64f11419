"use client";
/** What this screen missed while it was away, in one summary with one sound. */
import { useCallback, useEffect, useState } from "react";
import { takeoversOf } from "@/domain/takeover";
import { type AbsenceSummary, summaryOf } from "@/domain/urgency/absence";
import type { Return } from "../../live/absence";
import { useLive } from "../../live/hooks/use-live";
import { play } from "./sound";

/** `at`: when it was made; what came later is not in it. ISO 8601 UTC. */
export type Summary = AbsenceSummary & { why: Return["why"]; at: string };

/** Goes by itself after this long where nobody can dismiss it, or where it only greets; milliseconds. */
const goesMs = 60_000;

/** `quiet`, on a wall: without a sound, and gone after a minute. */
export function useAbsence(quiet: boolean): { summary: Summary | undefined; dismiss: () => void } {
  const { client, user } = useLive();
  const { store } = client;
  const [summary, show] = useState<Summary>();
  useEffect(() => {
    return client.absence.onReturn(({ why, missed }) => {
      const found = summaryOf(missed);
      if (!found || (quiet && why === "start")) return;
      show({ ...found, why, at: new Date(store.time.now()).toISOString() });
      // A takeover sounds by itself, and again and again.
      const isTaken = takeoversOf(store.picture, user.country).length > 0;
      if (found.sound && !quiet && !isTaken) play(found.sound);
    });
  }, [client.absence, store, user.country, quiet]);
  const goes = summary !== undefined && (quiet || summary.why === "start");
  useEffect(() => {
    if (!goes) return;
    const timer = setTimeout(() => show(undefined), goesMs);
    return () => clearTimeout(timer);
  }, [goes]);
  return { summary, dismiss: useCallback(() => show(undefined), []) };
}
