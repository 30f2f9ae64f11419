/**
 * What an event of a timeline is about, where its own body does not say: a task's step names no callsign, a decision
 * no action. Drawn from the events before it, and from the picture where those are not loaded. Pure.
 */
import type { ClockKind } from "@/domain/clock/clock";
import type { FullEvent } from "@/domain/events";
import { isRedacted, type WireEvent } from "@/domain/protocol/down";
import type { Action } from "@/domain/vocabulary";

export type EventContext = {
  callsign?: string;
  action?: Action;
  /** Names of the fields a proposal is about. */
  fields?: readonly string[];
  clock?: ClockKind;
};

/** What the picture knows of a subject now. */
export type Known = (subject: string) => EventContext;

const fieldsOf = (changes: object | undefined): string[] => Object.keys(changes ?? {});

/** What this event alone says of its subject. */
function ownContext(event: FullEvent): EventContext {
  switch (event.type) {
    case "task.assigned":
      return event.body ? { callsign: event.body.unit.callsign, action: event.body.action } : {};
    case "task.reassigned":
      return event.body ? { callsign: event.body.unit.callsign } : {};
    case "request.made":
      return event.body ? { action: event.body.action } : {};
    case "proposal.made":
      return { fields: fieldsOf(event.body?.changes) };
    default:
      return {};
  }
}

/** A counter names its own action; it is the request's only once it was accepted. */
function counterOf(event: FullEvent): Action | undefined {
  return event.type === "request.countered" ? event.body?.action : undefined;
}

export const keyOfEvent = ({ stream, seq }: Pick<WireEvent, "stream" | "seq">): string => `${stream}/${seq}`;

/** The context of each event, in the order of the log (oldest first), under `keyOfEvent`. */
export function contextsOf(events: readonly WireEvent[], known: Known): Map<string, EventContext> {
  const contexts = new Map<string, EventContext>();
  const latest = new Map<string, EventContext>();
  const counters = new Map<string, Action>();
  for (const event of events) {
    const { subject } = event;
    const own = isRedacted(event) ? {} : ownContext(event);
    const before = { ...known(subject), ...latest.get(subject), ...own };
    latest.set(subject, { ...latest.get(subject), ...own });
    const offered = isRedacted(event) ? undefined : counterOf(event);
    if (offered) counters.set(subject, offered);
    const counter = counters.get(subject);
    const speaksOfCounter = event.type.startsWith("request.counter");
    if (counter && event.type === "request.counter-accepted") {
      latest.set(subject, { ...latest.get(subject), action: counter });
    }
    contexts.set(keyOfEvent(event), counter && speaksOfCounter ? { ...before, action: counter } : before);
  }
  return contexts;
}
