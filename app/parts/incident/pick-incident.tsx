"use client";
/** Chooses the other incident of a merge or a link; only those that fit are offered. */
import { Command } from "cmdk";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type Incident, isIncident } from "@/domain/incident/schema";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { canSend, isAllowed } from "../../act/can-send";
import { useSendCommand } from "../../act/send-command";
import { useLive } from "../../live/hooks/use-live";
import { IncidentOption } from "./incident-option";

type Mode = "merge" | "link";

export function useCandidates(mode: Mode, incident: Incident): Incident[] {
  const { client, user } = useLive();
  return useMemo(() => {
    const others = [...client.store.picture.incidents.values()].filter(isIncident);
    return others.filter((other) => {
      if (other.id === incident.id) return false;
      const permission =
        mode === "merge"
          ? canSend(client.store, user, "incident.merge", incident.id, { into: other.id })
          : canSend(client.store, user, "incident.link", incident.id, { to: other.id });
      // What still runs is for the form to name and to end.
      return isAllowed(permission) || permission.denial === "still-running";
    });
  }, [client.store, user, mode, incident]);
}

type ListProps = { candidates: readonly Incident[]; chosen: string; onChoose: (id: string) => void };

export function CandidateList({ candidates, chosen, onChoose }: ListProps) {
  const t = useTranslations("ask");
  const kind = useTranslations("kind");
  const palette = useTranslations("palette");
  return (
    <Command className="overflow-hidden rounded-2 border" label={t("pickIncident")}>
      <Command.Input
        placeholder={t("pickIncident")}
        className="h-10 w-full border-b bg-transparent px-3 outline-none"
      />
      <Command.List className="max-h-64 overflow-y-auto p-1">
        <Command.Empty className="p-4 text-center text-ink-2">{palette("none")}</Command.Empty>
        {candidates.map((candidate) => (
          <Command.Item
            key={candidate.id}
            value={`${candidate.ref} ${kind(candidate.kind)}`}
            onSelect={() => onChoose(candidate.id)}
            aria-checked={candidate.id === chosen}
            className="flex items-center gap-3 rounded-1 px-2 py-1.5 data-[selected=true]:bg-surface-3 aria-checked:shadow-[inset_3px_0_0_var(--ink-1)]"
          >
            <IncidentOption incident={candidate} kindClassName="text-ink-2" />
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

export function LinkForm({ incident, onDone }: IncidentFormProps) {
  const act = useTranslations("act");
  const send = useSendCommand();
  const candidates = useCandidates("link", incident);
  const [other, setOther] = useState("");
  return (
    <ActionForm
      label={act("link")}
      ready={other !== ""}
      onSubmit={() => send("incident.link", incident.id, { to: other })}
      onDone={onDone}
    >
      <CandidateList candidates={candidates} chosen={other} onChoose={setOther} />
    </ActionForm>
  );
}
