"use client";
/** Confirms a handover: how many were counted, and when it took place. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "../../act/action-form";
import { NumberInput } from "../../act/number-input";
import { useSendCommand } from "../../act/send-command";
import { TimeInput } from "../../act/time-input";
import { typedCount } from "../../i18n/typed-number";
import { lastTime } from "../../i18n/typed-time";
import { useLive } from "../../live/hooks/use-live";
import { Field } from "../../ui/field";
import { isHappened } from "../task/fields";
import type { RequestFormProps } from "./request-forms";

export function ConfirmForm({ request, onDone }: RequestFormProps) {
  const t = useTranslations("handover");
  const { store } = useLive().client;
  const send = useSendCommand();
  const [text, setText] = useState("");
  const [happened, setHappened] = useState("");
  const isOfPersons = request.handover?.of === "persons";
  const typed = typedCount(text);
  const isCounted = typed.state === "number" ? typed.value > 0 : typed.state === "empty" && !isOfPersons;
  const submit = () => {
    const happenedAt = lastTime(happened, store.time.now(), request.answered.at);
    return send("request.confirm", request.id, {
      ...(typed.state === "number" ? { count: typed.value } : {}),
      ...(happenedAt ? { happenedAt } : {}),
    });
  };
  return (
    <ActionForm
      label={t("confirm")}
      ready={isCounted && isHappened(happened, store.time.now())}
      onSubmit={submit}
      onDone={onDone}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t(isOfPersons ? "count" : "countThings")} hint={t("countHint")}>
          <NumberInput
            label={t(isOfPersons ? "count" : "countThings")}
            inputMode="numeric"
            value={text}
            typed={typed}
            onText={setText}
          />
        </Field>
        <Field label={t("happened")}>
          <TimeInput label={t("happened")} direction="past" text={happened} onText={setHappened} />
        </Field>
      </div>
    </ActionForm>
  );
}
