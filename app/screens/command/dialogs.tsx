"use client";
/** What an action asks before it goes out. Each keeps what was typed until it is accepted. */
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { partnerOf } from "@/domain/vocabulary";
import { useActionLabel } from "../../act/action-label";
import type { ActionName } from "../../act/actions";
import { type DialogProps, ReasonForm, type ReasonProps } from "../../act/ask-form";
import { useUser } from "../../live/hooks/use-live";
import { NoteForm } from "../../parts/incident/note-form";
import { ApproveForm, AssessForm, CloseForm } from "../../parts/incident/own-forms";
import { PickIncident } from "../../parts/incident/pick-incident";
import { AskPartnerForm } from "../../parts/request/ask-partner";
import { AssignForm } from "../../parts/task/assign-form";
import { Dialog } from "../../ui/dialog";

type Asking = Extract<
  ActionName,
  | "approve"
  | "refuse"
  | "urgent"
  | "close"
  | "reopen"
  | "merge"
  | "link"
  | "recall"
  | "clearProtection"
  | "assess"
  | "note"
  | "assign"
  | "ask"
  | "offerTransfer"
>;
const asking = new Set<string>([
  "approve",
  "refuse",
  "urgent",
  "close",
  "reopen",
  "merge",
  "link",
  "recall",
  "clearProtection",
  "assess",
  "note",
  "assign",
  "ask",
  "offerTransfer",
] satisfies Asking[]);
export const isAsking = (name: string): name is Asking => asking.has(name);

function useWords(name: Asking, incident: Incident): { title: string; text?: string } {
  const t = useTranslations("ask");
  const assign = useTranslations("assign");
  const request = useTranslations("request");
  const kind = useTranslations("kind")(incident.kind);
  const names = useTranslations("country");
  const country = names(partnerOf(incident.owner));
  const partner = names(partnerOf(useUser().country));
  const { ref } = incident;
  const words: Record<Asking, { title: string; text?: string }> = {
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
  return words[name];
}

function Form({ name, incident, onDone }: DialogProps & { name: Asking }) {
  const label = useActionLabel();
  const reasonForm = (send: ReasonProps["send"], grave?: boolean) => (
    <ReasonForm label={label(name)} destructive={grave} send={send} onDone={onDone} />
  );
  switch (name) {
    case "approve":
      return <ApproveForm incident={incident} onDone={onDone} />;
    case "close":
      return <CloseForm incident={incident} onDone={onDone} />;
    case "assess":
      return <AssessForm incident={incident} onDone={onDone} />;
    case "ask":
      return <AskPartnerForm incident={incident} onDone={onDone} />;
    case "assign":
      return <AssignForm incident={incident} onDone={onDone} />;
    case "note":
      return <NoteForm incident={incident} onDone={onDone} />;
    case "merge":
    case "link":
      return <PickIncident mode={name} incident={incident} onDone={onDone} />;
    case "refuse":
      return reasonForm((run, reason) => run("release.refuse", incident.id, { reason }));
    case "urgent":
      return reasonForm((run, reason) => run("release.urgent", incident.id, { reason }), true);
    case "reopen":
      return reasonForm((run, reason) => run("incident.reopen", incident.id, { reason }));
    case "recall":
      return reasonForm((run, reason) => run("release.recall", incident.id, { reason }), true);
    case "offerTransfer":
      return reasonForm((run, reason) => run("transfer.offer", incident.id, { reason }));
    case "clearProtection":
      return reasonForm((run, reason) => run("protection.clear", incident.id, { reason }));
  }
}

export function ActionDialog({ name, incident, onDone }: DialogProps & { name: Asking }) {
  const { title, text } = useWords(name, incident);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onDone()}
      title={title}
      text={text}
      className={name === "assess" ? "max-w-2xl" : undefined}
    >
      <Form name={name} incident={incident} onDone={onDone} />
    </Dialog>
  );
}

export function StrikeDialog({ incident, entryId, onDone }: DialogProps & { entryId: string }) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()} title={t("strikeTitle")} text={t("strikeText")}>
      <ReasonForm
        label={act("strike")}
        send={(run, reason) => run("entry.strike", incident.id, { entryId, reason })}
        onDone={onDone}
      />
    </Dialog>
  );
}
