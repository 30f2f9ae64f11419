"use client";
/** Which form each action on a request opens. */
import type { ComponentType } from "react";
import { useTranslations } from "use-intl";
import { agreedOf } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { partnerOf } from "@/domain/vocabulary";
import type { WithReason } from "../../act/action";
import { ActionDialog, type DialogTitle, ReasonActionForm } from "../../act/action-form";
import { type ActionWithForm, actions, hasForm } from "../../act/actions";
import { useEntity } from "../../live/hooks/use-entity";
import { useUser } from "../../live/hooks/use-live";
import { ConfirmForm } from "./confirm-form";
import { AcceptForm, AssignForm, CompleteForm, CounterForm, type RequestFormProps } from "./request-forms";

type FormName = ActionWithForm<"request", "dialog">;
type ReasonName = ActionWithForm<"request", "reason">;
export type RequestDialogName = FormName | ReasonName;

const forms: Record<FormName, ComponentType<RequestFormProps>> = {
  accept: AcceptForm,
  assign: AssignForm,
  counter: CounterForm,
  complete: CompleteForm,
  confirm: ConfirmForm,
};

/** `subject`: what the command is about, the request or a task of it. */
type Props = RequestFormProps & { name: RequestDialogName; subject: string };

function useDialogTitle({ name, subject, request }: Props): DialogTitle {
  const t = useTranslations("request.dialog");
  const names = useTranslations("action");
  const countries = useTranslations("country");
  const action = names(agreedOf(request).action);
  const callsign = useEntity("tasks", subject)?.unit.callsign ?? "";
  const { from, to, answered } = request;
  const partner = partnerOf(useUser().country);
  const titles: Record<RequestDialogName, DialogTitle> = {
    accept: { title: t("accept", { action }), text: t("acceptText") },
    assign: { title: t("assign", { action }) },
    counter: { title: t("counter", { action }), text: t("counterText", { country: countries(from) }) },
    complete: { title: t("complete", { action }) },
    confirm: { title: t("confirm"), text: t("confirmText", { country: countries(partner) }) },
    decline: { title: t("decline", { action }) },
    refuseCounter: {
      title: t("refuseCounter", { action: names(answered.counter?.action ?? request.action) }),
    },
    withdraw: { title: t("withdraw", { action }), text: t("withdrawText", { country: countries(to) }) },
    cancelTask: { title: t("cancelTask", { callsign }) },
  };
  return titles[name];
}

function Form({ name, subject, ...props }: Props) {
  const t = useTranslations("request.step");
  if (hasForm("request", name, "dialog")) {
    const OwnForm = forms[name];
    return <OwnForm {...props} />;
  }
  const { type, destructive }: WithReason<Request> = actions.request[name];
  return (
    <ReasonActionForm
      label={t(name)}
      type={type}
      subject={subject}
      destructive={destructive}
      onDone={props.onDone}
    />
  );
}

export function RequestDialog(props: Props) {
  const title = useDialogTitle(props);
  return (
    <ActionDialog {...title} onDone={props.onDone}>
      <Form {...props} />
    </ActionDialog>
  );
}
