/** What an officer is shown whole: beside the redacted picture, outside fold and digest (design §7). */
import type { Account } from "@/domain/actor";
import type { Incident, IncidentEntity } from "@/domain/incident/schema";
import { isIncident } from "@/domain/incident/schema";
import type { Change, Picture } from "@/domain/picture";
import type { OwnMessage } from "@/domain/protocol/down";
import { isOwn } from "@/domain/sharing";
import { isLiveTask } from "@/domain/task/machine";
import type { ScreenData } from "./types";

export const getsOwn = ({ audience, account }: ScreenData): boolean =>
  audience === "redacted" && account.role !== "display";

/** The incidents on which a unit has a live task. */
export function incidentsOfUnit(picture: Picture, unitId: string | undefined): Set<string> {
  const incidents = new Set<string>();
  if (unitId === undefined) return incidents;
  for (const task of picture.tasks.values()) {
    if (task.unitId === unitId && isLiveTask(task)) incidents.add(task.incidentId);
  }
  return incidents;
}

/** Whether an incident is shown whole to this officer: reported by them, or their unit is sent to it. */
export function isShownWhole(picture: Picture, entity: IncidentEntity, account: Account): entity is Incident {
  if (isOwn(entity, account)) return true;
  return isIncident(entity) && incidentsOfUnit(picture, account.unitId).has(entity.id);
}

export function ownIncidents(picture: Picture, account: Account): OwnMessage {
  const sentTo = incidentsOfUnit(picture, account.unitId);
  const incidents: Incident[] = [];
  for (const entity of picture.incidents.values()) {
    if (isOwn(entity, account) || (isIncident(entity) && sentTo.has(entity.id))) incidents.push(entity);
  }
  return { incidents };
}

/** Whether a change touches what this officer is shown whole. */
export function touchesOwn(picture: Picture, change: Change, account: Account): boolean {
  if (change.collection === "tasks") {
    return [change.before, change.after].some(
      (task) => task?.unitId === account.unitId && task !== undefined,
    );
  }
  if (change.collection !== "incidents") return false;
  return [change.before, change.after].some((entity) => entity && isShownWhole(picture, entity, account));
}
