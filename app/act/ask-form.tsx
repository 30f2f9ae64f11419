"use client";
/** The frame of every question an action asks: it closes only when its command was accepted. */
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { Button } from "../ui/button";
import { Field, TextArea } from "../ui/field";
import { type SendCommand, useSendCommand } from "./send-command";

export type DialogProps = { incident: Incident; onDone: () => void };

type FormProps = {
  label: string;
  destructive?: boolean;
  ready?: boolean;
  children?: ReactNode;
  onSubmit: () => Promise<boolean>;
  onDone: () => void;
};

/** A form that closes only when its command was accepted. */
export function AskForm({ label, destructive, ready = true, children, onSubmit, onDone }: FormProps) {
  const t = useTranslations("act");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    const accepted = await onSubmit();
    setBusy(false);
    if (accepted) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {children}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t("cancel")}</Button>
        <Button type="submit" look={destructive ? "grave" : "primary"} disabled={busy || !ready}>
          {label}
        </Button>
      </div>
    </form>
  );
}

export type ReasonProps = {
  onDone: () => void;
  label: string;
  destructive?: boolean;
  send: (run: SendCommand, reason: string) => Promise<boolean>;
};

export function ReasonForm({ label, destructive, send, onDone }: ReasonProps) {
  const t = useTranslations("act");
  const run = useSendCommand();
  const [reason, setReason] = useState("");
  return (
    <AskForm
      label={label}
      destructive={destructive}
      ready={reason.trim() !== ""}
      onSubmit={() => send(run, reason.trim())}
      onDone={onDone}
    >
      <Field label={t("reason")} hint={t("reasonHint")}>
        <TextArea
          autoFocus
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </AskForm>
  );
}
