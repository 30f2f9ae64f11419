"use client";
/** What a step of a task asks before it goes out. It keeps what was typed until it is accepted. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { nextStep } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { AskForm } from "../../act/ask-form";
import { useSendCommand } from "../../act/send-command";
import { lastTime } from "../../i18n/typed-time";
import { useLive } from "../../live/hooks/use-live";
import { Dialog } from "../../ui/dialog";
import { Field, TextArea } from "../../ui/field";
import { UnitPicker } from "../unit/unit-picker";
import { HappenedField, isTimeText } from "./fields";
import { sinceOf } from "./order";
import { sendStep, type TaskAsk } from "./steps";

type Props = { ask: TaskAsk; task: Task; incident: IncidentEntity; onDone: () => void };

/** The parts each question is made of. */
const parts: Record<TaskAsk, { unit?: true; words?: "reason" | "result"; grave?: true }> = {
  radio: {},
  complete: { words: "result" },
  reassign: { unit: true, words: "reason" },
  decline: { words: "reason" },
  cancel: { words: "reason", grave: true },
};

type Said = { unitId: string | undefined; words: string; happened: string };

function useSendAsk({ ask, task }: Props): (said: Said) => Promise<boolean> {
  const run = useSendCommand();
  const { store } = useLive().client;
  return async ({ unitId, words, happened }) => {
    const now = Date.now() + store.clockOffsetMs;
    const at = lastTime(happened, now, sinceOf(task));
    const when = at ? { happenedAt: at } : {};
    const reason = words.trim();
    const step = nextStep[task.status];
    switch (ask) {
      case "radio":
        return step ? sendStep(run, task, step, when) : false;
      case "complete":
        return sendStep(run, task, "completed", { ...when, ...(reason ? { result: reason } : {}) });
      case "decline":
        return run("task.decline", task.id, { reason, ...when });
      case "cancel":
        return run("task.cancel", task.id, { reason, ...when });
      case "reassign":
        return unitId ? run("task.reassign", task.id, { unitId, reason, ...when }) : false;
    }
  };
}

function TaskForm(props: Props) {
  const { ask, task, incident, onDone } = props;
  const t = useTranslations("task");
  const act = useTranslations("act");
  const send = useSendAsk(props);
  const [unitId, choose] = useState<string>();
  const [words, setWords] = useState("");
  const [happened, setHappened] = useState("");
  const { unit, words: kind, grave } = parts[ask];
  const said = kind !== "reason" || words.trim() !== "";
  return (
    <AskForm
      label={t(`do.${ask}`)}
      destructive={grave}
      ready={said && (!unit || unitId !== undefined) && isTimeText(happened)}
      onSubmit={() => send({ unitId, words, happened })}
      onDone={onDone}
    >
      {unit && isIncident(incident) ? (
        <UnitPicker
          place={incident.national?.place ?? incident.place}
          value={unitId}
          onChange={choose}
          except={task.unitId}
        />
      ) : null}
      {kind ? (
        <Field
          label={kind === "reason" ? act("reason") : t("result")}
          hint={kind === "reason" ? act("reasonHint") : t(task.shared ? "resultJoint" : "resultHint")}
        >
          <TextArea
            autoFocus={!unit}
            rows={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      ) : null}
      <HappenedField text={happened} onText={setHappened} />
    </AskForm>
  );
}

export function TaskDialog(props: Props) {
  const { ask, task, onDone } = props;
  const t = useTranslations("task");
  const action = useTranslations("action")(task.action);
  const status = useTranslations("taskStatus");
  const step = nextStep[task.status];
  const { callsign } = task.unit;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onDone()}
      title={t(`ask.${ask}`, { callsign, status: step ? status(step) : "" })}
      text={t("about", { action, ref: props.incident.ref })}
    >
      <TaskForm {...props} />
    </Dialog>
  );
}
