"use client";
/** Which form each action on an incident opens. A form keeps what was typed until it was accepted. */
import type { ComponentType } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { partnerOf } from "@/domain/vocabulary";
import type { WithReason } from "../../act/action";
import {
  ActionDialog,
  type DialogTitle,
  type IncidentFormProps,
  ReasonActionForm,
  ReasonForm,
} from "../../act/action-form";
import { useActionLabel } from "../../act/action-label";
import { type ActionWithForm, actions, hasForm } from "../../act/actions";
import { useUser } from "../../live/hooks/use-live";
import { NoteForm } from "../../parts/incident/note-form";
import { ApproveForm, AssessForm } from "../../parts/incident/own-forms";
import { LinkForm } from "../../parts/incident/pick-incident";
import { AskPartnerForm } from "../../parts/request/ask-partner";
import { CloseForm } from "../../parts/request/close-form";
import { MergeForm } from "../../parts/request/merge-form";
import { AssignForm } from "../../parts/task/assign-form";

type FormName = ActionWithForm<"incident", "dialog">;
type ReasonName = ActionWithForm<"incident", "reason">;
export type IncidentDialogName = FormName | ReasonName;

const forms: Record<FormName, ComponentType<IncidentFormProps>> = {
  approve: ApproveForm,
  assign: AssignForm,
  ask: AskPartnerForm,
  note: NoteForm,
  assess: AssessForm,
  close: CloseForm,
  link: LinkForm,
  merge: MergeForm,
};

function useDialogTitle(name: IncidentDialogName, incident: Incident): DialogTitle {
  const t = useTranslations("ask");
  const assign = useTranslations("assign");
  const request = useTranslations("request");
  const kind = useTranslations("kind")(incident.kind);
  const names = useTranslations("country");
  const country = names(partnerOf(incident.owner));
  const partner = names(partnerOf(useUser().country));
  const { ref } = incident;
  const titles: Record<IncidentDialogName, DialogTitle> = {
    approve: { title: t("approveTitle", { ref, country }), text: t("approveText", { country }) },
    refuse: { title: t("refuseTitle", { ref }) },
    urgent: { title: t("urgentTitle", { ref }), text: t("urgentText") },
    close: { title: t("closeTitle", { ref }), text: t("closeText") },
    reopen: { title: t("reopenTitle", { ref }) },
    merge: { title: t("mergeTitle", { ref }) },
    link: { title: t("linkTitle", { ref }) },
    recall: { title: t("recallTitle", { ref, country }), text: t("recallText", { country }) },
    clearProtection: { title: t("clearTitle", { ref }), text: t("clearText") },
    assess: { title: t("assessTitle", { ref }), text: t("assessText") },
    note: { title: t("noteTitle", { ref }) },
    ask: { title: request("askTitle", { ref, country: partner }) },
    offerTransfer: {
      title: t("offerTransferTitle", { ref, country }),
      text: t("offerTransferText", { country }),
    },
    assign: { title: assign("title", { ref, kind }) },
  };
  return titles[name];
}

type Props = IncidentFormProps & { name: IncidentDialogName };

function Form({ name, incident, onDone }: Props) {
  const label = useActionLabel();
  if (hasForm("incident", name, "dialog")) {
    const OwnForm = forms[name];
    return <OwnForm incident={incident} onDone={onDone} />;
  }
  const { type, destructive }: WithReason<Incident> = actions.incident[name];
  return (
    <ReasonActionForm
      label={label(name)}
      type={type}
      subject={incident.id}
      destructive={destructive}
      onDone={onDone}
    />
  );
}

export function IncidentDialog({ name, incident, onDone }: Props) {
  const title = useDialogTitle(name, incident);
  return (
    <ActionDialog {...title} onDone={onDone} className={name === "assess" ? "max-w-2xl" : undefined}>
      <Form name={name} incident={incident} onDone={onDone} />
    </ActionDialog>
  );
}

export function StrikeDialog({ incident, entryId, onDone }: IncidentFormProps & { entryId: string }) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  return (
    <ActionDialog title={t("strikeTitle")} text={t("strikeText")} onDone={onDone}>
      <ReasonForm
        label={act("strike")}
        onReason={(send, reason) => send("entry.strike", incident.id, { entryId, reason })}
        onDone={onDone}
      />
    </ActionDialog>
  );
}
