"use client";
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import type { Request } from "@/domain/request/schema";
import { useFormats } from "../../i18n/format";
import { useNow } from "../../live/ticker";

/** When it was made, read, answered and is due, under the bar of its deadline. */
export function RequestTimes({ request, clock }: { request: Request; clock: Clock | undefined }) {
  const t = useTranslations("request");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { made, answered } = request;
  return (
    <div className="flex flex-wrap justify-between gap-x-3 text-desk-note text-ink-2">
      <span>{t("made", { time: moment(made.at, now) })}</span>
      {answered.read ? (
        <span>{t("read", { time: moment(answered.read.at, now) })}</span>
      ) : request.status === "made" ? (
        <span className="font-semibold text-stale">{t("unread")}</span>
      ) : null}
      {answered.at ? <span>{t("answered", { time: moment(answered.at, now) })}</span> : null}
      {clock ? <span>{t("due", { time: moment(clock.dueAt, now) })}</span> : null}
    </div>
  );
}
