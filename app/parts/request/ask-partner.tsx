"use client";
/** Asks the partner for something: coded, so that the other side reads it in its own language. */
import { Clock, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { requestReadMinutes } from "@/domain/clock/rules";
import type { Incident } from "@/domain/incident/schema";
import { type Action, actions, partnerOf, urgencySchema } from "@/domain/vocabulary";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { canSend } from "../../act/can-send";
import { useDenialText, useSendCommand } from "../../act/send-command";
import { usePreferences } from "../../i18n/provider";
import { newSubject } from "../../live/commands";
import { useLive, useUser } from "../../live/hooks/use-live";
import { useSite } from "../../live/site";
import { Select } from "../../ui/select";
import { ToggleGroup } from "../../ui/toggle";
import { type Due, dueAtOf, isDue, noDue } from "../task/due";
import { DueField } from "../task/fields";
import { usualAction } from "../task/usual-action";
import { emptyHandover, toHandover } from "./handover-draft";
import { HandoverFields } from "./handover-fields";

type Urgency = (typeof urgencySchema.options)[number];

/** Where the choice begins: what the incident itself says of its haste. */
export const usualUrgency = ({ dangerToLife, kind }: Pick<Incident, "dangerToLife" | "kind">): Urgency =>
  dangerToLife ? "danger-to-life" : kind === "pursuit" ? "pursuit" : "urgent";

/** `30 min`, `4:00 h`, `3 days`. */
function useSpan(): (minutes: number) => string {
  const t = useTranslations("time");
  return (minutes) => {
    if (minutes < 60) return t("minutes", { count: minutes });
    if (minutes % 1_440 === 0) return t("days", { count: minutes / 1_440 });
    return t("hours", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") });
  };
}

/** Which clocks the request starts at the other centre. */
function StartingClocks({ urgency }: { urgency: Urgency }) {
  const t = useTranslations("request");
  const country = useTranslations("country")(partnerOf(useUser().country));
  const { clocks } = useSite();
  const span = useSpan();
  return (
    <p className="flex items-start gap-2 text-ink-2" data-testid="starting-clocks">
      <Clock size={15} aria-hidden className="mt-0.5 shrink-0" />
      {t("clocks", {
        country,
        read: span(requestReadMinutes(urgency, clocks)),
        answer: span(clocks.answer[urgency]),
      })}
    </p>
  );
}

/** Desks that have something to do with the incident, the own one first. */
function useDesks(incident: Incident): string[] {
  const user = useUser();
  const { acknowledged, release, holder } = incident;
  const known = [user.desk, acknowledged.KH?.desk, acknowledged.LA?.desk, release?.desk, holder?.desk];
  return [...new Set(known.flatMap((desk) => desk ?? []))];
}

export function AskPartnerForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("request");
  const names = useTranslations("action");
  const urgencies = useTranslations("urgency");
  const { client, user } = useLive();
  const country = useTranslations("country")(partnerOf(user.country));
  const { language } = usePreferences();
  const denialText = useDenialText();
  const send = useSendCommand();
  const [subject] = useState(() => newSubject(user.country));
  const [action, setAction] = useState<Action>(usualAction[incident.kind]);
  const [urgency, setUrgency] = useState<Urgency>(() => usualUrgency(incident));
  const [due, setDue] = useState<Due>(noDue);
  const [draft, setDraft] = useState(emptyHandover);
  const now = () => Date.now() + client.store.clockOffsetMs;
  const desks = useDesks(incident);
  const handing = action === "handover";
  const handover = handing ? toHandover(draft, language, now()) : undefined;
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
      ready={denial === undefined && isDue(due) && (!handing || handover !== undefined)}
      onSubmit={submit}
      onDone={onDone}
    >
      <div>
        <p className="mb-1 text-desk-note text-ink-2">{t("what")}</p>
        <Select
          label={t("what")}
          className="w-full"
          value={action}
          onChange={setAction}
          options={actions.map((value) => ({ value, label: names(value) }))}
        />
      </div>
      {denial ? (
        <p role="alert" className="flex items-start gap-2 font-semibold text-stale">
          <ShieldAlert size={16} aria-hidden className="mt-0.5 shrink-0" /> {denialText(denial)}
        </p>
      ) : null}
      {handing && !denial ? (
        <HandoverFields
          draft={draft}
          desks={desks}
          onChange={(part) => setDraft((current) => ({ ...current, ...part }))}
        />
      ) : null}
      <div>
        <p className="mb-1 text-desk-note text-ink-2">{t("urgency")}</p>
        <ToggleGroup
          label={t("urgency")}
          value={urgency}
          onChange={setUrgency}
          choices={urgencySchema.options.map((value) => ({ value, label: urgencies(value) }))}
        />
      </div>
      <DueField label={t("done")} due={due} onChange={setDue} />
      <StartingClocks urgency={urgency} />
    </ActionForm>
  );
}
