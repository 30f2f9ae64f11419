/** The incidents an officer may see in full: sent beside the redacted picture, outside fold and digest (rule A5). */
import type { Account } from "@/domain/actor";
import { isOwn } from "@/domain/audience";
import type { Incident, IncidentEntity } from "@/domain/incident/schema";
import { isIncident } from "@/domain/incident/schema";
import type { Change } from "@/domain/picture";
import type { OwnMessage } from "@/domain/protocol/down";
import { slices } from "@/domain/slices";
import type { CountryView } from "../feed/country-view";
import type { ScreenData } from "./types";

export const getsOwn = ({ audience, account }: ScreenData): boolean =>
  audience === "redacted" && account.role !== "display";

/** Whether an officer may see an incident in full: they reported it, or their unit has a live task on it. */
export function isSeenInFull(
  { liveTasks }: CountryView,
  entity: IncidentEntity,
  account: Account,
): entity is Incident {
  if (isOwn(entity, account)) return true;
  return isIncident(entity) && liveTasks.incidentsOf(account.unitId).has(entity.id);
}

export function ownIncidents({ picture, liveTasks }: CountryView, account: Account): OwnMessage {
  const onTasks = liveTasks.incidentsOf(account.unitId);
  const incidents: Incident[] = [];
  for (const entity of picture.incidents.values()) {
    if (!isOwn(entity, account) && !onTasks.has(entity.id)) continue;
    const shown = slices.incidents.shown.full(entity);
    if (shown && isIncident(shown)) incidents.push(shown);
  }
  return { incidents };
}

/** Whether a change concerns the incidents that this officer may see in full. */
export function touchesOwn(view: CountryView, change: Change, account: Account): boolean {
  if (change.collection === "tasks") {
    return [change.before, change.after].some(
      (task) => task?.unitId === account.unitId && task !== undefined,
    );
  }
  if (change.collection !== "incidents") return false;
  return [change.before, change.after].some((entity) => entity && isSeenInFull(view, entity, account));
}
