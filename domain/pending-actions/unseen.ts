/**
 * What a centre has not had on screen yet: answers, outcomes, refusals, messages, recalls, graver changes. Pure, from an
 * incident and what hangs on it; the list, the detail, the banner, the sounds and the walls all read it here.
 */
import { countryOf } from "../envelope";
import { type Incident, type IncidentEntity, isIncident } from "../incident/schema";
import type { Message } from "../message/schema";
import { type Attended, isCovered, type News, type What, whats } from "../news";
import type { Change } from "../picture";
import type { Proposal } from "../proposal/schema";
import type { Request } from "../request/schema";
import type { Task } from "../task/schema";
import type { Country, Role } from "../vocabulary";
import type { IncidentContext } from "./pending-actions";

export type Unseen = Pick<News, "what" | "stream" | "seq" | "at"> & {
  /** The incident, request, task, proposal or message that it stands on. */
  about: string;
};

/** Whose screen clears it: any desk's, or a commander's alone, because only a commander can answer it. */
export const clearedBy: Record<What, "desk" | "commander"> = {
  "help-needed": "desk",
  "task-declined": "commander",
  raised: "desk",
  recalled: "desk",
  "request-withdrawn": "desk",
  "request-declined": "desk",
  "counter-refused": "desk",
  "transfer-declined": "desk",
  "request-made": "commander",
  "request-countered": "commander",
  "transfer-offered": "commander",
  "transfer-accepted": "commander",
  "transfer-completed": "desk",
  "counter-accepted": "desk",
  "request-accepted": "desk",
  "task-cancelled": "desk",
  "revision-waits": "desk",
  "proposal-made": "desk",
  "proposal-declined": "desk",
  "proposal-accepted": "desk",
  "request-completed": "desk",
  "task-completed": "desk",
  "handover-confirmed": "desk",
  message: "desk",
  note: "desk",
};

/** Whether this role's screen clears it: an officer, an auditor, a protection officer and a wall clear nothing. */
export function mayClear(role: Role, what: What): boolean {
  return role === "commander" || (role === "operator" && clearedBy[what] === "desk");
}

function isAttended(attended: Attended | undefined, news: Pick<News, "stream" | "seq" | "what">): boolean {
  if (isCovered(attended?.commander, news)) return true;
  return clearedBy[news.what] === "desk" && isCovered(attended?.desk, news);
}

/** The partner's doing, and what an own officer did: an own desk's acts are never unseen for its centre. */
const comesTo = (country: Country, { stream, unit }: News): boolean =>
  countryOf(stream) !== country || unit === true;

/** A question that was answered since, or withdrawn, is one no more; so is what a later answer replaced. */
function isRequestOver({ status }: Request, { what }: News): boolean {
  switch (what) {
    case "request-made":
      return status !== "made";
    case "request-countered":
      return status !== "countered";
    case "request-accepted":
    case "counter-accepted":
      return status === "completed";
    default:
      return false;
  }
}

const isTaskOver = ({ status }: Task, { what }: News): boolean =>
  what === "task-declined" && status !== "declined";

const isProposalOver = ({ answered }: Proposal, { what }: News): boolean =>
  what === "proposal-made" && answered !== undefined;

const isMessageOver = ({ read }: Message, country: Country): boolean => read[country] !== undefined;

/** What hangs on an incident, with what each of its parts tells. */
function newsIn(
  incident: Incident,
  context: IncidentContext,
  country: Country,
): (News & { about: string })[] {
  const found: (News & { about: string })[] = [];
  const take = (about: string, list: readonly News[] = [], isOver: (news: News) => boolean = () => false) => {
    for (const news of list) if (!isOver(news)) found.push({ ...news, about });
  };
  take(incident.id, incident.news);
  take(incident.id, raiseOf(incident), () => incident.acknowledged[country] !== undefined);
  take(incident.id, incident.attention?.news);
  for (const request of context.requests)
    take(request.id, request.news, (one) => isRequestOver(request, one));
  for (const task of context.tasks) take(task.id, task.news, (one) => isTaskOver(task, one));
  for (const proposal of context.proposals)
    take(proposal.id, proposal.news, (one) => isProposalOver(proposal, one));
  for (const message of context.messages)
    take(message.id, message.news, () => isMessageOver(message, country));
  return found;
}

/** A graver change of the partner's, or its reopening: unseen until it was read. */
const raiseOf = ({ raised }: Incident): News[] => (raised ? [{ what: "raised", ...raised }] : []);

/** A tombstone tells of the recall and nothing else: what it was about is no more the partner's. */
function recallOf(entity: IncidentEntity): (News & { about: string })[] {
  const { recalled } = entity;
  const originator = entity.originator ?? entity.owner;
  if (!recalled?.seq || recalled.acknowledged) return [];
  const { at, seq } = recalled;
  return [{ what: "recalled", stream: `${originator}.joint`, seq, at, about: entity.id }];
}

/** All that this country's centre has not had on screen, the gravest first, then the newest. */
export function unseenOf(entity: IncidentEntity, context: IncidentContext, country: Country): Unseen[] {
  const attended = entity.attention?.attended;
  const news = isIncident(entity) ? newsIn(entity, context, country) : recallOf(entity);
  return news
    .filter((one) => comesTo(country, one) && !isAttended(attended, one))
    .map(({ unit: _, ...unseen }) => unseen)
    .sort(compareUnseen);
}

const rankOf = (what: What): number => whats.indexOf(what);

type Brought = { what: What; incidentId: string };

/** What stands on a thing, and the incident that it is about. */
function newsOn({ collection, after }: Change): { news: readonly News[]; incidentId: string | undefined } {
  const none = { news: [], incidentId: undefined };
  if (!after) return none;
  switch (collection) {
    case "incidents": {
      const joint = isIncident(after) ? [...(after.news ?? []), ...raiseOf(after)] : recallOf(after);
      return { news: [...joint, ...(after.attention?.news ?? [])], incidentId: after.id };
    }
    case "tasks":
    case "requests":
    case "proposals":
    case "messages":
      return { news: after.news ?? [], incidentId: after.incidentId };
    default:
      return none;
  }
}

/** What one event has just brought to this country's centre; null when nothing. */
export function broughtBy(
  change: Change,
  { stream, seq }: Pick<News, "stream" | "seq">,
  country: Country,
): Brought | null {
  const { news, incidentId } = newsOn(change);
  const found = news.find((one) => one.stream === stream && one.seq === seq);
  return found && incidentId && comesTo(country, found) ? { what: found.what, incidentId } : null;
}

/** The gravest first, then the newest. */
export function compareUnseen(a: Unseen, b: Unseen): number {
  return rankOf(a.what) - rankOf(b.what) || (a.at > b.at ? -1 : a.at < b.at ? 1 : 0);
}
