"use client";
/** A wall's rows: read from eight metres, so nothing under 1.5 rem (24 px at 1920). */
import { Siren } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Incident, isIncident } from "@/domain/incident/schema";
import { arrivedAt } from "@/domain/pending-actions/needs";
import { countries } from "@/domain/vocabulary";
import { clockTime } from "../../i18n/format";
import { usePlaceName } from "../../i18n/place-name";
import { useHeads } from "../../live/hooks/use-connection";
import { useIncident } from "../../live/hooks/use-entity";
import { useUser } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { usePartnerOverdue } from "../../parts/clock/partner-overdue";
import { ReadMark } from "../../parts/incident/read-mark";
import { UnseenMark } from "../../parts/incident/unseen-mark";
import { classes } from "../../ui/classes";
import { WallOverdue } from "./overdue";

/** Victims' places are shown as areas. */
function usePlaceText(incident: Incident): string {
  const t = useTranslations("wall");
  const name = usePlaceName(incident.place);
  return incident.place.coarse ? t("area", { place: name }) : name;
}

/** How old the partner's rows are, while the link is down. */
function useOld(incident: Incident): string | undefined {
  const partner = useHeads()?.partner;
  const user = useUser();
  const old = partner?.state === "down" && incident.owner !== user.country;
  return old ? clockTime(partner.since) : undefined;
}

type RowProps = { incident: Incident; small: boolean };

function Overdue({ id }: { id: string }) {
  const clock = usePartnerOverdue(id);
  return clock ? <WallOverdue clock={clock} /> : null;
}

/** What it is, where, and from when it is while the link is down. */
function RowText({ incident, small, old }: RowProps & { old: string | undefined }) {
  const kind = useTranslations("kind");
  const state = useTranslations("state");
  const urgency = useTranslations("urgency");
  const place = usePlaceText(incident);
  return (
    <span className={classes("min-w-0 flex-1", old && "text-ink-3")}>
      <span
        className={classes(
          "line-clamp-2 leading-tight font-semibold",
          small ? "text-wall-lead" : "text-wall-title",
        )}
      >
        {kind(incident.kind)}
      </span>
      {incident.dangerToLife && !small ? (
        <span className="flex items-center gap-[0.4rem] text-wall-note font-bold text-clock-alarm">
          <Siren aria-hidden className="size-[1.5rem]" /> {urgency("danger-to-life")}
        </span>
      ) : null}
      <span className="flex gap-[0.5rem] text-wall-body leading-compact text-ink-2">
        <span className="shrink-0">{incident.ref}</span>
        <span aria-hidden>·</span>
        <span className="truncate">{place}</span>
        {incident.holder && !small ? (
          <>
            <span aria-hidden>·</span>
            <span className="shrink-0 font-semibold text-ink-1" data-testid="wall-holder">
              {incident.holder.desk}
            </span>
          </>
        ) : null}
      </span>
      {small ? null : <Overdue id={incident.id} />}
      <UnseenMark id={incident.id} className="max-w-full text-wall-note" />
      {old ? (
        <span className="text-wall-note font-semibold text-stale">{state("asOf", { time: old })}</span>
      ) : null}
    </span>
  );
}

function Row({ incident, small }: RowProps) {
  const impact = useTranslations("impact");
  const old = useOld(incident);
  return (
    <>
      <span className="flex w-[5.4rem] shrink-0 justify-center">
        <IncidentIcon
          incident={incident}
          old={old !== undefined}
          size={64}
          title={impact(incident.impact)}
          style={small ? { width: "2.9rem", height: "3.2rem" } : { width: "4.5rem", height: "5rem" }}
        />
      </span>
      <RowText incident={incident} small={small} old={old} />
      {small ? null : (
        <span className="grid w-[11.6rem] shrink-0 gap-[0.35rem] text-wall-body">
          {countries.map((country) => (
            <ReadMark
              key={country}
              incident={incident}
              country={country}
              className="gap-[0.6rem]"
              plateClassName="min-w-[3.6rem] text-wall-note"
            />
          ))}
        </span>
      )}
      {small ? (
        <time className="shrink-0 text-wall-body text-ink-2">{clockTime(incident.reportedAt)}</time>
      ) : null}
    </>
  );
}

const freshMs = 5_000;

export function WallRow({ id, small = false }: { id: string; small?: boolean }) {
  const incident = useIncident(id);
  const user = useUser();
  const now = useNow();
  if (!isIncident(incident)) return null;
  // Rows move when others come; only what is new may fade in, or every move would blink.
  const fresh = now - Date.parse(arrivedAt(incident, user.country)) < freshMs;
  return (
    <li
      data-testid="wall-row"
      data-ref={incident.ref}
      className={classes(
        "flex items-center gap-[1rem] border-t",
        fresh && "row-arrives",
        small ? "py-[0.45rem]" : "min-h-[6.8rem] py-[0.6rem]",
      )}
    >
      <Row incident={incident} small={small} />
    </li>
  );
}
