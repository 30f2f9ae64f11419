"use client";
/** Assigns an own unit: choose it, and Enter assigns. All other fields start with a usual value. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usualAction } from "@/domain/task/usual-action";
import { type Action, partnerOf } from "@/domain/vocabulary";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { lastTime } from "../../i18n/typed-time";
import { newSubject } from "../../live/commands";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { UnitPicker } from "../unit/unit-picker";
import { ActionSelect } from "./action-select";
import { dueAtOf, isDue, noDue } from "./due";
import { DueField, HappenedField, isHappened } from "./fields";

/** Seldom needed: when the unit was assigned, where the order went out by radio earlier. */
function More({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations("assign");
  const [open, setOpen] = useState(false);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div>
      <Button size="small" look="quiet" className="-ml-2" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Chevron size={15} aria-hidden /> {t("more")}
      </Button>
      {open ? <HappenedField text={text} onText={onText} /> : null}
    </div>
  );
}

export function AssignForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("assign");
  const { client, user } = useLive();
  const { time } = client.store;
  const country = useTranslations("country")(partnerOf(user.country));
  const send = useSendCommand();
  const [subject] = useState(() => newSubject(user.country));
  const [unitId, choose] = useState<string>();
  const [action, setAction] = useState<Action>(usualAction[incident.kind]);
  const [due, setDue] = useState(noDue);
  const [shared, share] = useState(false);
  const [happened, setHappened] = useState("");
  const submit = async () => {
    if (!unitId) return false;
    const now = time.now();
    const dueAt = dueAtOf(due, now);
    const happenedAt = lastTime(happened, now, incident.occurredAt);
    return send("task.assign", subject, {
      incidentId: incident.id,
      unitId,
      action,
      ...(dueAt ? { dueAt } : {}),
      ...(shared ? { shared } : {}),
      ...(happenedAt ? { happenedAt } : {}),
    });
  };
  return (
    <ActionForm
      label={t("submit")}
      ready={unitId !== undefined && isDue(due, time.now()) && isHappened(happened, time.now())}
      onSubmit={submit}
      onDone={onDone}
    >
      <UnitPicker place={incident.national?.place ?? incident.place} value={unitId} onChange={choose} />
      <ActionSelect label={t("action")} value={action} onChange={setAction} />
      <DueField due={due} onChange={setDue} />
      {incident.sharing === "released" ? (
        <Checkbox
          checked={shared}
          onChange={share}
          label={t("share", { country })}
          hint={t("shareText", { country })}
        />
      ) : null}
      <More text={happened} onText={setHappened} />
    </ActionForm>
  );
}
