"use client";
/** The two-sided timeline: KH left, LA right; the last boxes are what each side must still do. */
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident, type Note } from "@/domain/incident/schema";
import type { WireEvent } from "@/domain/protocol/down";
import { countries } from "@/domain/vocabulary";
import { useLive, useUser } from "../../live/hooks/use-live";
import { useTimeline } from "../../live/hooks/use-timeline";
import { markedClocks } from "../../live/views/timeline-subjects";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { ScrollRegion } from "../../ui/scroll";
import { contextsOf, type Known, keyOfEvent } from "./event-context";
import { useEventText } from "./event-text";
import { PendingActionsList } from "./pending-actions-list";
import { TimelineEntry } from "./timeline-entry";

const notesOf = (incident: IncidentEntity): readonly Note[] => [
  ...(incident.national?.notes ?? []),
  ...(isIncident(incident) ? (incident.notes ?? []) : []),
];

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

function SideNames() {
  const names = useTranslations("country");
  return (
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
  );
}

type OnStrike = ((note: Note) => void) | undefined;
type EntriesProps = { incident: IncidentEntity; events: readonly WireEvent[]; onStrike: OnStrike };

/** The entries in their order; an event that needs no reader is left out. */
function Entries({ incident, events, onStrike }: EntriesProps) {
  const user = useUser();
  const textOf = useEventText();
  const contexts = contextsOf(events, useKnown(incident.id));
  const notes = new Map(notesOf(incident).map((note) => [note.id, note]));
  const mayStrike = (note: Note | undefined) =>
    note && (note.by === user.by || (user.role === "commander" && note.country === user.country));
  return events.map((event) => {
    const text = textOf(event, contexts.get(keyOfEvent(event)) ?? {});
    const note = notes.get(event.id);
    return text ? (
      <TimelineEntry
        key={keyOfEvent(event)}
        event={event}
        text={text}
        note={note}
        onStrike={mayStrike(note) ? onStrike : undefined}
      />
    ) : null;
  });
}

type Props = { incident: IncidentEntity; onStrike: OnStrike };

export function TimelineView({ incident, onStrike }: Props) {
  const t = useTranslations("detail");
  const { events, status, more, older } = useTimeline(incident.id);
  const end = useRef<HTMLDivElement>(null);
  const { length } = events;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest entry is brought into sight when one more is there
  useEffect(() => {
    const box = end.current?.parentElement;
    if (box) box.scrollTop = box.scrollHeight;
  }, [length]);
  return (
    <section aria-label={t("timeline")} className="flex min-h-36 flex-1 flex-col">
      <SideNames />
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
          <Entries incident={incident} events={events} onStrike={onStrike} />
          <PendingActionsList incident={incident} />
        </ol>
        <div ref={end} />
      </ScrollRegion>
    </section>
  );
}
