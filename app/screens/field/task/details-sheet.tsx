"use client";
/** A step with its details: when it happened, and how the task ended. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { nextStep } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { useNow } from "../../../live/ticker";
import { TextField } from "../../../ui/field";
import { Sheet } from "../../../ui/sheet";
import { type Choice, ChoiceList } from "./choice-list";
import { happenedAt } from "./happened-at";
import { HappenedAtField } from "./happened-at-field";
import { SheetButton } from "./sheet-button";
import { useStep } from "./use-step";

const results = ["done", "nothing", "safe", "handedOver"] as const;

function useResults(): Choice[] {
  const t = useTranslations("myTask");
  return results.map((key) => ({ key, label: t(`results.${key}`) }));
}

function Details({ task, onDone }: { task: Task; onDone: () => void }) {
  const t = useTranslations("myTask");
  const step = useStep(task);
  const now = useNow(15_000);
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
      <HappenedAtField text={time} onText={setTime} now={now} happenedAt={when} />
      <SheetButton testid="send-step" disabled={!when.ok} onClick={submit}>
        {to ? t(`step.${to}`) : null}
      </SheetButton>
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
