"use client";
/** The forms of a task. Each keeps what was typed until it was accepted. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { nextStep } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { stageSince } from "@/domain/task/stages";
import { trimInvisible } from "@/domain/text";
import { ActionDialog, ActionForm } from "../../act/action-form";
import type { ActionWithForm } from "../../act/actions";
import { useSendCommand } from "../../act/send-command";
import { stepCommand } from "../../act/task-actions";
import { lastTime } from "../../i18n/typed-time";
import { useLive } from "../../live/hooks/use-live";
import { TextField } from "../../ui/field";
import { UnitPicker } from "../unit/unit-picker";
import { HappenedField, isHappened } from "./fields";

/** `radio`: the next step, with the time at which it was reported by radio. */
export type TaskDialogName = ActionWithForm<"task", "dialog"> | "radio";

type Props = { name: TaskDialogName; task: Task; incident: IncidentEntity; onDone: () => void };

/** What each form asks beside the time. A reason must be given, a result may be. */
const fields: Record<TaskDialogName, { unit?: true; text?: "reason" | "result"; destructive?: true }> = {
  radio: {},
  complete: { text: "result" },
  reassign: { unit: true, text: "reason" },
  decline: { text: "reason" },
  cancel: { text: "reason", destructive: true },
};

type Filled = { unitId: string | undefined; text: string; happened: string };

function useSendFilled({ name, task }: Props): (filled: Filled) => Promise<boolean> {
  const send = useSendCommand();
  const { store } = useLive().client;
  return async ({ unitId, text, happened }) => {
    const happenedAt = lastTime(happened, store.time.now(), stageSince(task));
    const when = happenedAt ? { happenedAt } : {};
    const reason = trimInvisible(text);
    const step = stepCommand(task, { happenedAt, result: reason });
    const sendStep = async () => (step ? send(step.type, task.id, step.body) : false);
    const sends: Record<TaskDialogName, () => Promise<boolean>> = {
      radio: sendStep,
      complete: sendStep,
      decline: () => send("task.decline", task.id, { reason, ...when }),
      cancel: () => send("task.cancel", task.id, { reason, ...when }),
      reassign: async () => (unitId ? send("task.reassign", task.id, { unitId, reason, ...when }) : false),
    };
    return sends[name]();
  };
}

function TaskForm(props: Props) {
  const { name, task, incident, onDone } = props;
  const t = useTranslations("task");
  const act = useTranslations("act");
  const sendFilled = useSendFilled(props);
  const { store } = useLive().client;
  const [unitId, choose] = useState<string>();
  const [text, setText] = useState("");
  const [happened, setHappened] = useState("");
  const { unit, text: kind, destructive } = fields[name];
  const isTextGiven = kind !== "reason" || trimInvisible(text) !== "";
  return (
    <ActionForm
      label={t(`do.${name}`)}
      destructive={destructive}
      ready={isTextGiven && (!unit || unitId !== undefined) && isHappened(happened, store.time.now())}
      onSubmit={() => sendFilled({ unitId, text, happened })}
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
        <TextField
          label={kind === "reason" ? act("reason") : t("result")}
          hint={kind === "reason" ? act("reasonHint") : t(task.shared ? "resultJoint" : "resultHint")}
          autoFocus={!unit}
          rows={2}
          maxLength={500}
          value={text}
          onText={setText}
        />
      ) : null}
      <HappenedField text={happened} onText={setHappened} />
    </ActionForm>
  );
}

export function TaskDialog(props: Props) {
  const { name, task, incident, onDone } = props;
  const t = useTranslations("task");
  const action = useTranslations("action")(task.action);
  const status = useTranslations("taskStatus");
  const step = nextStep[task.status];
  const { callsign } = task.unit;
  return (
    <ActionDialog
      title={t(`ask.${name}`, { callsign, status: step ? status(step) : "" })}
      text={t("about", { action, ref: incident.ref })}
      onDone={onDone}
    >
      <TaskForm {...props} />
    </ActionDialog>
  );
}
