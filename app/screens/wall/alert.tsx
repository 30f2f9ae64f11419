"use client";
/** A new incident, for some seconds over the map: large enough for a wall, nothing to click. */
import { Siren } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Alert } from "@/domain/urgency/alerts";
import { usePlaceName } from "../../i18n/place-name";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { useAlerts } from "../../parts/alert/use-alerts";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";

function Shown({ alert: { incident, why } }: { alert: Alert }) {
  const t = useTranslations("banner");
  const kind = useTranslations("kind");
  const names = useTranslations("country");
  const urgency = useTranslations("urgency");
  const place = usePlaceName(incident.place);
  const danger = incident.dangerToLife === true;
  return (
    <div
      data-testid="alert-banner"
      className={classes(
        "flex items-center gap-[1.5rem] rounded-3 px-[1.75rem] py-[1rem] shadow-lift",
        danger ? "border-[0.35rem] border-danger-edge bg-danger text-on-danger" : "bg-surface-3",
      )}
    >
      <IncidentIcon incident={incident} size={70} style={{ width: "5.2rem", height: "5.8rem" }} />
      <div className="min-w-0">
        <div className="flex items-center gap-[0.8rem] text-wall-body">
          {danger ? (
            <b className="flex items-center gap-[0.4rem]">
              <Siren aria-hidden className="size-[1.6rem]" /> {urgency("danger-to-life")}
            </b>
          ) : null}
          {why === "released" ? t("released", { country: names(incident.owner) }) : t("new")}
        </div>
        <div className="text-wall-heading font-bold">{kind(incident.kind)}</div>
        <div className="flex items-center gap-[0.8rem] text-wall-lead">
          <CountryPlate country={incident.owner} className="text-wall-note" />
          {incident.ref} · {place}
        </div>
      </div>
    </div>
  );
}

export function WallAlert() {
  const { alerts } = useAlerts();
  const [newest] = alerts;
  return (
    <div
      aria-live="assertive"
      className="absolute top-[1.5rem] left-1/2 z-10 w-max max-w-[90%] -translate-x-1/2"
    >
      {newest ? <Shown alert={newest} /> : null}
    </div>
  );
}
