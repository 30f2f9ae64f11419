"use client";
/** Sends a new report, or the changes of an incident. The draft stays until its event has come back. */
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import type { PlaceInput } from "@/domain/place";
import { partnerOf } from "@/domain/vocabulary";
import { useErrorText } from "../../act/send-command";
import { usePreferences } from "../../i18n/provider";
import { newSubject } from "../../live/commands";
import { useSend } from "../../live/hooks/use-commands";
import { useLive, useUser } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { ScrollRegion } from "../../ui/scroll";
import { toast } from "../../ui/toast";
import {
  changesOf,
  type Draft,
  draftOf,
  emptyDraft,
  type Missing,
  missing,
  proposable,
  toReport,
} from "./draft";
import { type FieldsProps, ReportFields } from "./fields";
import { useDraft } from "./report-outbox";

type Picking = FieldsProps["picking"];

/** Names what is missing in the reader's words. */
function MissingText({ gaps }: { gaps: readonly Missing[] }) {
  const t = useTranslations("report");
  if (gaps.length === 0) return <span className="text-ink-2">{t("national")}</span>;
  return <span className="text-stale">{t("missing", { what: gaps.map((gap) => t(gap)).join(", ") })}</span>;
}

type FrameProps = {
  label: string;
  busy: boolean;
  ready: boolean;
  error: string | undefined;
  hint: ReactNode;
  onSubmit: () => Promise<void>;
  children: ReactNode;
};

function Frame({ label, busy, ready, error, hint, onSubmit, children }: FrameProps) {
  const t = useTranslations("report");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) void onSubmit();
  };
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <ScrollRegion label={label} className="flex-1 px-4 pt-1 pb-5">
        {children}
      </ScrollRegion>
      <div className="grid gap-2 border-t px-4 pt-2.5 pb-3">
        {error ? (
          <p role="alert" className="text-desk-body">
            <b className="font-semibold text-clock-alarm">{t("failed")}.</b> {error} {t("kept")}
          </p>
        ) : (
          <p className="text-desk-note">{hint}</p>
        )}
        <Button type="submit" look="primary" aria-disabled={!ready || busy}>
          {busy ? t("submitting") : label}
        </Button>
      </div>
    </form>
  );
}

type ReportProps = {
  picking?: Picking;
  /** A place that was just clicked on the map. */
  picked?: PlaceInput;
  onSent: (id: string) => void;
  now?: () => number;
};

function usePicked(picked: PlaceInput | undefined, change: (part: Partial<Draft>) => void): void {
  useEffect(() => {
    if (picked) change({ place: picked, placeText: "" });
  }, [picked, change]);
}

export function NewReport({ picking, picked, onSent, now = Date.now }: ReportProps) {
  const t = useTranslations("report");
  const { client, user } = useLive();
  const { language } = usePreferences();
  const send = useSend();
  const errorText = useErrorText();
  const [draft, change] = useDraft(user.username);
  // One subject per draft: sent again after an error it can never become a second incident.
  const [subject, setSubject] = useState(() => newSubject(user.country));
  usePicked(picked, change);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const gaps = missing(draft);
  const submit = async () => {
    const body = toReport(draft, language, now());
    if (!body) return;
    setBusy(true);
    const outcome = await send("incident.report", subject, body);
    setBusy(false);
    if (!outcome.ok) return setError(errorText(outcome.error));
    setError(undefined);
    change(emptyDraft);
    setSubject(newSubject(user.country));
    const ref = client.store.get("incidents", subject)?.ref;
    toast("good", ref ? t("sent", { ref }) : t("submit"));
    onSent(subject);
  };
  return (
    <Frame
      label={t("submit")}
      busy={busy}
      ready={gaps.length === 0}
      error={error}
      hint={<MissingText gaps={gaps} />}
      onSubmit={submit}
    >
      <ReportFields draft={draft} picking={picking} onChange={change} />
    </Frame>
  );
}

type RevisionProps = ReportProps & {
  incident: Incident;
  /** The owner revises; the other side proposes the same changes, and the owner decides. */
  mode: "revise" | "propose";
};

/** What becomes of the changes once they are sent, in words. */
function useEffectText({ incident, mode }: Pick<RevisionProps, "incident" | "mode">): string {
  const t = useTranslations("ask");
  const user = useUser();
  const names = useTranslations("country");
  const country = names(partnerOf(incident.owner));
  if (mode === "propose") return t("proposeEffect", { country: names(incident.owner) });
  if (incident.sharing === "requested") return t("reviseBack");
  if (incident.sharing !== "released") return "";
  return user.role === "officer" ? t("reviseOfficer") : t("reviseJoint", { country });
}

export function Revision({ incident, mode, picking, picked, onSent, now = Date.now }: RevisionProps) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  const { client } = useLive();
  const user = useUser();
  const send = useSend();
  const errorText = useErrorText();
  const effect = useEffectText({ incident, mode });
  const [subject] = useState(() => newSubject(user.country));
  const [start] = useState(() => ({ draft: draftOf(incident), basis: client.store.vector }));
  const [draft, setDraft] = useState<Draft>(start.draft);
  const change = useCallback((part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part })), []);
  usePicked(picked, change);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const changes = changesOf(start.draft, draft, now());
  const changed = Object.keys(changes).length > 0;
  const submit = async () => {
    setBusy(true);
    const outcome =
      mode === "revise"
        ? await send("incident.revise", incident.id, { changes }, start.basis)
        : await send("proposal.make", subject, { incidentId: incident.id, changes: proposable(changes) });
    setBusy(false);
    if (outcome.ok) onSent(incident.id);
    else setError(errorText(outcome.error));
  };
  return (
    <Frame
      label={act(mode)}
      busy={busy}
      ready={changed}
      error={error}
      hint={changed ? effect : t("nothingChanged")}
      onSubmit={submit}
    >
      <ReportFields
        revising
        proposing={mode === "propose"}
        draft={draft}
        picking={picking}
        onChange={change}
      />
    </Frame>
  );
}
