"use client";
/** Four facts at a glance: who holds it, on which side, since when, and whether the other side has read it. */
import { Check, EyeOff, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { unreadSince } from "@/domain/incident/read";
import type { Incident } from "@/domain/incident/schema";
import { partnerOf } from "@/domain/vocabulary";
import { useFormats } from "../../i18n/format";
import { useNow } from "../../live/ticker";
import { CountryPlate } from "../../ui/country";

function SummaryItem({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0 border-l px-2 py-1.5 first:border-l-0">
      <dt className="truncate text-desk-note text-ink-3">{label}</dt>
      <dd className="flex min-w-0 items-center gap-1 text-desk-body font-semibold">{children}</dd>
    </div>
  );
}

function PartnerRead({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const read = useTranslations("read");
  const { moment, age } = useFormats();
  const now = useNow();
  const partner = partnerOf(incident.owner);
  const mark = incident.acknowledged[partner];
  if (mark) {
    return (
      <>
        <Check size={14} aria-hidden /> {moment(mark.at, now)}
      </>
    );
  }
  if (incident.sharing !== "released") {
    return (
      <span className="flex min-w-0 items-center gap-1 font-normal text-ink-2">
        <Lock size={13} aria-hidden className="shrink-0" />{" "}
        <span className="truncate">{t("notReleased")}</span>
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1 text-stale">
      <EyeOff size={14} aria-hidden />
      <span className="sr-only">{read("unread")}</span>
      {now ? age(Date.parse(unreadSince(incident, partner)), now) : null}
    </span>
  );
}

export function StatusSummary({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const names = useTranslations("country");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const partner = partnerOf(incident.owner);
  const since = incident.holder?.since ?? incident.reportedAt;
  return (
    <dl
      className="mx-4 grid grid-cols-[84fr_114fr_62fr_114fr] rounded-2 border bg-surface-2"
      data-testid="status-summary"
    >
      <SummaryItem label={t("hasIt")}>
        {incident.holder ? (
          <span className="truncate">{incident.holder.desk}</span>
        ) : (
          <span className="truncate font-normal text-stale">{t("nobody")}</span>
        )}
      </SummaryItem>
      <SummaryItem label={t("side")}>
        <CountryPlate country={incident.owner} className="text-desk-note" />{" "}
        <span className="truncate">{names(incident.owner)}</span>
      </SummaryItem>
      <SummaryItem label={t("since")}>
        <time dateTime={since} className="leading-tight">
          {moment(since, now)}
        </time>
      </SummaryItem>
      <SummaryItem label={t("partnerRead", { country: names(partner) })}>
        <PartnerRead incident={incident} />
      </SummaryItem>
    </dl>
  );
}
