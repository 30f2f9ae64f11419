"use client";
/** Judge again, discard with a reason, or show the content: what the role may do about an event that waits. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HeldAction, HeldAnswer } from "@/domain/protocol/held";
import { mayDecideHeld } from "@/domain/protocol/held";
import { trimInvisible } from "@/domain/text";
import { decideHeld, type HeldFailure } from "../../live/held";
import { useUser } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { toast } from "../../ui/toast";
import { useHeldReason } from "./held-reason";
import { Received } from "./received";

const longestReason = 300;

type Answered = { action: HeldAction; answer: HeldAnswer | HeldFailure };

/** What became of it, in words; nothing when it was opened. */
function useAnswerText(): (answered: Answered) => string | undefined {
  const t = useTranslations("link");
  const reasonOf = useHeldReason();
  return ({ action, answer }) => {
    if (answer === "forbidden") return t("forbidden");
    if (answer === "failed") return t("failed");
    if (answer === "conflict") return action === "discard" ? t("notDiscardable") : t("nothing");
    switch (answer.outcome) {
      case "admitted":
        return t("admitted");
      case "waits":
        return t("waitsStill", { reason: reasonOf(answer.waiting) });
      case "opened":
        return undefined;
    }
  };
}

export function HeldDecisionForm({ seq, onDecided }: { seq: number; onDecided: () => Promise<void> }) {
  const t = useTranslations("link");
  const { role } = useUser();
  const textOf = useAnswerText();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [answered, setAnswered] = useState<Answered>();
  const may = (action: HeldAction) => mayDecideHeld[action].includes(role);
  if (!may("retry")) return null;
  const given = trimInvisible(reason);
  const decide = async (action: HeldAction) => {
    setBusy(true);
    const answer = await decideHeld({ seq, action, reason: given });
    setBusy(false);
    setAnswered({ action, answer });
    if (typeof answer === "string" || answer.outcome !== "admitted") return;
    toast("good", t("admitted"));
    await onDecided();
  };
  const answer = answered?.answer;
  const opened = typeof answer === "object" && answer.outcome === "opened" ? answer : undefined;
  const text = answered && textOf(answered);
  return (
    <div className="mt-4 grid gap-3">
      {may("discard") ? (
        <TextField
          label={t("reasonLabel")}
          hint={t("discardHint")}
          maxLength={longestReason}
          rows={2}
          value={reason}
          onText={setReason}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={busy} onClick={() => void decide("retry")}>
          {t("retry")}
        </Button>
        {may("open") ? (
          <Button disabled={busy || given === ""} onClick={() => void decide("open")}>
            {t("open")}
          </Button>
        ) : null}
        {may("discard") ? (
          <Button look="destructive" disabled={busy || given === ""} onClick={() => void decide("discard")}>
            {t("discard")}
          </Button>
        ) : null}
      </div>
      <p role="status" className="font-semibold empty:hidden">
        {text}
      </p>
      {opened ? <Received label={t("body")} text={opened.body ?? t("empty")} /> : null}
    </div>
  );
}
