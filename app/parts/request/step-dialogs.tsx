"use client";
/** What a step asks before it goes out: a unit, a reason, another offer, a result. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { needsUnit } from "@/domain/pending-actions/pending-actions";
import { agreedOf } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { type Action, actions } from "@/domain/vocabulary";
import { AskForm, ReasonForm, type ReasonProps } from "../../act/ask-form";
import { useSendCommand } from "../../act/send-command";
import { newSubject } from "../../live/commands";
import { useLive, useUser } from "../../live/hooks/use-live";
import { Dialog } from "../../ui/dialog";
import { Field, TextArea } from "../../ui/field";
import { Select } from "../../ui/select";
import { type Due, dueAtOf, isDue, noDue } from "../task/due";
import { DueField } from "../task/fields";
import { UnitPicker } from "../unit/unit-picker";
import type { StepName } from "./steps";

export type StepProps = { incident: Incident; request: Request; onDone: () => void };

/** Where the unit is needed: at the handover, else at the incident as exactly as this side knows it. */
const placeOf = ({ incident, request }: StepProps) =>
  request.handover?.place ?? incident.national?.place ?? incident.place;

/** Accepts, and assigns in the same step when a unit is chosen. */
function AcceptForm(props: StepProps) {
  const { request, onDone } = props;
  const t = useTranslations("request");
  const user = useUser();
  const run = useSendCommand();
  const [taskId] = useState(() => newSubject(user.country));
  const [unitId, choose] = useState<string>();
  const { dueAt } = request;
  const assign = unitId ? { assign: { taskId, unitId, ...(dueAt ? { dueAt } : {}) } } : {};
  return (
    <AskForm
      label={t(unitId ? "dialog.acceptAssign" : "dialog.acceptOnly")}
      onSubmit={() => run("request.accept", request.id, assign)}
      onDone={onDone}
    >
      <UnitPicker place={placeOf(props)} value={unitId} onChange={choose} />
    </AskForm>
  );
}

function AssignForm(props: StepProps) {
  const { request, onDone } = props;
  const t = useTranslations("request");
  const user = useUser();
  const run = useSendCommand();
  const [taskId] = useState(() => newSubject(user.country));
  const [unitId, choose] = useState<string>();
  const submit = async () => {
    if (!unitId) return false;
    const { incidentId, id: requestId } = request;
    return run("task.assign", taskId, { incidentId, unitId, requestId, ...agreedOf(request) });
  };
  return (
    <AskForm label={t("step.assign")} ready={unitId !== undefined} onSubmit={submit} onDone={onDone}>
      <UnitPicker place={placeOf(props)} value={unitId} onChange={choose} />
    </AskForm>
  );
}

function CounterForm({ request, onDone }: StepProps) {
  const t = useTranslations("request");
  const names = useTranslations("action");
  const { store } = useLive().client;
  const run = useSendCommand();
  const [action, setAction] = useState<Action>(request.action);
  const [due, setDue] = useState<Due>(noDue);
  // A handover needs its place and time, which a counter-offer cannot hold.
  const choices = actions.filter((one) => one !== "handover" || request.action === "handover");
  const changed = action !== request.action || due.choice !== "none";
  const submit = () => {
    const dueAt = dueAtOf(due, Date.now() + store.clockOffsetMs) ?? request.dueAt;
    return run("request.counter", request.id, { action, ...(dueAt ? { dueAt } : {}) });
  };
  return (
    <AskForm label={t("step.counter")} ready={changed && isDue(due)} onSubmit={submit} onDone={onDone}>
      <div>
        <p className="mb-1 text-desk-note text-ink-2">{t("what")}</p>
        <Select
          label={t("what")}
          className="w-full"
          value={action}
          onChange={setAction}
          options={choices.map((value) => ({ value, label: names(value) }))}
        />
      </div>
      <DueField label={t("done")} due={due} onChange={setDue} />
    </AskForm>
  );
}

function CompleteForm({ request, onDone }: StepProps) {
  const t = useTranslations("request");
  const run = useSendCommand();
  const [result, setResult] = useState("");
  return (
    <AskForm
      label={t("step.complete")}
      ready={result.trim() !== ""}
      onSubmit={() => run("request.complete", request.id, { result: result.trim() })}
      onDone={onDone}
    >
      <Field label={t("dialog.result")} hint={t("dialog.resultHint")}>
        <TextArea
          autoFocus
          maxLength={500}
          value={result}
          onChange={(event) => setResult(event.target.value)}
        />
      </Field>
    </AskForm>
  );
}

/** Steps that ask something first; the others go out at once. */
export type AskingStep = Exclude<StepName, "read" | "acceptCounter" | "confirm">;

/** Whether a step asks something first: accepting does only where a unit may be sent. */
export function isAskingStep(name: StepName, request: Request): name is AskingStep {
  if (name === "accept") return needsUnit[request.action];
  return name !== "read" && name !== "acceptCounter" && name !== "confirm";
}

type FormProps = StepProps & { name: AskingStep; subject: string };

function Form({ name, subject, ...props }: FormProps) {
  const t = useTranslations("request");
  const { request, onDone } = props;
  const reasonForm = (send: ReasonProps["send"], grave?: boolean) => (
    <ReasonForm label={t(`step.${name}`)} destructive={grave} send={send} onDone={onDone} />
  );
  switch (name) {
    case "accept":
      return <AcceptForm {...props} />;
    case "assign":
      return <AssignForm {...props} />;
    case "counter":
      return <CounterForm {...props} />;
    case "complete":
      return <CompleteForm {...props} />;
    case "decline":
      return reasonForm((run, reason) => run("request.decline", request.id, { reason }));
    case "refuseCounter":
      return reasonForm((run, reason) => run("request.refuse-counter", request.id, { reason }));
    case "withdraw":
      return reasonForm((run, reason) => run("request.withdraw", request.id, { reason }), true);
    case "cancelTask":
      return reasonForm((run, reason) => run("task.cancel", subject, { reason }), true);
  }
}

function useWords({ name, subject, request }: FormProps): { title: string; text?: string } {
  const t = useTranslations("request.dialog");
  const names = useTranslations("action");
  const countries = useTranslations("country");
  const { store } = useLive().client;
  const action = names(agreedOf(request).action);
  const callsign = store.get("tasks", subject)?.unit.callsign ?? "";
  switch (name) {
    case "accept":
      return { title: t("accept", { action }), text: t("acceptText") };
    case "assign":
      return { title: t("assign", { action }) };
    case "counter":
      return {
        title: t("counter", { action }),
        text: t("counterText", { country: countries(request.from) }),
      };
    case "complete":
      return { title: t("complete", { action }) };
    case "decline":
      return { title: t("decline", { action }) };
    case "refuseCounter":
      return {
        title: t("refuseCounter", { action: names(request.answered.counter?.action ?? request.action) }),
      };
    case "withdraw":
      return {
        title: t("withdraw", { action }),
        text: t("withdrawText", { country: countries(request.to) }),
      };
    case "cancelTask":
      return { title: t("cancelTask", { callsign }) };
  }
}

export function StepDialog(props: FormProps) {
  const { title, text } = useWords(props);
  return (
    <Dialog open onOpenChange={(open) => !open && props.onDone()} title={title} text={text}>
      <Form {...props} />
    </Dialog>
  );
}
