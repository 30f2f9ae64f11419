"use client";
/** A new incident, for some seconds over the map; danger to life stays until this side has read it. */
import { Siren, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Alert } from "@/domain/urgency/alerts";
import { useFullPlaceName } from "../../i18n/place-name";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { useAlerts } from "../../parts/alert/use-alerts";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { AwaySummary } from "./away-summary";
import { useDesk } from "./desk";

type Props = { alert: Alert; more: number };

/** Why it is shown, what it is and where; danger to life first. */
function AlertText({ alert: { incident, why }, more }: Props) {
  const t = useTranslations("banner");
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const names = useTranslations("country");
  const urgency = useTranslations("urgency");
  const place = useFullPlaceName(incident.place);
  const danger = incident.dangerToLife === true;
  return (
    <div className="min-w-0 flex-1">
      <div className="flex items-center gap-2 text-desk-note">
        {danger ? (
          <b className="flex items-center gap-1 font-bold">
            <Siren size={14} aria-hidden /> {urgency("danger-to-life")}
          </b>
        ) : null}
        <span>{why === "released" ? t("released", { country: names(incident.owner) }) : t("new")}</span>
        <span aria-hidden>·</span> {impact(incident.impact)}
        {more > 0 ? <span className="opacity-80">{t("more", { count: more })}</span> : null}
      </div>
      <div className="truncate text-desk-title font-semibold">{kind(incident.kind)}</div>
      <div className="flex items-center gap-2 text-desk-body">
        <CountryPlate country={incident.owner} className="text-desk-note" />
        <span className="truncate">
          {incident.ref} · {place}
        </span>
      </div>
    </div>
  );
}

function Shown({ alert, more, onDismiss }: Props & { onDismiss: () => void }) {
  const t = useTranslations("banner");
  const dismissText = useTranslations("act")("dismiss");
  const { dispatch } = useDesk();
  const { incident } = alert;
  const danger = incident.dangerToLife === true;
  const open = () => {
    dispatch({ do: "select", id: incident.id });
    onDismiss();
  };
  return (
    <div
      data-testid="alert-banner"
      className={classes(
        "pointer-events-auto flex items-center gap-3 rounded-3 py-2.5 pr-2.5 pl-4 shadow-lift",
        danger ? "border-2 border-danger-edge bg-danger text-on-danger" : "bg-surface-3",
      )}
    >
      <IncidentIcon incident={incident} size={40} />
      <AlertText alert={alert} more={more} />
      <Button onClick={open} className={danger ? "border-on-danger text-on-danger hover:bg-alarm-fill" : ""}>
        {t("open")}
      </Button>
      <Button
        look="quiet"
        size="squareSmall"
        aria-label={dismissText}
        onClick={onDismiss}
        className={danger ? "text-on-danger hover:bg-alarm-fill" : ""}
      >
        <X size={16} aria-hidden />
      </Button>
    </div>
  );
}

export function AlertBanner() {
  const { alerts, dismiss } = useAlerts();
  const [newest] = alerts;
  return (
    <div
      aria-live="assertive"
      className="pointer-events-none absolute inset-x-16 top-14 z-20 mx-auto grid max-w-xl gap-2"
    >
      <AwaySummary />
      {newest ? <Shown alert={newest} more={alerts.length - 1} onDismiss={dismiss} /> : null}
    </div>
  );
}
