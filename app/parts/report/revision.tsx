"use client";
/** The changes of an incident: its owner revises it, the other side proposes them. */
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { partnerOf } from "@/domain/vocabulary";
import { newSubject } from "../../live/commands";
import { useSend } from "../../live/hooks/use-commands";
import { useLive, useUser } from "../../live/hooks/use-live";
import { type Changes, changesOf, type Draft, draftOf, missing, proposable } from "./draft";
import { MissingText } from "./missing-text";
import { ReportFields } from "./report-fields";
import { ReportForm, type ReportProps, usePicked } from "./report-form";

type Props = ReportProps & {
  incident: Incident;
  /** The owner revises; the other side proposes the same changes, and the owner decides. */
  mode: "revise" | "propose";
};

/** What becomes of the changes once they are sent. */
function useEffectText({ incident, mode }: Pick<Props, "incident" | "mode">): string {
  const t = useTranslations("ask");
  const user = useUser();
  const names = useTranslations("country");
  const country = names(partnerOf(incident.owner));
  if (mode === "propose") return t("proposeEffect", { country: names(incident.owner) });
  if (incident.sharing === "requested") return t("reviseBack");
  if (incident.sharing !== "released") return "";
  return user.role === "officer" ? t("reviseOfficer") : t("reviseJoint", { country });
}

export function Revision({ incident, mode, picking, picked, onSent }: Props) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  const { client, user } = useLive();
  const send = useSend();
  const effect = useEffectText({ incident, mode });
  const [subject] = useState(() => newSubject(user.country));
  const [start] = useState(() => ({ draft: draftOf(incident), basis: client.store.vector }));
  const [draft, setDraft] = useState<Draft>(start.draft);
  const change = useCallback((part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part })), []);
  usePicked(picked, change);
  const changes = changesOf(start.draft, draft, client.store.time.now());
  const changed = Object.keys(changes).length > 0;
  const gaps = missing(draft, client.store.time.now());
  const revise = (part: Changes) => send("incident.revise", incident.id, { changes: part }, start.basis);
  const propose = async () => {
    const proposed = proposable(changes);
    const { handling, ...others } = proposed;
    // The originator sets the handling by itself, whoever owns the incident (rule W3).
    const isOwn = handling !== undefined && incident.originator === user.country;
    const rest = isOwn ? others : proposed;
    const revised = isOwn ? await revise({ handling }) : undefined;
    const isDone = revised !== undefined && (!revised.ok || Object.keys(rest).length === 0);
    return isDone ? revised : send("proposal.make", subject, { incidentId: incident.id, changes: rest });
  };
  return (
    <ReportForm
      label={act(mode)}
      ready={changed && gaps.length === 0}
      hint={gaps.length > 0 ? <MissingText gaps={gaps} /> : changed ? effect : t("nothingChanged")}
      send={mode === "revise" ? () => revise(changes) : propose}
      onSent={() => onSent(incident.id)}
    >
      <ReportFields
        revising
        proposing={mode === "propose"}
        draft={draft}
        picking={picking}
        onChange={change}
      />
    </ReportForm>
  );
}
