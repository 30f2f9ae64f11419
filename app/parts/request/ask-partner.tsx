"use client";
/** The form of a request to the partner: coded, so that the other side reads it in its own language. */
import { ShieldAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DenialReason } from "@/domain/errors";
import type { Incident } from "@/domain/incident/schema";
import { usualUrgency } from "@/domain/request/usual-urgency";
import { usualAction } from "@/domain/task/usual-action";
import { type Action, partnerOf, type Urgency, urgencySchema } from "@/domain/vocabulary";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { canSend } from "../../act/can-send";
import { useDenialText, useSendCommand } from "../../act/send-command";
import { usePreferences } from "../../i18n/provider";
import { newSubject } from "../../live/commands";
import { useLive } from "../../live/hooks/use-live";
import { LabelledToggleGroup } from "../../ui/toggle";
import { ActionSelect } from "../task/action-select";
import { type Due, dueAtOf, isDue, noDue } from "../task/due";
import { DueField } from "../task/fields";
import { emptyHandover, type HandoverDraft, toHandover } from "./handover-draft";
import { HandoverFields } from "./handover-fields";
import { StartingClocks } from "./starting-clocks";

/** Desks of both sides that are known here, those that took part in the incident first. */
function useDesks(incident: Incident): string[] {
  const { client, user } = useLive();
  const { acknowledged, release, holder } = incident;
  const known = [user.desk, acknowledged.KH?.desk, acknowledged.LA?.desk, release?.desk, holder?.desk];
  const others = [...client.store.picture.requests.values()].flatMap(({ made, answered, handover }) => [
    handover?.receivingDesk,
    made.desk,
    answered.desk,
  ]);
  return [...new Set([...known, ...others].flatMap((desk) => desk ?? []))];
}

/** Why it cannot be asked for as it stands. */
function DenialNotice({ denial }: { denial: DenialReason }) {
  const denialText = useDenialText();
  return (
    <p role="alert" className="flex items-start gap-2 font-semibold text-stale">
      <ShieldAlert size={16} aria-hidden className="mt-0.5 shrink-0" /> {denialText(denial)}
    </p>
  );
}

function UrgencyChoice({ value, onChange }: { value: Urgency; onChange: (urgency: Urgency) => void }) {
  const t = useTranslations("request");
  const names = useTranslations("urgency");
  return (
    <LabelledToggleGroup
      label={t("urgency")}
      value={value}
      onChange={onChange}
      choices={urgencySchema.options.map((urgency) => ({ value: urgency, label: names(urgency) }))}
    />
  );
}

export function AskPartnerForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("request");
  const { client, user } = useLive();
  const country = useTranslations("country")(partnerOf(user.country));
  const { language } = usePreferences();
  const send = useSendCommand();
  const [subject] = useState(() => newSubject(user.country));
  const [action, setAction] = useState<Action>(usualAction[incident.kind]);
  const [urgency, setUrgency] = useState<Urgency>(() => usualUrgency(incident));
  const [due, setDue] = useState<Due>(noDue);
  const [draft, setDraft] = useState<HandoverDraft>(() => ({ ...emptyHandover, receiver: user.country }));
  const now = () => client.store.time.now();
  const desks = useDesks(incident);
  const isHandover = action === "handover";
  const handover = isHandover ? toHandover(draft, language, now()) : undefined;
  const { denial } = canSend(client.store, user, "request.make", subject, {
    incidentId: incident.id,
    action,
    urgency,
  });
  const submit = async () => {
    const dueAt = dueAtOf(due, now());
    return send("request.make", subject, {
      incidentId: incident.id,
      action,
      urgency,
      ...(dueAt ? { dueAt } : {}),
      ...(handover ? { handover } : {}),
    });
  };
  return (
    <ActionForm
      label={t("send", { country })}
      ready={denial === undefined && isDue(due, now()) && (!isHandover || handover !== undefined)}
      onSubmit={submit}
      onDone={onDone}
    >
      <ActionSelect label={t("what")} value={action} onChange={setAction} />
      {denial ? <DenialNotice denial={denial} /> : null}
      {isHandover && !denial ? (
        <HandoverFields
          draft={draft}
          desks={desks}
          onChange={(part) => setDraft((current) => ({ ...current, ...part }))}
        />
      ) : null}
      <UrgencyChoice value={urgency} onChange={setUrgency} />
      <DueField label={t("done")} due={due} onChange={setDue} />
      <StartingClocks urgency={urgency} incident={incident} />
    </ActionForm>
  );
}
