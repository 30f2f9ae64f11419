"use client";
/** The head of the open incident: what it is, its status, and the button that closes it. */
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Incident, Tombstone } from "@/domain/incident/schema";
import { countries } from "@/domain/vocabulary";
import { Sending } from "../../act/sending";
import { useFormats } from "../../i18n/format";
import { useStatus } from "../../live/hooks/use-status";
import { useNow } from "../../live/ticker";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { GradingMark, HandlingMark } from "../../parts/incident/marks";
import { SharingText } from "../../parts/incident/sharing-text";
import { Button } from "../../ui/button";
import { CountryPlate } from "../../ui/country";
import { useDesk } from "./desk";

function CloseButton() {
  const t = useTranslations("detail");
  const { dispatch } = useDesk();
  return (
    <Button
      look="quiet"
      size="squareSmall"
      aria-label={t("close")}
      className="-mr-1.5 self-start"
      onClick={() => dispatch({ do: "select", id: undefined })}
    >
      <X size={17} aria-hidden />
    </Button>
  );
}

export function IncidentHead({ incident }: { incident: Incident }) {
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const status = useTranslations("status");
  return (
    <header className="flex items-center gap-3 px-4 pt-3 pb-2.5">
      <IncidentIcon incident={incident} size={46} title={impact(incident.impact)} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-desk-body text-ink-2">
          <b className="font-semibold text-ink-1">{incident.ref}</b>
          {status(useStatus(incident))}
          <HandlingMark handling={incident.handling} />
          <GradingMark grading={incident.grading} />
          {countries.map((country) => {
            const assessed = incident.assessments?.[country];
            return assessed ? (
              <span key={country} className="inline-flex items-center gap-1" data-assessed-by={country}>
                <CountryPlate country={country} className="text-desk-note" />
                <GradingMark grading={assessed.grading} />
              </span>
            ) : null;
          })}
        </div>
        <h2 className="text-desk-heading font-semibold">{kind(incident.kind)}</h2>
        <div className="flex flex-wrap gap-x-2 text-desk-note text-ink-2">
          {impact(incident.impact)} <span aria-hidden>·</span> <SharingText incident={incident} />{" "}
          <Sending subject={incident.id} />
        </div>
      </div>
      <CloseButton />
    </header>
  );
}

export function RecalledHead({ tombstone }: { tombstone: Tombstone }) {
  const t = useTranslations("detail");
  const list = useTranslations("list");
  const names = useTranslations("country");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const country = names(tombstone.originator ?? tombstone.owner);
  const { acknowledged, at } = tombstone.recalled;
  return (
    <>
      <header className="flex items-center gap-3 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2 text-desk-body">
            <CountryPlate country={tombstone.owner} /> <b className="font-semibold">{tombstone.ref}</b>
            <Sending subject={tombstone.id} />
          </div>
          <h2 className="text-desk-heading font-semibold">{list("recalled", { country })}</h2>
        </div>
        <CloseButton />
      </header>
      <p className="px-4 pb-2 text-ink-2">{t("recalledBy", { country, time: moment(at, now) })}</p>
      <p className={acknowledged ? "px-4 pb-2 text-ink-2" : "px-4 pb-2 font-semibold text-stale"}>
        {acknowledged ? t("recallRead", { time: moment(acknowledged.at, now) }) : t("recallUnread")}
      </p>
    </>
  );
}
