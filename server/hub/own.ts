/** What an officer is shown whole: beside the redacted picture, outside fold and digest (rule A5). */
import type { Account } from "@/domain/actor";
import { isOwn } from "@/domain/audience";
import type { Incident, IncidentEntity } from "@/domain/incident/schema";
import { isIncident } from "@/domain/incident/schema";
import type { Change } from "@/domain/picture";
import type { OwnMessage } from "@/domain/protocol/down";
import type { CountryView } from "../feed/country-view";
import type { ScreenData } from "./types";

export const getsOwn = ({ audience, account }: ScreenData): boolean =>
  audience === "redacted" && account.role !== "display";

/** Whether an incident is shown whole to this officer: reported by them, or their unit is sent to it. */
export function isShownWhole(
  { liveTasks }: CountryView,
  entity: IncidentEntity,
  account: Account,
): entity is Incident {
  if (isOwn(entity, account)) return true;
  return isIncident(entity) && liveTasks.incidentsOf(account.unitId).has(entity.id);
}

export function ownIncidents({ picture, liveTasks }: CountryView, account: Account): OwnMessage {
  const sentTo = liveTasks.incidentsOf(account.unitId);
  const incidents: Incident[] = [];
  for (const entity of picture.incidents.values()) {
    if (isOwn(entity, account) || (isIncident(entity) && sentTo.has(entity.id))) incidents.push(entity);
  }
  return { incidents };
}

/** Whether a change touches what this officer is shown whole. */
export function touchesOwn(view: CountryView, change: Change, account: Account): boolean {
  if (change.collection === "tasks") {
    return [change.before, change.after].some(
      (task) => task?.unitId === account.unitId && task !== undefined,
    );
  }
  if (change.collection !== "incidents") return false;
  return [change.before, change.after].some((entity) => entity && isShownWhole(view, entity, account));
}
