"use client";
/** What an event says, in the reader's language. */
import { useTranslations } from "use-intl";
import type { EventType, FullEvent } from "@/domain/events";
import { isEventType } from "@/domain/events";
import type { Phrase, PhraseId } from "@/domain/phrases";
import { isRedacted, type WireEvent } from "@/domain/protocol/down";
import { partnerOf } from "@/domain/vocabulary";
import { clockTime } from "../i18n/format";

/** A phrase of the book with its slots filled; times in local time. */
export function usePhrase(): (phrase: Phrase) => string {
  const t = useTranslations("phrase");
  return (phrase) => {
    const slots = Object.entries(phrase.slots).map(([name, value]) => [
      name,
      name === "time" ? clockTime(String(value)) : value,
    ]);
    // Which slots a phrase has is checked by its schema; the message files are held to the same slots by a test.
    return (t as unknown as (id: PhraseId, values: Record<string, unknown>) => string)(
      phrase.id,
      Object.fromEntries(slots),
    );
  };
}

export type EventText = { title: string; text?: string };

type Titles = { [Type in EventType]?: (event: Extract<FullEvent, { type: Type }>) => EventText };

/** Null for what a reader of the timeline does not need to see. */
export function useEventText(): (event: WireEvent) => EventText | null {
  const t = useTranslations("event");
  const field = useTranslations("field");
  const outcome = useTranslations("outcome");
  const country = useTranslations("country");
  const phrase = usePhrase();

  const special: Titles = {
    "incident.revised": ({ body }) => {
      const names = Object.keys(body?.changes ?? {}) as Parameters<typeof field>[0][];
      return { title: t("incident.revised", { fields: names.map((name) => field(name)).join(", ") }) };
    },
    "incident.closed": ({ body }) => ({
      title: t("incident.closed", { outcome: body ? outcome(body.outcome) : "" }),
    }),
    "incident.released": ({ actor }) => ({
      title: t("incident.released", { country: country(partnerOf(actor.country)) }),
    }),
    "incident.assessed": ({ body }) => ({
      title: t("incident.assessed", { grading: body ? `${body.grading.source}${body.grading.info}` : "" }),
    }),
    "incident.noted": ({ body }) => {
      const said = body?.phrase ? phrase(body.phrase) : body?.text?.text;
      return said ? { title: said } : { title: t("incident.noted") };
    },
    "incident.reopened": ({ body }) => ({
      title: t("incident.reopened"),
      ...(body ? { text: body.reason } : {}),
    }),
    "release.approved": ({ body }) => ({
      title: t(body?.urgent ? "release.approvedUrgent" : "release.approved"),
      ...(body?.reason ? { text: body.reason } : {}),
    }),
    "release.refused": ({ body }) => ({
      title: t("release.refused"),
      ...(body ? { text: body.reason } : {}),
    }),
    "release.recalled": ({ body }) => ({
      title: t("release.recalled"),
      ...(body ? { text: body.reason } : {}),
    }),
    "protection.cleared": ({ body }) => ({
      title: t("protection.cleared"),
      ...(body ? { text: body.reason } : {}),
    }),
  };

  return (event) => {
    if (!isEventType(event.type)) return { title: t("other") };
    const { type } = event;
    if (hidden.has(type)) return null;
    const write = isRedacted(event)
      ? undefined
      : (special[type] as ((event: FullEvent) => EventText) | undefined);
    if (write && !isRedacted(event)) return write(event);
    return { title: (t as (key: string) => string)(plain.has(type) ? type : "other") };
  };
}

/** Follow-ups of a step that stands in the timeline already. */
const hidden = new Set<EventType>(["incident.located", "incident.restored", "entry.struck"]);
const plain = new Set<string>([
  "incident.reported",
  "incident.taken",
  "incident.verified",
  "incident.reopened",
  "incident.merged",
  "incident.linked",
  "incident.acknowledged",
  "incident.noted",
  "incident.archived",
  "incident.expired",
  "release.requested",
  "release.approved",
  "release.refused",
  "release.reviewed",
  "release.recalled",
  "release.recall-acknowledged",
  "protection.cleared",
]);
