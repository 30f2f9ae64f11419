"use client";
/** Notices on a request: not sent yet, a counter-offer, a unit still on its way after a withdrawal. */
import { CloudOff, Siren } from "lucide-react";
import { useTranslations } from "use-intl";
import { isUnsent } from "@/domain/freshness/unsent";
import { strayTasks } from "@/domain/request/progress";
import type { Request } from "@/domain/request/schema";
import { partnerOf } from "@/domain/vocabulary";
import { clockTime } from "../../i18n/format";
import { useHeads } from "../../live/hooks/use-connection";
import { useLive, useUser } from "../../live/hooks/use-live";
import { useReasonText } from "../incident/reason-text";

/** While the link is down: the other side cannot know of it yet. */
export function NotSentNotice({ request }: { request: Request }) {
  const t = useTranslations("request");
  const names = useTranslations("country");
  const user = useUser();
  const partner = useHeads()?.partner;
  const ownPart = user.country === request.from ? request.asked : request.answered;
  const last =
    ownPart.confirmed && (!ownPart.at || ownPart.confirmed.at > ownPart.at)
      ? ownPart.confirmed.at
      : ownPart.at;
  if (!last || !isUnsent({ at: last, by: user.country }, user.country, partner)) return null;
  return (
    <p className="flex items-center gap-1.5 font-semibold text-stale" data-testid="not-sent">
      <CloudOff size={14} aria-hidden className="shrink-0" />
      {t("notSent", { country: names(partnerOf(user.country)) })}
    </p>
  );
}

/** The counter-offer of the asked side. */
export function CounterNotice({ request }: { request: Request }) {
  const t = useTranslations("request");
  const action = useTranslations("action");
  const { counter } = request.answered;
  if (!counter || request.status !== "countered") return null;
  return (
    <p className="rounded-1 border border-line-strong px-2 py-1 text-desk-body" data-testid="counter">
      {t("counterIs")}: <b className="font-semibold">{action(counter.action)}</b>
      {counter.dueAt ? `, ${t("due", { time: clockTime(counter.dueAt) })}` : null}
    </p>
  );
}

/** The request was withdrawn, and a unit is still on its way for it. */
export function StrayTaskNotice({ request }: { request: Request }) {
  const t = useTranslations("request");
  const names = useTranslations("country");
  const { store } = useLive().client;
  const reasonText = useReasonText();
  const stray = strayTasks(request, (id) => store.get("tasks", id));
  if (stray.length === 0) return null;
  const callsign = stray.map(({ unit }) => unit.callsign).join(", ");
  return (
    <div className="flex items-start gap-2 text-desk-body" role="alert" data-testid="stray-task">
      <Siren size={16} aria-hidden className="mt-0.5 shrink-0 text-clock-alarm" />
      <p>
        <b className="block font-semibold text-clock-alarm">{t("stray")}</b>
        {t("strayText", { country: names(request.from), callsign })}
        <span className="block text-ink-2">
          {t("reason", { text: reasonText(request.asked.reason ?? "") })}
        </span>
      </p>
    </div>
  );
}
