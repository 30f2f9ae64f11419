"use client";
/** Drawings as a map is told of them: those in force now, by the server's clock. */
import { useMemo, useSyncExternalStore } from "react";
import { inForce } from "@/domain/drawing/fence";
import type { Drawing } from "@/domain/drawing/schema";
import { useLive } from "../../live/hooks/use-live";
import type { LiveStore } from "../../live/store/store";
import { useNow } from "../../live/ticker";

const paceMs = 5_000;
const none: readonly Drawing[] = [];

/** All drawings of a picture, as a source for React: a new list only when one changed. */
export function drawingList(store: LiveStore) {
  let all: readonly Drawing[] = [...store.picture.drawings.values()];
  return {
    get: () => all,
    subscribe: (listener: () => void) => {
      all = [...store.picture.drawings.values()];
      return store.onBatch((batch) => {
        if (!batch.reset && !batch.changes.some(({ collection }) => collection === "drawings")) return;
        all = [...store.picture.drawings.values()];
        listener();
      });
    },
  };
}

/** The drawings in force; one that expires goes within five seconds. */
export function useDrawings(): readonly Drawing[] {
  const { store } = useLive().client;
  const list = useMemo(() => drawingList(store), [store]);
  const all = useSyncExternalStore(list.subscribe, list.get, () => none);
  const now = useNow(paceMs) + store.clockOffsetMs;
  const kept = inForce(all, now);
  const ids = kept.map(({ id }) => id).join();
  // The map is fed again only when the list itself is another one, not at every tick of the clock.
  return useMemo(() => {
    const wanted = new Set(ids.split(","));
    return all.filter(({ id }) => wanted.has(id));
  }, [all, ids]);
}
