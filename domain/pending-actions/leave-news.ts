/**
 * Leaves news on the entity that an event wrote, in one place for all slices: what joint events bring stands in the joint
 * part, what national ones bring about an incident in a part that its own country alone holds.
 */
import { scopeOf } from "../envelope";
import type { Collection, FullEvent } from "../events";
import { type IncidentEntity, isIncident } from "../incident/schema";
import { type Attention, type News, type What, withOneMore, without } from "../news";
import type { Entities } from "../slices";
import { newsWhat } from "./news-of";

type Change<Name extends Collection> = {
  before: Entities[Name] | undefined;
  after: Entities[Name] | undefined;
};

/** The entity after an event with the news it leaves. A late step, which changes nothing, leaves none. */
export function withNews<Name extends Collection>(
  name: Name,
  event: FullEvent,
  { before, after }: Change<Name>,
): Entities[Name] | undefined {
  if (after === undefined || after === before) return after;
  if (name !== "incidents") return onThing(after, event);
  // The name says that both are incidents; the compiler cannot see it.
  return onIncident(before as IncidentEntity | undefined, after as IncidentEntity, event) as Entities[Name];
}

function newsOf(event: FullEvent, incident?: IncidentEntity): News | null {
  const what = newsWhat(event, incident);
  return what && newsAs(what, event);
}

function newsAs(what: What, { stream, seq, at, actor }: FullEvent): News {
  return { what, stream, seq, at, ...(actor.role === "officer" ? { unit: true as const } : {}) };
}

/** What hangs on an incident is joint or national as a whole. */
function onThing<Thing extends Entities[Collection]>(thing: Thing, event: FullEvent): Thing {
  const news = newsOf(event);
  return news ? { ...thing, news: withOneMore("news" in thing ? thing.news : undefined, news) } : thing;
}

/** Release, recall and restoring make the record anew: what the own country holds about it stays. */
function onIncident(
  before: IncidentEntity | undefined,
  after: IncidentEntity,
  event: FullEvent,
): IncidentEntity {
  const kept = withoutSettled(event.type, withAttention(after, before?.attention));
  const raised = after.attention?.raised;
  const isRaised = raised !== undefined && raised.stream === event.stream && raised.seq === event.seq;
  const news = isRaised ? newsAs("raised", event) : newsOf(event, before);
  if (!news) return kept;
  if (scopeOf(event.stream) === "national")
    return { ...kept, attention: { ...kept.attention, news: withOneMore(kept.attention?.news, news) } };
  return isIncident(kept) ? { ...kept, news: withOneMore(kept.news, news) } : kept;
}

const withAttention = (after: IncidentEntity, attention: Attention | undefined): IncidentEntity =>
  attention && !after.attention ? { ...after, attention } : after;

/** What an officer's national change brings, until it was sent on; a raise, until it was read. */
const officers: ReadonlySet<What> = new Set(["revision-waits", "raised"]);
const isSettled = (what: What, { attention, national }: IncidentEntity): boolean =>
  what === "raised" ? attention?.raised === undefined : national?.pending === undefined;
const transferSteps: ReadonlySet<What> = new Set([
  "transfer-offered",
  "transfer-accepted",
  "transfer-declined",
  "transfer-completed",
]);

/**
 * What later steps have settled is told no more: a transfer's step replaces the one before it, and an officer's revision
 * that was sent on waits no more. Here and not where it is read, because walls do not hold what it depends on.
 */
function withoutSettled(type: string, incident: IncidentEntity): IncidentEntity {
  const { attention } = incident;
  const told = attention?.news?.map(({ what }) => what) ?? [];
  const settled = new Set(told.filter((what) => officers.has(what) && isSettled(what, incident)));
  const waiting: IncidentEntity =
    settled.size > 0
      ? { ...incident, attention: { ...attention, news: without(attention?.news, settled) } }
      : incident;
  if (!type.startsWith("transfer.") || !isIncident(waiting) || !waiting.news) return waiting;
  return { ...waiting, news: without(waiting.news, transferSteps) };
}
