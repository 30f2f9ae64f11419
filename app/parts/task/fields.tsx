"use client";
/** Fields of several task forms: the due time, and when it happened if it was reported by radio. */
import { useTranslations } from "use-intl";
import { TimeInput } from "../../act/time-input";
import { typedTime } from "../../i18n/typed-time";
import { Field } from "../../ui/field";
import { ToggleGroup } from "../../ui/toggle";
import { type Due, dueChoices } from "./due";

/** Whether another time than now is understood; empty means now. `nowMs` in milliseconds since the epoch. */
export const isHappened = (text: string, nowMs: number): boolean =>
  ["empty", "time"].includes(typedTime(text, "past", nowMs).state);

type DueProps = { due: Due; onChange: (due: Due) => void; label?: string };

export function DueField({ due, onChange, label }: DueProps) {
  const t = useTranslations("task");
  const title = label ?? t("due.label");
  const time = useTranslations("time");
  const labelOf = (choice: Due["choice"]) =>
    choice === "none" || choice === "clock" ? t(`due.${choice}`) : time("minutes", { count: choice });
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
          <TimeInput
            autoFocus
            label={t("due.clock")}
            direction="coming"
            className="w-40"
            text={due.text}
            onText={(text) => onChange({ ...due, text })}
          />
        ) : null}
      </div>
    </div>
  );
}

export function HappenedField({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations("task");
  return (
    <Field label={t("happened")} hint={t("happenedHint")} className="max-w-72">
      <TimeInput label={t("happened")} direction="past" text={text} onText={onText} />
    </Field>
  );
}
