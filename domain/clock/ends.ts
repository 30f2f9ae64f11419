/** What stops a deadline, so that it can stand beside it in words. */
import type { IncidentEntity } from "../incident/schema";
import { agreedOf, unconfirmedBy } from "../request/machine";
import type { Request } from "../request/schema";
import type { Clock, ClockKind } from "./clock";
import { hasteOf } from "./haste";
import { isOnScene, type RequestScene } from "./request-rules";

export const clockEnds = [
  "read",
  "answered",
  "decided",
  "screened",
  "verified",
  "reviewed",
  "cancelled",
  "withdrawn",
  "on-scene",
  "confirmed",
  "completed",
  "reassigned",
] as const;
export type ClockEnd = (typeof clockEnds)[number];

const byKind: Record<Exclude<ClockKind, "task-due" | "stand-down">, ClockEnd> = {
  "partner-reads": "read",
  "request-read": "read",
  "request-answer": "answered",
  "release-decision": "decided",
  screening: "screened",
  "full-report": "verified",
  "urgent-review": "reviewed",
  "task-after-withdrawal": "cancelled",
  "task-declined": "reassigned",
};

/** What is to happen for a deadline to stop; `request` is what it is about, where that is one. */
export function endOfClock(
  { kind }: Pick<Clock, "kind">,
  request: Request | undefined,
  { incident, taskOf }: Pick<RequestScene, "incident" | "taskOf">,
): ClockEnd {
  switch (kind) {
    case "stand-down":
      return request ? "withdrawn" : "cancelled";
    case "task-due":
      if (!request) return "on-scene";
      if (unconfirmedBy(request).length > 0) return "confirmed";
      return isHasty(request, incident) && !isOnScene(request, taskOf) ? "on-scene" : "completed";
    default:
      return byKind[kind];
  }
}

/** In danger or a pursuit without an agreed time the first thing waited for is that somebody is there. */
const isHasty = (request: Request, incident: IncidentEntity | undefined): boolean =>
  agreedOf(request).dueAt === undefined && hasteOf(incident, request.urgency).length > 0;
