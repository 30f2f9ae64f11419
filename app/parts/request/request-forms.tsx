"use client";
/** The forms of a request: a unit to send, another offer, a result. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { agreedOf } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { trimInvisible } from "@/domain/text";
import { type Action, actions } from "@/domain/vocabulary";
import { ActionForm } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { newSubject } from "../../live/commands";
import { useLive, useUser } from "../../live/hooks/use-live";
import { TextField } from "../../ui/field";
import { ActionSelect } from "../task/action-select";
import { type Due, dueAtOf, isDue, noDue } from "../task/due";
import { DueField } from "../task/fields";
import { UnitPicker } from "../unit/unit-picker";

export type RequestFormProps = { incident: IncidentEntity; request: Request; onDone: () => void };

/** Where the unit is needed: at the handover, else at the incident as exactly as this side knows it. */
const placeOf = ({ incident, request }: RequestFormProps) =>
  request.handover?.place ?? incident.national?.place ?? (isIncident(incident) ? incident.place : nowhere);

/** Nobody is sent to what was recalled: it has no place here. */
const nowhere = { lng: 0, lat: 0 };

/** Accepts, and assigns in the same step when a unit is chosen. */
export function AcceptForm(props: RequestFormProps) {
  const { request, onDone } = props;
  const t = useTranslations("request");
  const user = useUser();
  const send = useSendCommand();
  const [taskId] = useState(() => newSubject(user.country));
  const [unitId, choose] = useState<string>();
  const { dueAt } = agreedOf(request);
  const assign = unitId ? { assign: { taskId, unitId, ...(dueAt ? { dueAt } : {}) } } : {};
  return (
    <ActionForm
      label={t(unitId ? "dialog.acceptAssign" : "dialog.acceptOnly")}
      onSubmit={() => send("request.accept", request.id, assign)}
      onDone={onDone}
    >
      <UnitPicker place={placeOf(props)} value={unitId} onChange={choose} />
    </ActionForm>
  );
}

export function AssignForm(props: RequestFormProps) {
  const { request, onDone } = props;
  const t = useTranslations("request");
  const user = useUser();
  const send = useSendCommand();
  const [taskId] = useState(() => newSubject(user.country));
  const [unitId, choose] = useState<string>();
  const submit = async () => {
    if (!unitId) return false;
    const { incidentId, id: requestId } = request;
    return send("task.assign", taskId, { incidentId, unitId, requestId, ...agreedOf(request) });
  };
  return (
    <ActionForm label={t("step.assign")} ready={unitId !== undefined} onSubmit={submit} onDone={onDone}>
      <UnitPicker place={placeOf(props)} value={unitId} onChange={choose} />
    </ActionForm>
  );
}

export function CounterForm({ request, onDone }: RequestFormProps) {
  const t = useTranslations("request");
  const { store } = useLive().client;
  const send = useSendCommand();
  const [action, setAction] = useState<Action>(request.action);
  const [due, setDue] = useState<Due>(noDue);
  // A handover needs its place and time, which a counter-offer cannot hold.
  const choices = actions.filter((one) => one !== "handover" || request.action === "handover");
  const changed = action !== request.action || due.choice !== "none";
  const submit = () => {
    const now = store.time.now();
    // A time that has passed meanwhile cannot be promised again.
    const kept = request.dueAt && Date.parse(request.dueAt) > now ? request.dueAt : undefined;
    const dueAt = dueAtOf(due, now) ?? kept;
    return send("request.counter", request.id, { action, ...(dueAt ? { dueAt } : {}) });
  };
  return (
    <ActionForm
      label={t("step.counter")}
      ready={changed && isDue(due, store.time.now())}
      onSubmit={submit}
      onDone={onDone}
    >
      <ActionSelect label={t("what")} value={action} onChange={setAction} choices={choices} />
      <DueField label={t("done")} due={due} onChange={setDue} />
    </ActionForm>
  );
}

export function CompleteForm({ request, onDone }: RequestFormProps) {
  const t = useTranslations("request");
  const send = useSendCommand();
  const [result, setResult] = useState("");
  return (
    <ActionForm
      label={t("step.complete")}
      ready={trimInvisible(result) !== ""}
      onSubmit={() => send("request.complete", request.id, { result: trimInvisible(result) })}
      onDone={onDone}
    >
      <TextField
        label={t("dialog.result")}
        hint={t("dialog.resultHint")}
        autoFocus
        maxLength={500}
        value={result}
        onText={setResult}
      />
    </ActionForm>
  );
}
