"use client";
/** A new report at a desk. The draft stays until its event has come back. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePreferences } from "../../i18n/provider";
import { newSubject } from "../../live/commands";
import { useSend } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { emptyDraft, missing, toReport } from "./draft";
import { MissingText } from "./missing-text";
import { ReportFields } from "./report-fields";
import { ReportForm, type ReportProps, usePicked } from "./report-form";
import { useDraft } from "./report-outbox";
import { useReportedToast } from "./use-dispatch";

export function NewReport({ picking, picked, onSent }: ReportProps) {
  const t = useTranslations("report");
  const { client, user } = useLive();
  const { language } = usePreferences();
  const send = useSend();
  const showReported = useReportedToast();
  const [draft, change] = useDraft(user.username);
  // One subject per draft: sent again after an error it can never become a second incident.
  const [subject, setSubject] = useState(() => newSubject(user.country));
  usePicked(picked, change);
  const gaps = missing(draft, client.store.time.now());
  const sendDraft = async () => {
    const body = toReport(draft, language, client.store.time.now());
    return body && send("incident.report", subject, body);
  };
  const sent = () => {
    change(emptyDraft);
    setSubject(newSubject(user.country));
    showReported(subject);
    onSent(subject);
  };
  return (
    <ReportForm
      label={t("submit")}
      ready={gaps.length === 0}
      hint={
        gaps.length > 0 ? <MissingText gaps={gaps} /> : <span className="text-ink-2">{t("national")}</span>
      }
      send={sendDraft}
      onSent={sent}
    >
      <ReportFields draft={draft} picking={picking} onChange={change} />
    </ReportForm>
  );
}
