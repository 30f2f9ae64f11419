"use client";
/** The two-sided timeline: KH left, LA right; the last box is the other side's pending action. */
import { Lock, Strikethrough } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { scopeOf } from "@/domain/envelope";
import { type IncidentEntity, isIncident, type Note } from "@/domain/incident/schema";
import type { WireEvent } from "@/domain/protocol/down";
import { type Country, countries } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../../i18n/format";
import { useLive, useUser } from "../../live/hooks/use-live";
import { useTimeline } from "../../live/hooks/use-timeline";
import { useNow } from "../../live/ticker";
import { markedClocks } from "../../live/views/timeline-subjects";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { ScrollRegion } from "../../ui/scroll";
import { contextsOf, type Known, keyOfEvent } from "./event-context";
import { type EventText, useEventText } from "./event-text";
import { PendingActionsList } from "./pending-actions-list";

const sides: Record<Country, { box: string; column: string }> = {
  KH: { column: "col-start-1", box: "border-r-3 border-kh pr-3 text-right" },
  LA: { column: "col-start-3", box: "border-l-6 border-double border-la pl-3" },
};

const notesOf = (incident: IncidentEntity): readonly Note[] => [
  ...(incident.national?.notes ?? []),
  ...(isIncident(incident) ? (incident.notes ?? []) : []),
];

/** When it happened, where it came in later over the radio; ISO 8601 UTC. */
function happenedOf({ body }: WireEvent): string | undefined {
  return body && "happenedAt" in body ? body.happenedAt : undefined;
}

type EntryProps = {
  event: WireEvent;
  text: EventText;
  note: Note | undefined;
  onStrike: ((note: Note) => void) | undefined;
};

function Entry({ event, text, note, onStrike }: EntryProps) {
  const t = useTranslations("detail");
  const act = useTranslations("act");
  const eventWords = useTranslations("event");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const happenedAt = happenedOf(event);
  const side = sides[event.actor.country];
  const national = scopeOf(event.stream) === "national";
  return (
    <li className="grid grid-cols-[1fr_52px_1fr]" data-testid="timeline-entry" data-type={event.type}>
      <div
        className={classes(
          "row-start-1 min-w-0 pb-1.5 text-desk-body leading-compact",
          side.column,
          side.box,
        )}
      >
        <span className={classes("break-words", note?.struck && "text-ink-3 line-through")}>
          {text.title}
        </span>
        {happenedAt ? (
          <span className="block text-desk-note text-ink-2">
            {eventWords("happened", { time: clockTime(happenedAt) })}
          </span>
        ) : null}
        {text.text ? <span className="block text-desk-note break-words text-ink-2">{text.text}</span> : null}
        {note?.struck ? (
          <span className="block text-desk-note text-ink-2">
            {t("struck", { reason: note.struck.reason })}
          </span>
        ) : null}
        <span
          className={classes(
            "flex items-center gap-1.5 text-desk-note text-ink-3",
            event.actor.country === "KH" && "justify-end",
          )}
        >
          {national ? <Lock size={11} aria-label={t("ours")} /> : null}
          {event.actor.desk}
          {note && !note.struck && onStrike ? (
            <button
              type="button"
              aria-label={act("strike")}
              title={act("strike")}
              onClick={() => onStrike(note)}
              className="p-0.5 hover:text-ink-1"
            >
              <Strikethrough size={12} aria-hidden />
            </button>
          ) : null}
        </span>
      </div>
      <time
        dateTime={event.at}
        title={moment(event.at, now)}
        className="relative col-start-2 row-start-1 text-center text-desk-note text-ink-2 after:absolute after:top-5 after:bottom-0 after:left-1/2 after:border-l"
      >
        {clockTime(event.at)}
      </time>
    </li>
  );
}

/** What the picture knows of a subject, for events whose beginning is not loaded. */
function useKnown(incidentId: string): Known {
  const { store } = useLive().client;
  return (subject) => {
    const task = store.get("tasks", subject);
    if (task) return { callsign: task.unit.callsign, action: task.action };
    const request = store.get("requests", subject);
    if (request) return { action: request.action };
    const proposal = store.get("proposals", subject);
    if (proposal) return { fields: Object.keys(proposal.changes) };
    if (!store.get("clocks", subject)) return {};
    const clock = markedClocks(store, incidentId).get(subject);
    return clock ? { clock } : {};
  };
}

type Props = { incident: IncidentEntity; onStrike: ((note: Note) => void) | undefined };

export function TimelineView({ incident, onStrike }: Props) {
  const t = useTranslations("detail");
  const names = useTranslations("country");
  const user = useUser();
  const { events, status, more, older } = useTimeline(incident.id);
  const textOf = useEventText();
  const about = contextsOf(events, useKnown(incident.id));
  const notes = new Map(notesOf(incident).map((note) => [note.id, note]));
  const mayStrike = (note: Note | undefined) =>
    note && (note.by === user.by || (user.role === "commander" && note.country === user.country));
  const end = useRef<HTMLDivElement>(null);
  const { length } = events;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest entry is brought into sight when one more is there
  useEffect(() => {
    const box = end.current?.parentElement;
    if (box) box.scrollTop = box.scrollHeight;
  }, [length]);
  return (
    <section aria-label={t("timeline")} className="flex min-h-36 flex-1 flex-col">
      <div className="grid grid-cols-[1fr_52px_1fr] px-4 pt-2 pb-1.5 text-desk-body font-semibold text-ink-2">
        {countries.map((country) => (
          <span
            key={country}
            className={classes(
              "flex items-center gap-2",
              country === "KH" ? "justify-end" : "col-start-3 flex-row-reverse justify-end",
            )}
          >
            {names(country)} <CountryPlate country={country} className="text-desk-note" />
          </span>
        ))}
      </div>
      <ScrollRegion label={t("timeline")} className="flex-1 px-4 pb-3">
        {status === "failed" ? <p className="pb-2 text-desk-note text-stale">{t("timelineFailed")}</p> : null}
        {more ? (
          <div className="pb-2 text-center">
            <Button size="small" look="quiet" onClick={older}>
              {t("older")}
            </Button>
          </div>
        ) : null}
        <ol>
          {events.map((event) => {
            const text = textOf(event, about.get(keyOfEvent(event)) ?? {});
            const note = notes.get(event.id);
            return text ? (
              <Entry
                key={`${event.stream}/${event.seq}`}
                event={event}
                text={text}
                note={note}
                onStrike={mayStrike(note) ? onStrike : undefined}
              />
            ) : null;
          })}
          <PendingActionsList incident={incident} />
        </ol>
        <div ref={end} />
      </ScrollRegion>
    </section>
  );
}
