"use client";
/** Fields of several task forms: the due time, and when it happened if it was reported by radio. */
import { useTranslations } from "use-intl";
import { clockTime } from "../../i18n/format";
import { isTime } from "../../i18n/typed-time";
import { useNow } from "../../live/ticker";
import { Field, Input } from "../../ui/field";
import { ToggleGroup } from "../../ui/toggle";
import { type Due, dueChoices, isDue } from "./due";

/** Another time than now, as it is typed; empty means now. */
export const isTimeText = (text: string): boolean => text.trim() === "" || isTime(text);

type DueProps = { due: Due; onChange: (due: Due) => void; label?: string };

export function DueField({ due, onChange, label }: DueProps) {
  const t = useTranslations("task");
  const title = label ?? t("due.label");
  const time = useTranslations("time");
  const now = useNow(60_000);
  const labelOf = (choice: Due["choice"]) =>
    choice === "none" || choice === "clock" ? t(`due.${choice}`) : time("minutes", { count: choice });
  const wrong = due.text !== "" && !isDue(due);
  return (
    <div>
      <p className="mb-1 text-desk-note text-ink-2">{title}</p>
      <div className="flex flex-wrap items-start gap-1.5">
        <ToggleGroup
          label={title}
          value={due.choice}
          onChange={(choice) => onChange({ ...due, choice })}
          choices={dueChoices.map((value) => ({ value, label: labelOf(value) }))}
        />
        {due.choice === "clock" ? (
          <Input
            autoFocus
            aria-label={t("due.clock")}
            aria-invalid={wrong}
            placeholder={clockTime(now)}
            className="w-24"
            value={due.text}
            onText={(text) => onChange({ ...due, text })}
          />
        ) : null}
      </div>
      {wrong ? (
        <p role="alert" className="mt-1 text-desk-note font-semibold text-clock-alarm">
          {t("badTime")}
        </p>
      ) : null}
    </div>
  );
}

export function HappenedField({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations("task");
  const now = useNow(60_000);
  return (
    <Field
      label={t("happened")}
      hint={t("happenedHint")}
      error={isTimeText(text) ? undefined : t("badTime")}
      className="max-w-72"
    >
      <Input placeholder={clockTime(now)} aria-invalid={!isTimeText(text)} value={text} onText={onText} />
    </Field>
  );
}
