"use client";
/** Closes an incident, and with it what still runs there: all of it is named before. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Outcome, outcomes } from "@/domain/vocabulary";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { ToggleGroup } from "../../ui/toggle";
import { EndingList } from "./ending-list";
import { useEnding } from "./use-ending";

/** The `ends` of a command that ends an incident; absent where nothing runs. */
export const endsOf = (running: readonly { id: string }[]): { ends?: string[] } =>
  running.length > 0 ? { ends: running.map(({ id }) => id) } : {};

export function CloseForm({ incident, onDone }: IncidentFormProps) {
  const act = useTranslations("act");
  const ask = useTranslations("ask");
  const names = useTranslations("outcome");
  const send = useSendCommand();
  const [outcome, setOutcome] = useState<Outcome | "">("");
  const ending = useEnding(incident, "incident-closed");
  return (
    <ActionForm
      label={act("close")}
      destructive={ending.ours.length > 0}
      ready={outcome !== "" && ending.blocked.length === 0}
      onSubmit={async () =>
        outcome !== "" && send("incident.close", incident.id, { outcome, ...endsOf(ending.ours) })
      }
      onDone={onDone}
    >
      <ToggleGroup
        label={ask("closeText")}
        value={outcome}
        onChange={setOutcome}
        choices={outcomes.map((value) => ({ value, label: names(value) }))}
      />
      <EndingList ending={ending} />
    </ActionForm>
  );
}
