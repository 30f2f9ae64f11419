"use client";
/** Merges an incident into another, and ends what still runs on it: all of it is named before. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { useLive } from "../../live/hooks/use-live";
import { CandidateList, useCandidates } from "../incident/pick-incident";
import { endsOf } from "./close-form";
import { EndingList } from "./ending-list";
import { useEnding } from "./use-ending";

export function MergeForm({ incident, onDone }: IncidentFormProps) {
  const act = useTranslations("act");
  const { store } = useLive().client;
  const send = useSendCommand();
  const candidates = useCandidates("merge", incident);
  const [into, setInto] = useState("");
  const ending = useEnding(incident, "incident-merged");
  return (
    <ActionForm
      label={act("merge")}
      destructive
      ready={into !== "" && ending.blocked.length === 0}
      onSubmit={() => send("incident.merge", incident.id, { into, ...endsOf(ending.ours) }, store.vector)}
      onDone={onDone}
    >
      <CandidateList candidates={candidates} chosen={into} onChoose={setInto} />
      <EndingList ending={ending} />
    </ActionForm>
  );
}
