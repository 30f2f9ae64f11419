"use client";
/** The frame of every form that an action opens. */
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { trimInvisible } from "@/domain/text";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";
import type { ReasonCommand } from "./action";
import { type SendCommand, useSendCommand } from "./send-command";

/** The props of every form about an incident. `onDone` is called once it was sent or cancelled. */
export type IncidentFormProps = { incident: Incident; onDone: () => void };

type FormProps = {
  label: string;
  destructive?: boolean;
  ready?: boolean;
  children?: ReactNode;
  /** True once the command was accepted. */
  onSubmit: () => Promise<boolean>;
  onDone: () => void;
};

/** A form that keeps what was typed until its command was accepted, and closes then. */
export function ActionForm({ label, destructive, ready = true, children, onSubmit, onDone }: FormProps) {
  const t = useTranslations("act");
  const [isSending, setIsSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending || !ready) return;
    setIsSending(true);
    const accepted = await onSubmit();
    setIsSending(false);
    if (accepted) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {children}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t("cancel")}</Button>
        <Button type="submit" look={destructive ? "destructive" : "primary"} disabled={isSending || !ready}>
          {label}
        </Button>
      </div>
    </form>
  );
}

type ReasonFormProps = {
  label: string;
  destructive?: boolean;
  onReason: (send: SendCommand, reason: string) => Promise<boolean>;
  onDone: () => void;
};

/** Asks for a reason and for nothing else. */
export function ReasonForm({ label, destructive, onReason, onDone }: ReasonFormProps) {
  const t = useTranslations("act");
  const send = useSendCommand();
  const [reason, setReason] = useState("");
  return (
    <ActionForm
      label={label}
      destructive={destructive}
      ready={trimInvisible(reason) !== ""}
      onSubmit={() => onReason(send, trimInvisible(reason))}
      onDone={onDone}
    >
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        autoFocus
        maxLength={500}
        value={reason}
        onText={setReason}
      />
    </ActionForm>
  );
}

type ReasonActionProps = Omit<ReasonFormProps, "onReason"> & { type: ReasonCommand; subject: string };

/** The form of an action that needs a reason and nothing else. */
export function ReasonActionForm({ type, subject, ...form }: ReasonActionProps) {
  return <ReasonForm {...form} onReason={(send, reason) => send(type, subject, { reason })} />;
}

export type DialogTitle = { title: string; text?: string };
type DialogProps = DialogTitle & { onDone: () => void; className?: string; children: ReactNode };

/** A dialog around a form; it is open as long as it is mounted. */
export function ActionDialog({ onDone, ...dialog }: DialogProps) {
  return <Dialog open onOpenChange={(open) => !open && onDone()} {...dialog} />;
}
