"use client";
/** Tells the own centre that a desk had what came back on screen: sent by a desk alone, and once. */
import { useEffect, useRef } from "react";
import { mayClear } from "@/domain/pending-actions/unseen";
import { useOnTheirWay, useSend } from "./use-commands";
import { useFocused } from "./use-focused";
import { useLive } from "./use-live";
import { useUnseen } from "./use-unseen";

/** How long it must be on a focused screen. Milliseconds. */
const onScreenMs = 2_000;

/**
 * While the incident is shown: what this role may clear is cleared after two seconds on a focused screen, or at once when
 * this person acts on the incident.
 */
export function useAttend(incidentId: string): void {
  const { client, user } = useLive();
  const send = useSend();
  const focused = useFocused();
  const unseen = useUnseen(incidentId).filter(({ what }) => mayClear(user.role, what));
  const keys = unseen.map(({ stream, seq }) => `${stream} ${seq}`);
  const about = new Set([incidentId, ...unseen.map((one) => one.about)]);
  const acts = useOnTheirWay().some(({ type, subject }) => type !== "incident.attend" && about.has(subject));
  const sent = useRef<ReadonlySet<string>>(new Set());
  const waiting = keys.filter((key) => !sent.current.has(key)).join();
  useEffect(() => {
    if (waiting === "" || !(focused || acts)) return;
    // What is held now is what is shown; what comes during the wait has its own.
    const through = client.store.vector;
    const timer = setTimeout(
      () => {
        sent.current = new Set([...sent.current, ...waiting.split(",")]);
        void send("incident.attend", incidentId, { through });
      },
      acts ? 0 : onScreenMs,
    );
    return () => clearTimeout(timer);
  }, [waiting, focused, acts, client.store, send, incidentId]);
}
