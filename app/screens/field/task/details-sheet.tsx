"use client";
/** A step with what one tap leaves out: when it happened, and how the task ended. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { nextStep } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { clockTime } from "../../../i18n/format";
import { useLive } from "../../../live/hooks/use-live";
import { useNow } from "../../../live/ticker";
import { Button } from "../../../ui/button";
import { Input, TextField } from "../../../ui/field";
import { Sheet } from "../../../ui/sheet";
import { type Choice, ChoiceList } from "./choice-list";
import { type HappenedAt, happenedAt } from "./happened-at";
import { useStep } from "./use-step";

const minutesAgo = [5, 10, 15, 30] as const;
const results = ["done", "nothing", "safe", "handedOver"] as const;

function useResults(): Choice[] {
  const t = useTranslations("myTask");
  return results.map((key) => ({ key, label: t(`results.${key}`) }));
}

function ErrorText({ when }: { when: HappenedAt }) {
  const t = useTranslations("myTask");
  if (when.ok) return null;
  const text = when.why === "notATime" ? t("notATime") : t("beforeLast", { time: clockTime(when.last) });
  return (
    <p role="alert" className="mt-1.5 text-field-body font-semibold text-clock-alarm">
      {text}
    </p>
  );
}

function When({ text, onText, now }: { text: string; onText: (text: string) => void; now: number }) {
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
      <Input
        aria-label={t("happenedAt")}
        inputMode="numeric"
        maxLength={5}
        placeholder={t("now")}
        className="h-12 text-field-body"
        value={text}
        onText={onText}
      />
    </fieldset>
  );
}

function Details({ task, onDone }: { task: Task; onDone: () => void }) {
  const t = useTranslations("myTask");
  const step = useStep(task);
  const { clockOffsetMs } = useLive().client.store;
  const now = useNow(15_000) + clockOffsetMs;
  const choices = useResults();
  const [time, setTime] = useState("");
  const [result, setResult] = useState("");
  const ending = task.status === "on_scene";
  const when = happenedAt(time, task, now);
  const to = nextStep[task.status];
  const submit = () => {
    if (!when.ok) return;
    onDone();
    void step({ happenedAt: when.at, result });
  };
  return (
    <div className="grid gap-4">
      {ending ? (
        <>
          <ChoiceList label={t("result")} choices={choices} value={result} onChange={setResult} />
          <TextField
            label={t("result")}
            hint={t("resultHint")}
            rows={2}
            maxLength={500}
            className="text-field-body"
            value={result}
            onText={setResult}
          />
        </>
      ) : null}
      <div>
        <When text={time} onText={setTime} now={now} />
        <ErrorText when={when} />
      </div>
      <Button
        look="primary"
        data-testid="send-step"
        aria-disabled={!when.ok}
        className="min-h-16 text-field-title whitespace-normal"
        onClick={submit}
      >
        {to ? t(`step.${to}`) : null}
      </Button>
    </div>
  );
}

type Props = { task: Task; open: boolean; onOpenChange: (open: boolean) => void };

export function DetailsSheet({ task, open, onOpenChange }: Props) {
  const t = useTranslations("myTask");
  const ending = task.status === "on_scene";
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t(ending ? "addResult" : "earlierLong")}
      text={ending ? undefined : t("earlierText")}
    >
      <Details task={task} onDone={() => onOpenChange(false)} />
    </Sheet>
  );
}
