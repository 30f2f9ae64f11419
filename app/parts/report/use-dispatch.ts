"use client";
/** Sends the draft without waiting: until its event is back the report is listed as being sent. */
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { usePreferences } from "../../i18n/provider";
import { newSubject } from "../../live/commands";
import { useSend } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { toast } from "../../ui/toast";
import { toReport } from "./draft";
import { complete, dispatch, draftFor } from "./report-outbox";

/** Shows that a report was accepted, with its reference. */
export function useReportedToast(): (subject: string) => void {
  const t = useTranslations("report");
  const { store } = useLive().client;
  return useCallback(
    (subject) => {
      const ref = store.get("incidents", subject)?.ref;
      toast("good", ref ? t("sent", { ref }) : t("submit"));
    },
    [store, t],
  );
}

export function useDispatch(): () => Promise<void> {
  const { client, user } = useLive();
  const { language } = usePreferences();
  const send = useSend();
  const showReported = useReportedToast();
  return useCallback(async () => {
    const body = toReport(draftFor(user.username), language, client.store.time.now());
    if (!body) return;
    const subject = dispatch(user.username, () => newSubject(user.country));
    const outcome = await send("incident.report", subject, body);
    complete(subject, outcome.ok ? undefined : outcome.error);
    if (outcome.ok) showReported(subject);
  }, [client, user, language, send, showReported]);
}
