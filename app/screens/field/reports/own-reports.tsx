"use client";
/** The officer's own reports: who has each, whether it went to the partner, and whether they read it. */
import { useTranslations } from "use-intl";
import { isOwn } from "@/domain/audience";
import type { Incident } from "@/domain/incident/schema";
import { partnerOf } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../../../i18n/format";
import { usePlaceName } from "../../../i18n/place-name";
import { useHasPicture } from "../../../live/hooks/use-connection";
import { useUser } from "../../../live/hooks/use-live";
import { useOwn } from "../../../live/hooks/use-own";
import { useNow } from "../../../live/ticker";
import { IncidentIcon } from "../../../map/symbols/incident-icon";
import { SharingText } from "../../../parts/incident/sharing-text";
import { Empty } from "../../../ui/empty";
import { ScrollRegion } from "../../../ui/scroll";

function OwnReport({ incident }: { incident: Incident }) {
  const kind = useTranslations("kind");
  const status = useTranslations("status");
  const detail = useTranslations("detail");
  const countries = useTranslations("country");
  const place = usePlaceName(incident.place);
  const { moment } = useFormats();
  const now = useNow(60_000);
  const partner = partnerOf(incident.owner);
  const read = incident.acknowledged[partner];
  return (
    <li
      data-testid="own-report"
      data-ref={incident.ref}
      className="flex items-center gap-3.5 border-t px-4 py-3.5"
    >
      <span className="flex w-14 shrink-0 justify-center">
        <IncidentIcon incident={incident} size={48} />
      </span>
      <div className="min-w-0 flex-1 text-field-detail">
        <div className="flex items-baseline justify-between gap-2 text-ink-2">
          <span>{incident.ref}</span>{" "}
          <time dateTime={incident.reportedAt}>{moment(incident.reportedAt, now)}</time>
        </div>
        <div className="text-field-lead leading-tight font-semibold">{kind(incident.kind)}</div>
        <div className="truncate text-ink-2">{place}</div>
        <div className="text-ink-2">
          {status(incident.status)}
          {incident.holder ? ` · ${incident.holder.desk}` : ""} · <SharingText incident={incident} />
          {read ? ` · ${detail("partnerRead", { country: countries(partner) })} ${moment(read.at, now)}` : ""}
        </div>
      </div>
    </li>
  );
}

/** What this account reported, newest first; an incident that its unit was only sent to is no own report. */
export function useMyReports(): Incident[] {
  const user = useUser();
  return useOwn()
    .filter((entity) => isOwn(entity, { country: user.country, by: user.by ?? "" }))
    .sort((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1));
}

export function OwnReports() {
  const t = useTranslations("fieldScreen");
  const ready = useHasPicture();
  const now = useNow(60_000);
  const incidents = useMyReports();
  return (
    <ScrollRegion label={t("mine")} className="flex-1 bg-surface-1">
      <h2 className="px-4 pt-4 pb-2 text-field-body font-semibold text-ink-2">{t("mine")}</h2>
      {ready && incidents.length === 0 ? (
        <Empty className="text-field-body">{t("none", { time: clockTime(now) })}</Empty>
      ) : null}
      <ul>
        {incidents.map((incident) => (
          <OwnReport key={incident.id} incident={incident} />
        ))}
      </ul>
    </ScrollRegion>
  );
}
