"use client";
/** When a step happened that is reported later: a tap on a time shortly ago, or a typed one. */
import { useTranslations } from "use-intl";
import { TimeInput } from "../../../act/time-input";
import { clockTime, useFormats } from "../../../i18n/format";
import { useNow } from "../../../live/ticker";
import { Button } from "../../../ui/button";
import type { HappenedAt } from "./happened-at";

const minutesAgo = [5, 10, 15, 30] as const;

function ErrorText({ when }: { when: HappenedAt }) {
  const t = useTranslations("myTask");
  const { moment } = useFormats();
  const now = useNow();
  // What is no time is said below the field itself.
  if (when.ok || when.why === "notATime") return null;
  return (
    <p role="alert" className="mt-1.5 text-field-body font-semibold text-clock-alarm">
      {t("beforeLast", { time: moment(when.last, now) })}
    </p>
  );
}

type Props = {
  text: string;
  onText: (text: string) => void;
  /** Milliseconds since the epoch, as the server has it. */
  now: number;
  /** What the text was understood as. */
  happenedAt: HappenedAt;
};

function TimeChoice({ text, onText, now }: Omit<Props, "happenedAt">) {
  const t = useTranslations("myTask");
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-field-body text-ink-2">{t("happenedAt")}</legend>
      <div className="grid grid-cols-4 gap-2">
        {minutesAgo.map((minutes) => {
          const time = clockTime(now - minutes * 60_000);
          return (
            <Button
              key={minutes}
              aria-pressed={text === time}
              className="h-14 flex-col gap-0 px-1 text-field-body aria-pressed:border-ink-1 aria-pressed:bg-surface-3"
              onClick={() => onText(time)}
            >
              {time}
              <span className="text-field-note font-normal text-ink-2">
                {t("minutesAgo", { count: minutes })}
              </span>
            </Button>
          );
        })}
      </div>
      <TimeInput
        thumb
        label={t("happenedAt")}
        direction="past"
        placeholder={t("now")}
        text={text}
        onText={onText}
      />
    </fieldset>
  );
}

export function HappenedAtField({ happenedAt, ...choice }: Props) {
  return (
    <div>
      <TimeChoice {...choice} />
      <ErrorText when={happenedAt} />
    </div>
  );
}
