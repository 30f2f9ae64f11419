"use client";
/** Watches the picture for what is new: a sound by impact, and the newest alerts for the banner. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type Alert, alertGradeOf, alertOf, alertSound, gravestSound } from "@/domain/urgency/alerts";
import { newsMs } from "../../live/absence";
import { useConnection, useHeads } from "../../live/hooks/use-connection";
import { useLive } from "../../live/hooks/use-live";
import { play } from "./sound";
import { useCameBackSound } from "./use-came-back";

const shownMs = 12_000;

/** The alerts of the last seconds, newest first. */
export function useAlerts(): { alerts: readonly Alert[]; dismiss: () => void } {
  const { client, user } = useLive();
  const { absence } = client;
  const [alerts, setAlerts] = useState<readonly Alert[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const unsubscribe = client.store.onBatch((batch) => {
      // What came while the screen was away, or comes late, is told in one summary (use-absence.ts).
      if (batch.reset || absence.isAway) return;
      const now = client.store.time.now();
      const found = batch.changes.flatMap((change, index) => {
        const at = Date.parse(batch.events[index]?.at ?? "");
        const alert = now - at < newsMs ? alertOf(change, user.country) : null;
        return alert && batch.events[index]?.actor.desk !== user.desk ? [alert] : [];
      });
      if (found.length === 0) return;
      playLoudest(found);
      setAlerts((shown) => [...found.reverse(), ...shown].slice(0, 20));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setAlerts([]), shownMs);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer.current);
    };
  }, [client.store, absence, user]);
  useCameBackSound();
  useLinkSound();
  return { alerts, dismiss: useCallback(() => setAlerts([]), []) };
}

function playLoudest(alerts: readonly Alert[]): void {
  const loudest = gravestSound(alerts.map(({ incident }) => alertSound(alertGradeOf(incident))));
  if (loudest) play(loudest);
}

/** Plays one falling note when the own connection or the link to the partner is lost. */
function useLinkSound(): void {
  const connection = useConnection().name;
  const partner = useHeads()?.partner.state;
  const down = connection === "stale" || partner === "down";
  const before = useRef(down);
  useEffect(() => {
    if (down && !before.current) play("falling");
    before.current = down;
  }, [down]);
}
