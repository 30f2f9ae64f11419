"use client";
/** The officer's own unit: its tasks, the one in front, its position. */
import { useEffect, useMemo, useState } from "react";
import { type Incident, isIncident } from "@/domain/incident/schema";
import type { Place } from "@/domain/place";
import { frontTask, liveTasks } from "@/domain/task/crew";
import type { Task } from "@/domain/task/schema";
import type { Unit } from "@/domain/unit/schema";
import { useEntity, useIncident } from "../../live/hooks/use-entity";
import { useUser } from "../../live/hooks/use-live";
import { useOwn } from "../../live/hooks/use-own";
import { usePositions } from "../../live/hooks/use-positions";
import { useRelated } from "../../live/hooks/use-related";
import type { DevicePlace } from "../../parts/report/use-gps";
import { usePositionSharing } from "./position/position-sharing";

export function useMyUnit(): Unit | undefined {
  return useEntity("units", useUser().unitId ?? "");
}

/** Whether alarms reach this screen: those of an officer only while the unit is on duty. */
export function useAlarmsReach(): boolean {
  const user = useUser();
  const unit = useMyUnit();
  return unit ? unit.duty !== undefined : user.role !== "officer";
}

export function useMyTasks(): readonly Task[] {
  const tasks = useRelated("tasksOfUnit", useUser().unitId ?? "");
  return useMemo(() => liveTasks(tasks), [tasks]);
}

export type Front = { task: Task | undefined; others: readonly Task[]; bring: (id: string) => void };

/** The task in front stays there until it ends or another is brought to the front. */
export function useFront(live: readonly Task[]): Front {
  const [keptId, keep] = useState<string>();
  const task = frontTask(live, keptId);
  useEffect(() => keep(task?.id), [task?.id]);
  return { task, others: live.filter(({ id }) => id !== task?.id), bring: keep };
}

/** An incident as this officer may see it: in full when the unit is sent there, with its exact place. */
export function useMyIncident(id: string): Incident | undefined {
  const own = useOwn().find((one) => one.id === id);
  const seen = useIncident(id);
  const incident = own ?? seen;
  return useMemo(() => {
    if (!isIncident(incident)) return undefined;
    const place: Place = incident.national?.place ?? incident.place;
    return { ...incident, place };
  }, [incident]);
}

export type MyPosition = { lng: number; lat: number; headingDeg?: number };

/** Where the unit is: this device's own reading, else the last position the server has. */
export function useMyPosition(): MyPosition | undefined {
  const { unitId } = useUser();
  const state = usePositionSharing()?.state;
  const lastKnown = usePositions().find(([id]) => id === unitId);
  return useMemo(() => {
    if (state?.name === "on") return state.fix;
    return lastKnown ? { lng: lastKnown[1], lat: lastKnown[2] } : undefined;
  }, [state, lastKnown]);
}

/** The device's position for a report, while it is shared, so that it need not be read again. */
export function useHere(): DevicePlace | undefined {
  const state = usePositionSharing()?.state;
  return useMemo(() => {
    if (state?.name !== "on") return undefined;
    const { lng, lat, accuracyM, atMs } = state.fix;
    return { place: { lng, lat, accuracyM: Math.min(50_000, accuracyM) }, atMs };
  }, [state]);
}
