"use client";
/** One sound for what comes back to this centre, by the gravest of what came together. */
import { useEffect } from "react";
import { broughtBy } from "@/domain/pending-actions/unseen";
import { alertSound, gravestSound } from "@/domain/urgency/alerts";
import { gradeOf } from "@/domain/urgency/unseen";
import { newsMs } from "../../live/absence";
import { useLive } from "../../live/hooks/use-live";
import { isToldOfUnseen } from "../../live/store/told-of-unseen";
import { play } from "./sound";

/** Mounted once per screen, with the alerts. */
export function useCameBackSound(): void {
  const { client, user } = useLive();
  useEffect(() => {
    const { store, absence } = client;
    return store.onBatch((batch) => {
      // What came while the screen was away, or comes late, is told in one summary (use-absence.ts).
      if (batch.reset || absence.isAway || !isToldOfUnseen(store, user.country)) return;
      const now = store.time.now();
      const wanted = batch.changes.flatMap((change, index) => {
        const event = batch.events[index];
        if (!event || now - Date.parse(event.at) >= newsMs) return [];
        const brought = broughtBy(change, event, user.country);
        const incident = brought && store.get("incidents", brought.incidentId);
        return incident ? [alertSound(gradeOf(brought.what, incident), true)] : [];
      });
      const sound = gravestSound(wanted);
      if (sound) play(sound);
    });
  }, [client, user.country]);
}
