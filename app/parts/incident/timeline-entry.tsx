"use client";
/** One entry of the timeline, on the side of the country that made it. */
import { Lock, Strikethrough } from "lucide-react";
import { useTranslations } from "use-intl";
import { scopeOf } from "@/domain/envelope";
import type { Note } from "@/domain/incident/schema";
import type { WireEvent } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../../i18n/format";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";
import type { EventText } from "./event-text";
import { UnseenAt } from "./unseen-mark";

const sides: Record<Country, { box: string; column: string }> = {
  KH: { column: "col-start-1", box: "border-r-3 border-kh pr-3 text-right" },
  LA: { column: "col-start-3", box: "border-l-6 border-double border-la pl-3" },
};

/** When it happened, where it was reported later by radio; ISO 8601 UTC. */
function happenedOf({ body }: WireEvent): string | undefined {
  return body && "happenedAt" in body ? body.happenedAt : undefined;
}

type Props = {
  event: WireEvent;
  text: EventText;
  note: Note | undefined;
  /** Absent where this account may not strike the note. */
  onStrike: ((note: Note) => void) | undefined;
};

/** What happened, and when where that is known to be earlier; a struck note with the reason. */
function EntryText({ event, text, note }: Omit<Props, "onStrike">) {
  const t = useTranslations("detail");
  const eventTexts = useTranslations("event");
  const happenedAt = happenedOf(event);
  return (
    <>
      <span className={classes("break-words", note?.struck && "text-ink-3 line-through")}>{text.title}</span>
      {happenedAt ? (
        <span className="block text-desk-note text-ink-2">
          {eventTexts("happened", { time: clockTime(happenedAt) })}
        </span>
      ) : null}
      {text.text ? <span className="block text-desk-note break-words text-ink-2">{text.text}</span> : null}
      {note?.struck ? (
        <span className="block text-desk-note text-ink-2">{t("struck", { reason: note.struck.reason })}</span>
      ) : null}
    </>
  );
}

/** Whose entry it is, and the button that strikes a note. */
function EntrySource({ event, note, onStrike }: Omit<Props, "text">) {
  const t = useTranslations("detail");
  const act = useTranslations("act");
  const national = scopeOf(event.stream) === "national";
  return (
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
  );
}

export function TimelineEntry({ event, text, note, onStrike }: Props) {
  const { moment } = useFormats();
  const now = useNow(60_000);
  const side = sides[event.actor.country];
  return (
    <li className="grid grid-cols-[1fr_52px_1fr]" data-testid="timeline-entry" data-type={event.type}>
      <div
        className={classes(
          "row-start-1 min-w-0 pb-1.5 text-desk-body leading-compact",
          side.column,
          side.box,
        )}
      >
        <EntryText event={event} text={text} note={note} />
        <UnseenAt event={event} />
        <EntrySource event={event} note={note} onStrike={onStrike} />
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
