"use client";
/** The gravest of what this centre has not seen, over the map: large enough for a wall, nothing to click. */
import { BellDot, Siren } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Incident, isIncident } from "@/domain/incident/schema";
import { usePlaceName } from "../../i18n/place-name";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { type BannerItem, useBanner } from "../../parts/alert/use-banner";
import { BannerWhy } from "../../parts/incident/banner-why";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";

function Shown({ item, incident }: { item: BannerItem; incident: Incident }) {
  const kind = useTranslations("kind");
  const urgency = useTranslations("urgency");
  const place = usePlaceName(incident.place);
  const { grade } = item;
  const danger = grade === "danger-to-life" || grade === "pursuit";
  return (
    <div
      data-testid="alert-banner"
      data-ref={incident.ref}
      data-grade={grade}
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
              <Siren aria-hidden className="size-[1.6rem]" />
              {urgency(grade)}
            </b>
          ) : null}
          <b className="flex items-center gap-[0.4rem]">
            {item.why === "back" ? <BellDot aria-hidden className="size-[1.6rem]" /> : null}
            <BannerWhy item={item} />
          </b>
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
  const { items } = useBanner();
  const gravest = items.find(({ entity }) => isIncident(entity));
  return (
    <div
      aria-live="assertive"
      className="absolute top-[1.5rem] left-1/2 z-10 w-max max-w-[90%] -translate-x-1/2"
    >
      {gravest && isIncident(gravest.entity) ? <Shown item={gravest} incident={gravest.entity} /> : null}
    </div>
  );
}
