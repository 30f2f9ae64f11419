"use client";
/** The drawings in force now, by the server's clock. */
import { useMemo } from "react";
import { inForce } from "@/domain/drawing/fence";
import type { Drawing } from "@/domain/drawing/schema";
import { useNow } from "../ticker";
import { Drawings } from "../views/drawings";
import { useLive } from "./use-live";
import { useView } from "./use-view";

const paceMs = 5_000;

/** One that expires goes within five seconds; the same list as long as none comes, changes or goes. */
export function useDrawings(): readonly Drawing[] {
  const { store } = useLive().client;
  const drawings = useMemo(() => new Drawings(store), [store]);
  const all = useView(drawings, () => drawings.list);
  const now = useNow(paceMs);
  const ids = inForce(all, now)
    .map(({ id }) => id)
    .join();
  // By the ids and not by the time, or the map would be fed again at every tick of the clock.
  return useMemo(() => {
    const wanted = new Set(ids.split(","));
    return all.filter(({ id }) => wanted.has(id));
  }, [all, ids]);
}
