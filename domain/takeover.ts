/**
 * What takes over the top of every screen of a centre until that centre has read it: danger to life, and a pursuit
 * nearing the line (rule K5). Pure; the same rule for walls, desks and field screens.
 */
import { calledFor } from "./incident/graver";
import { isOpen } from "./incident/machine";
import { nationalRaise, readAt, unreadSince } from "./incident/read";
import { type IncidentEntity, isIncident } from "./incident/schema";
import type { Picture } from "./picture";
import type { Request } from "./request/schema";
import type { Country } from "./vocabulary";

export type Takeover = {
  of: "incident" | "request";
  id: string;
  incidentId: string;
  why: "danger-to-life" | "pursuit";
  /** Since when it waits to be read by this side. ISO 8601 UTC. */
  since: string;
};

/** An open incident that this side's centre has not read; null when it does not take over, or no more. */
export function incidentTakeover(entity: IncidentEntity, country: Country): Takeover | null {
  if (!isIncident(entity) || !isOpen(entity)) return null;
  // What an own officer has raised and nobody has sent on yet counts at home as it will be.
  const raised = nationalRaise(entity, country);
  const why = raised ? raised.why : entity.historical ? undefined : calledFor(entity);
  if (!why || readAt(entity, country) !== undefined) return null;
  const { id } = entity;
  return { of: "incident", id, incidentId: id, why, since: unreadSince(entity, country) };
}

/** A request of that urgency which the asked side has not read. */
export function requestTakeover(request: Request, country: Country): Takeover | null {
  const { urgency, status, to, answered } = request;
  if (to !== country || status !== "made" || answered.read) return null;
  if (urgency !== "danger-to-life" && urgency !== "pursuit") return null;
  const { id, incidentId, made } = request;
  return { of: "request", id, incidentId, why: urgency, since: made.at };
}

const weight: Record<Takeover["why"], number> = { "danger-to-life": 0, pursuit: 1 };

/** Danger to life before a pursuit, then the one that has waited longest. */
export function compareTakeovers(a: Takeover, b: Takeover): number {
  return (
    weight[a.why] - weight[b.why] || (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1)
  );
}

/** All that takes over this side's screens now, the most pressing first. */
export function takeoversOf(picture: Pick<Picture, "incidents" | "requests">, country: Country): Takeover[] {
  const ofIncidents = [...picture.incidents.values()].flatMap((one) => incidentTakeover(one, country) ?? []);
  const ofRequests = [...picture.requests.values()].flatMap((one) => requestTakeover(one, country) ?? []);
  return [...ofIncidents, ...ofRequests].sort(compareTakeovers);
}
