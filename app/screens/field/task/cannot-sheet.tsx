"use client";
/** "Cannot do this": a ready reason in one tap, or a typed one. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Task } from "@/domain/task/schema";
import { trimInvisible } from "@/domain/text";
import { useSendCommand } from "../../../act/send-command";
import { TextField } from "../../../ui/field";
import { Sheet } from "../../../ui/sheet";
import { ChoiceList } from "./choice-list";
import { SheetButton } from "./sheet-button";

const reasons = ["busy", "far", "way", "vehicle", "people", "equipment"] as const;

function Reasons({ task, onDone }: { task: Task; onDone: () => void }) {
  const t = useTranslations("myTask");
  const send = useSendCommand();
  const [reason, setReason] = useState("");
  const ready = trimInvisible(reason) !== "";
  const choices = reasons.map((key) => ({ key, label: t(`reasons.${key}`) }));
  const typed = choices.some(({ label }) => label === reason) ? "" : reason;
  const submit = () => {
    if (!ready) return;
    onDone();
    void send("task.decline", task.id, { reason: trimInvisible(reason) });
  };
  return (
    <div className="grid gap-4">
      <ChoiceList label={t("reason")} choices={choices} value={reason} onChange={setReason} />
      <TextField
        label={t("otherReason")}
        rows={2}
        maxLength={500}
        className="text-field-body"
        value={typed}
        onText={setReason}
      />
      <SheetButton testid="send-cannot" disabled={!ready} onClick={submit}>
        {t("cannotSend")}
      </SheetButton>
    </div>
  );
}

type Props = { task: Task; open: boolean; onOpenChange: (open: boolean) => void };

export function CannotSheet({ task, open, onOpenChange }: Props) {
  const t = useTranslations("myTask");
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t("cannot")} text={t("cannotText")}>
      <Reasons task={task} onDone={() => onOpenChange(false)} />
    </Sheet>
  );
}
