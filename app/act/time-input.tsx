"use client";
/** A time as it is typed, with its day where it needs one. What is not understood is marked, and a day not plain is said. */
import { useId } from "react";
import { useTranslations } from "use-intl";
import { clockTime } from "../i18n/format";
import { type Direction, typedTime } from "../i18n/typed-time";
import { useTypedTimeText } from "../i18n/typed-time-text";
import { useNow } from "../live/ticker";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { Input } from "../ui/field";

type Props = {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** Whether it happened, or is still to come. */
  direction: Direction;
  /** The local time now, where nothing else is said. */
  placeholder?: string;
  autoFocus?: boolean;
  className?: string;
  /** On the phone: digits to type, and the day before by a tap. */
  thumb?: boolean;
};

/** Yesterday or tomorrow by a tap, where the keyboard has digits only. */
function OtherDay({ text, onText, direction }: Pick<Props, "text" | "onText" | "direction">) {
  const word = useTranslations("time.day")(direction === "past" ? "yesterday" : "tomorrow");
  const said = text.startsWith(word);
  return (
    <Button
      aria-pressed={said}
      className="h-12 px-3 text-field-body aria-pressed:border-ink-1 aria-pressed:bg-surface-3"
      onClick={() => onText(said ? text.slice(word.length).trimStart() : `${word} ${text}`)}
    >
      {word}
    </Button>
  );
}

export function TimeInput({ label, text, onText, direction, thumb = false, className, ...input }: Props) {
  const now = useNow();
  const typed = typedTime(text, direction, now);
  const { error, means } = useTypedTimeText(typed, now);
  const note = useId();
  const noteClass = thumb ? "text-field-body" : "text-desk-note";
  return (
    <span className="grid min-w-0 content-start gap-1">
      <span className={thumb ? "grid grid-cols-[1fr_auto] gap-2" : "contents"}>
        <Input
          {...input}
          inputMode={thumb ? "numeric" : undefined}
          className={classes(thumb ? "h-12 text-field-body" : "", className)}
          aria-label={label}
          aria-invalid={error !== undefined}
          aria-describedby={error || means ? note : undefined}
          maxLength={40}
          placeholder={input.placeholder ?? (now ? clockTime(now) : "")}
          value={text}
          onText={onText}
        />
        {thumb ? <OtherDay text={text} onText={onText} direction={direction} /> : null}
      </span>
      {error ? (
        <span id={note} role="alert" className={classes("font-semibold text-clock-alarm", noteClass)}>
          {error}
        </span>
      ) : null}
      {means ? (
        <output id={note} data-testid="time-means" className={classes("font-semibold text-ink-1", noteClass)}>
          {means}
        </output>
      ) : null}
    </span>
  );
}
