"use client";
/** Units at their last position. */
import { useMemo } from "react";
import { freshnessOf } from "@/domain/freshness/positions";
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import type { Country, UnitKind } from "@/domain/vocabulary";
import { useLive } from "../../live/hooks/use-live";
import { usePositions } from "../../live/hooks/use-positions";
import { useNow } from "../../live/ticker";
import type { MapUnit } from "../../map/types";

const paceMs = 15_000;
type Label = { country: Country; callsign: string; kind: UnitKind };

/** The partner's units are national data: this side knows of one only what its live joint task says. */
function partnerUnit(tasks: readonly Task[]): Label | undefined {
  const task = tasks.find(isLiveTask);
  return task && { country: task.country, ...task.unit };
}

/** The units to draw, each with how old its position is in a word. */
export function useMapUnits(): readonly MapUnit[] {
  const { store } = useLive().client;
  const positions = usePositions();
  const now = useNow(paceMs);
  return useMemo(
    () =>
      positions.flatMap(([id, lng, lat, atMs, heading]): MapUnit[] => {
        const unit = store.get("units", id) ?? partnerUnit(store.related.tasksOfUnit.of(id));
        if (!unit) return [];
        const { country: owner, kind, callsign } = unit;
        const freshness = freshnessOf(now - atMs);
        return [{ id, owner, kind, callsign, lng, lat, freshness, ...(heading === null ? {} : { heading }) }];
      }),
    [positions, now, store],
  );
}
