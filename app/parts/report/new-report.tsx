"use client";
/** A new report at a desk. The draft stays until its event has come back. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePreferences } from "../../i18n/provider";
import { newSubject } from "../../live/commands";
import { useSend } from "../../live/hooks/use-commands";
import { useLive, useUser } from "../../live/hooks/use-live";
import { AlreadyReported } from "./already-reported";
import { missing, toReport } from "./draft";
import { MissingText } from "./missing-text";
import { ReportFields } from "./report-fields";
import { ReportForm, type ReportProps, usePicked } from "./report-form";
import { attempt, clear, renew, useAttempted, useDraft } from "./report-outbox";
import { useReportedToast } from "./use-dispatch";
import { useReported } from "./use-reported";

/** Sends the draft; `isSending` while its answer is awaited. */
function useSendDraft() {
  const user = useUser();
  const { time } = useLive().client.store;
  const { language } = usePreferences();
  const send = useSend();
  const showReported = useReportedToast();
  const [draft] = useDraft(user.username);
  const [isSending, setIsSending] = useState(false);
  const sendDraft = async (onSent: ReportProps["onSent"]) => {
    const body = toReport(draft, language, time.now());
    if (!body) return undefined;
    setIsSending(true);
    const subject = attempt(user.username, () => newSubject(user.country));
    const outcome = await send("incident.report", subject, body);
    setIsSending(false);
    if (outcome.ok) {
      clear(user.username);
      showReported(subject);
      onSent(subject);
    }
    return outcome;
  };
  return { isSending, sendDraft };
}

/** What stands under the form: that an earlier sending had arrived, what is missing, or where the report goes. */
function useFoot({ onSent, isSending }: Pick<ReportProps, "onSent"> & { isSending: boolean }) {
  const t = useTranslations("report");
  const user = useUser();
  const { time } = useLive().client.store;
  const [draft] = useDraft(user.username);
  const sent = useAttempted(user.username);
  const record = useReported(isSending ? undefined : sent?.subject);
  const gaps = missing(draft, time.now());
  const arrived =
    record && sent ? (
      <AlreadyReported
        record={record}
        draft={draft}
        attempts={sent.attempts}
        onDone={() => {
          clear(user.username);
          onSent(record.id);
        }}
        onAnother={() => renew(user.username)}
      />
    ) : undefined;
  const hint =
    gaps.length > 0 ? <MissingText gaps={gaps} /> : <span className="text-ink-2">{t("national")}</span>;
  return { arrived, hint, isReady: gaps.length === 0 };
}

export function NewReport({ picking, picked, onSent }: ReportProps) {
  const t = useTranslations("report");
  const [draft, change] = useDraft(useUser().username);
  const { isSending, sendDraft } = useSendDraft();
  const { arrived, hint, isReady } = useFoot({ onSent, isSending });
  usePicked(picked, change);
  return (
    <ReportForm
      label={t("submit")}
      ready={isReady}
      hint={hint}
      instead={arrived}
      send={() => sendDraft(onSent)}
    >
      <ReportFields draft={draft} picking={picking} onChange={change} />
    </ReportForm>
  );
}
