"use client";
/** The two-sided timeline: KH left, LA right; the last box is what the other side owes. */
import { Lock, Strikethrough } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { scopeOf } from "@/domain/envelope";
import { type IncidentEntity, isIncident, type Note } from "@/domain/incident/schema";
import type { WireEvent } from "@/domain/protocol/down";
import { type Country, countries, partnerOf } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../i18n/format";
import { useNow } from "../live/clock";
import { useTimeline, useUser } from "../live/hooks";
import { isUnread } from "../live/needs";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { CountryPlate } from "../ui/country";
import { ScrollRegion } from "../ui/scroll";
import { type EventText, useEventText } from "./event-text";

const sides: Record<Country, { box: string; column: string }> = {
  KH: { column: "col-start-1", box: "border-r-3 border-kh pr-3 text-right" },
  LA: { column: "col-start-3", box: "border-l-6 border-double border-la pl-3" },
};

const notesOf = (incident: IncidentEntity): readonly Note[] => [
  ...(incident.national?.notes ?? []),
  ...(isIncident(incident) ? (incident.notes ?? []) : []),
];

type EntryProps = {
  event: WireEvent;
  text: EventText;
  note: Note | undefined;
  onStrike: ((note: Note) => void) | undefined;
};

function Entry({ event, text, note, onStrike }: EntryProps) {
  const t = useTranslations("detail");
  const act = useTranslations("act");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const side = sides[event.actor.country];
  const national = scopeOf(event.stream) === "national";
  return (
    <li className="grid grid-cols-[1fr_52px_1fr]" data-testid="timeline-entry" data-type={event.type}>
      <div
        className={classes(
          "row-start-1 min-w-0 pb-1.5 text-[12.5px] leading-[calc(var(--leading)*0.97)]",
          side.column,
          side.box,
        )}
      >
        <span className={classes("break-words", note?.struck && "text-ink-3 line-through")}>
          {text.title}
        </span>
        {text.text ? <span className="block text-[12px] break-words text-ink-2">{text.text}</span> : null}
        {note?.struck ? (
          <span className="block text-[12px] text-ink-2">{t("struck", { reason: note.struck.reason })}</span>
        ) : null}
        <span
          className={classes(
            "flex items-center gap-1.5 text-[12px] text-ink-3",
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
        className="relative col-start-2 row-start-1 text-center text-[12px] text-ink-2 after:absolute after:top-5 after:bottom-0 after:left-1/2 after:border-l"
      >
        {clockTime(event.at)}
      </time>
    </li>
  );
}

/** What the other side owes: to read it, or to read its recall. */
function Owed({ incident }: { incident: IncidentEntity }) {
  const t = useTranslations("detail");
  const names = useTranslations("country");
  const reader = partnerOf(incident.originator ?? incident.owner);
  const recall = incident.sharing === "recalled" && incident.recalled && !incident.recalled.acknowledged;
  const read = isIncident(incident) && incident.sharing === "released" && isUnread(incident, reader);
  if (!recall && !read) return null;
  return (
    <li className="grid grid-cols-[1fr_52px_1fr]" data-testid="owed">
      <div
        className={classes(
          "row-start-1 rounded-1 border-[1.5px] border-dashed border-clock-warn px-2.5 py-1 text-clock-warn",
          sides[reader].column,
          reader === "KH" && "text-right",
        )}
      >
        <span className="font-semibold">{t(recall ? "owesRecall" : "owesRead")}</span>
        <span className="block text-[12px] text-ink-2">{t("owesReadBy", { country: names(reader) })}</span>
      </div>
    </li>
  );
}

type Props = { incident: IncidentEntity; onStrike: ((note: Note) => void) | undefined };

export function TimelineView({ incident, onStrike }: Props) {
  const t = useTranslations("detail");
  const names = useTranslations("country");
  const user = useUser();
  const { events, status, more, older } = useTimeline(incident.id);
  const textOf = useEventText();
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
    <section aria-label={t("timeline")} className="flex min-h-0 flex-1 flex-col">
      <div className="grid grid-cols-[1fr_52px_1fr] px-4 pt-2 pb-1.5 text-[12.5px] font-semibold text-ink-2">
        {countries.map((country) => (
          <span
            key={country}
            className={classes(
              "flex items-center gap-2",
              country === "KH" ? "justify-end" : "col-start-3 flex-row-reverse justify-end",
            )}
          >
            {names(country)} <CountryPlate country={country} className="text-[12px]" />
          </span>
        ))}
      </div>
      <ScrollRegion label={t("timeline")} className="min-h-24 flex-1 px-4 pb-3">
        {status === "failed" ? <p className="pb-2 text-[12px] text-stale">{t("timelineFailed")}</p> : null}
        {more ? (
          <div className="pb-2 text-center">
            <Button size="small" look="quiet" onClick={older}>
              {t("older")}
            </Button>
          </div>
        ) : null}
        <ol>
          {events.map((event) => {
            const text = textOf(event);
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
          <Owed incident={incident} />
        </ol>
        <div ref={end} />
      </ScrollRegion>
    </section>
  );
}
