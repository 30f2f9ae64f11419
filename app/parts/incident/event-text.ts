"use client";
/** The text of an event. The table is total: a new event type has a text, or a reason why it has none. */
import { useTranslations } from "use-intl";
import type { BodyOf, EventType } from "@/domain/events";
import { isEventType } from "@/domain/events";
import type { Phrase, PhraseId } from "@/domain/phrases";
import { isRedacted, type WireEvent } from "@/domain/protocol/down";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { clockTime } from "../../i18n/format";
import type { EventContext } from "./event-context";
import { useReasonText } from "./reason-text";

/** A phrase with its slots filled; times in local time. */
export function usePhrase(): (phrase: Phrase) => string {
  const t = useTranslations("phrase");
  return (phrase) => {
    const slots = Object.entries(phrase.slots).map(([name, value]) => [
      name,
      name === "time" ? clockTime(String(value)) : value,
    ]);
    // Which slots a phrase has is checked by its schema; the texts are held to the same slots by a test.
    return (t as unknown as (id: PhraseId, values: Record<string, unknown>) => string)(
      phrase.id,
      Object.fromEntries(slots),
    );
  };
}

export type EventText = { title: string; text?: string };

/** What a writer is given: the body, null where it was erased or is withheld, and what the event is about. */
type WriterInput<Type extends EventType> = {
  body: BodyOf<Type> | null;
  country: Country;
  about: EventContext;
};
type Writers = { [Type in EventType]: ((event: WriterInput<Type>) => EventText) | null };

/** Types that no timeline of an incident shows, each for its reason. */
export const silent = {
  // Follow-ups of a step that stands in the timeline already.
  "incident.located": null,
  "incident.restored": null,
  "entry.struck": null,
  "request.task-added": null,
  // Housekeeping: what is archived has ended before.
  "task.archived": null,
  "request.archived": null,
  "proposal.archived": null,
  "message.archived": null,
  "clock.archived": null,
  // What was on a screen is no step of anybody's; a centre's own attention clears its own marks.
  "incident.attended": null,
  // A message's reading stands with the message.
  "message.read": null,
  // Units and drawings have no incident of their own.
  "unit.registered": null,
  "unit.status-changed": null,
  "duty.started": null,
  "duty.ended": null,
  "drawing.put": null,
  "drawing.removed": null,
} as const satisfies Partial<Writers>;

const unknownUnit = "–";

function useWriters(): Writers {
  const t = useTranslations("event");
  const field = useTranslations("field");
  const outcome = useTranslations("outcome");
  const country = useTranslations("country");
  const action = useTranslations("action");
  const clock = useTranslations("clock.kind");
  const phrase = usePhrase();

  const fieldsIn = (names: readonly string[]): string =>
    (names as Parameters<typeof field>[0][]).map((name) => field(name)).join(", ");
  const actionOf = ({ action: name }: EventContext): string => (name ? action(name) : "");
  const clockOf = ({ clock: name }: EventContext): string => (name ? clock(name) : "");
  const unitOf = ({ callsign }: EventContext): string => callsign ?? unknownUnit;
  const reasonText = useReasonText();
  const saying = (title: string, text: string | undefined): EventText =>
    text ? { title, text: reasonText(text) } : { title };
  const due = (dueAt: string | undefined) => dueAt && t("due", { time: clockTime(dueAt) });

  return {
    ...silent,
    "incident.reported": () => ({ title: t("incident.reported") }),
    "incident.revised": ({ body }) => ({
      title: t("incident.revised", { fields: fieldsIn(Object.keys(body?.changes ?? {})) }),
    }),
    "incident.taken": () => ({ title: t("incident.taken") }),
    "incident.verified": () => ({ title: t("incident.verified") }),
    "incident.closed": ({ body }) => ({
      title: t("incident.closed", { outcome: body ? outcome(body.outcome) : "" }),
    }),
    "incident.reopened": ({ body }) => saying(t("incident.reopened"), body?.reason),
    "incident.merged": () => ({ title: t("incident.merged") }),
    "incident.linked": () => ({ title: t("incident.linked") }),
    "incident.acknowledged": () => ({ title: t("incident.acknowledged") }),
    "incident.assessed": ({ body }) => ({
      title: t("incident.assessed", { grading: body ? `${body.grading.source}${body.grading.info}` : "" }),
    }),
    "incident.noted": ({ body }) => ({
      title: (body?.phrase ? phrase(body.phrase) : body?.text?.text) || t("incident.noted"),
    }),
    "incident.archived": () => ({ title: t("incident.archived") }),
    "incident.expired": () => ({ title: t("incident.expired") }),
    "incident.released": ({ country: by }) => ({
      title: t("incident.released", { country: country(partnerOf(by)) }),
    }),
    "release.requested": () => ({ title: t("release.requested") }),
    "release.approved": ({ body }) =>
      saying(t(body?.urgent ? "release.approvedUrgent" : "release.approved"), body?.reason),
    "release.refused": ({ body }) => saying(t("release.refused"), body?.reason),
    "release.reviewed": () => ({ title: t("release.reviewed") }),
    "release.recalled": ({ body }) => saying(t("release.recalled"), body?.reason),
    "release.recall-acknowledged": () => ({ title: t("release.recall-acknowledged") }),
    "protection.cleared": ({ body }) => saying(t("protection.cleared"), body?.reason),
    "transfer.offered": ({ body }) => saying(t("transfer.offered"), body?.reason),
    "transfer.accepted": () => ({ title: t("transfer.accepted") }),
    "transfer.declined": ({ body }) => saying(t("transfer.declined"), body?.reason),
    "transfer.completed": ({ country: by }) => ({
      title: t("transfer.completed", { country: country(partnerOf(by)) }),
    }),
    "proposal.made": ({ about }) => ({ title: t("proposal.made", { fields: fieldsIn(about.fields ?? []) }) }),
    "proposal.accepted": ({ about }) => ({
      title: t("proposal.accepted", { fields: fieldsIn(about.fields ?? []) }),
    }),
    "proposal.declined": ({ body, about }) =>
      saying(t("proposal.declined", { fields: fieldsIn(about.fields ?? []) }), body?.reason),
    "task.assigned": ({ body, about }) =>
      saying(t("task.assigned", { callsign: unitOf(about), action: actionOf(about) }), due(body?.dueAt)),
    "task.acknowledged": ({ about }) => ({ title: t("task.acknowledged", { callsign: unitOf(about) }) }),
    "task.advanced": ({ body, about }) =>
      saying(
        t(body ? `task.${body.to}` : "task.advanced", { callsign: unitOf(about), action: actionOf(about) }),
        body?.result,
      ),
    "task.declined": ({ body, about }) =>
      saying(t("task.declined", { callsign: unitOf(about) }), body?.reason),
    "task.cancelled": ({ body, about }) =>
      saying(t("task.cancelled", { callsign: unitOf(about) }), body?.reason),
    "task.reassigned": ({ body, about }) =>
      saying(t("task.reassigned", { callsign: unitOf(about), action: actionOf(about) }), body?.reason),
    "request.made": ({ body, about }) =>
      saying(t("request.made", { action: actionOf(about) }), due(body?.dueAt)),
    "request.withdrawn": ({ body, about }) =>
      saying(t("request.withdrawn", { action: actionOf(about) }), body?.reason),
    "request.acknowledged": ({ about }) => ({
      title: t("request.acknowledged", { action: actionOf(about) }),
    }),
    "request.accepted": ({ about }) => ({ title: t("request.accepted", { action: actionOf(about) }) }),
    "request.declined": ({ body, about }) =>
      saying(t("request.declined", { action: actionOf(about) }), body?.reason),
    "request.countered": ({ body, about }) =>
      saying(t("request.countered", { action: actionOf(about) }), due(body?.dueAt)),
    "request.counter-accepted": ({ about }) => ({
      title: t("request.counter-accepted", { action: actionOf(about) }),
    }),
    "request.counter-refused": ({ body, about }) =>
      saying(t("request.counter-refused", { action: actionOf(about) }), body?.reason),
    "request.confirmed": ({ body }) => ({
      title: body?.count ? t("request.confirmedCount", { count: body.count }) : t("request.confirmed"),
    }),
    "request.completed": ({ body, about }) =>
      saying(t("request.completed", { action: actionOf(about) }), body?.result),
    "message.posted": ({ body }) =>
      saying(t("message.posted"), body?.phrase ? phrase(body.phrase) : body?.text?.text),
    "alarm.acknowledged": ({ about }) => ({ title: t("alarm.acknowledged", { clock: clockOf(about) }) }),
    "clock.paused": ({ body, about }) => saying(t("clock.paused", { clock: clockOf(about) }), body?.reason),
    "clock.resumed": ({ about }) => ({ title: t("clock.resumed", { clock: clockOf(about) }) }),
  };
}

/** Null for what a reader of the timeline does not need to see. */
export function useEventText(): (event: WireEvent, about: EventContext) => EventText | null {
  const t = useTranslations("event");
  const writers = useWriters();
  return (event, about) => {
    if (!isEventType(event.type)) return { title: t("other") };
    // Each writer takes its own type's body; the compiler cannot follow the name to it.
    const write = writers[event.type] as ((event: WriterInput<EventType>) => EventText) | null;
    const body = isRedacted(event) ? null : event.body;
    return write?.({ body, country: event.actor.country, about }) ?? null;
  };
}
