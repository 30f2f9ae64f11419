"use client";
/** The gravest of what this centre has not seen, over the map; what is danger, pursuit or a no stays until it is seen. */
import { BellDot, Siren, Undo2, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import type { AlertGrade } from "@/domain/urgency/alerts";
import { partnerOf } from "@/domain/vocabulary";
import { useFullPlaceName } from "../../i18n/place-name";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { useAbsence } from "../../parts/alert/use-absence";
import { type BannerItem, useBanner } from "../../parts/alert/use-banner";
import { BannerWhy } from "../../parts/incident/banner-why";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { AwaySummary } from "./away-summary";
import { useDesk } from "./desk";

const isGrave = (grade: AlertGrade): boolean => grade === "danger-to-life" || grade === "pursuit";

function Where({ entity }: { entity: IncidentEntity }) {
  return (
    <div className="flex items-center gap-2 text-desk-body">
      <CountryPlate country={entity.owner} className="text-desk-note" />
      <span className="truncate">
        {entity.ref}
        {isIncident(entity) ? <Place place={entity.place} /> : null}
      </span>
    </div>
  );
}

function Place({ place }: { place: Parameters<typeof useFullPlaceName>[0] }) {
  return <> · {useFullPlaceName(place)}</>;
}

/** Why it is shown, what it is and where; danger to life first. */
function BannerText({ item, more, onMore }: { item: BannerItem; more: number; onMore: () => void }) {
  const t = useTranslations("banner");
  const list = useTranslations("list");
  const kind = useTranslations("kind");
  const names = useTranslations("country");
  const urgency = useTranslations("urgency");
  const { entity } = item;
  const country = entity.originator ?? partnerOf(entity.owner);
  return (
    <div className="min-w-0 flex-1">
      <div className="flex items-center gap-2 text-desk-note">
        {isGrave(item.grade) ? (
          <b className="flex shrink-0 items-center gap-1 font-bold">
            <Siren size={14} aria-hidden />
            {urgency(item.grade === "pursuit" ? "pursuit" : "danger-to-life")}
          </b>
        ) : null}
        <b className="flex min-w-0 items-center gap-1 truncate font-bold">
          {item.why === "back" ? <BellDot size={14} aria-hidden className="shrink-0" /> : null}
          <BannerWhy item={item} />
        </b>
        {more > 0 ? (
          <button
            type="button"
            data-testid="banner-more"
            onClick={onMore}
            className="ml-auto shrink-0 underline"
          >
            {t("more", { count: more })}
          </button>
        ) : null}
      </div>
      <div className="truncate text-desk-title font-semibold">
        {isIncident(entity) ? kind(entity.kind) : list("recalled", { country: names(country) })}
      </div>
      <Where entity={entity} />
    </div>
  );
}

type Props = { item: BannerItem; more: number; onDismiss: () => void };

function Shown({ item, more, onDismiss }: Props) {
  const t = useTranslations("banner");
  const dismissText = useTranslations("act")("dismiss");
  const { dispatch } = useDesk();
  const { entity, grade, stays } = item;
  const danger = isGrave(grade);
  const open = () => {
    dispatch({ do: "select", id: entity.id });
    if (!stays) onDismiss();
  };
  return (
    <div
      data-testid="alert-banner"
      data-ref={entity.ref}
      data-grade={grade}
      className={classes(
        "pointer-events-auto flex items-center gap-3 rounded-3 py-2.5 pr-2.5 pl-4 shadow-lift",
        danger ? "border-2 border-danger-edge bg-danger text-on-danger" : "bg-surface-3",
      )}
    >
      {isIncident(entity) ? (
        <IncidentIcon incident={entity} size={40} />
      ) : (
        <Undo2 size={26} aria-hidden className="shrink-0" />
      )}
      <BannerText item={item} more={more} onMore={() => dispatch({ do: "list" })} />
      <Button onClick={open} className={danger ? "border-on-danger text-on-danger hover:bg-alarm-fill" : ""}>
        {t("open")}
      </Button>
      {stays ? null : (
        <Button
          look="quiet"
          size="squareSmall"
          aria-label={dismissText}
          onClick={onDismiss}
          className={danger ? "text-on-danger hover:bg-alarm-fill" : ""}
        >
          <X size={16} aria-hidden />
        </Button>
      )}
    </div>
  );
}

export function AlertBanner() {
  const { selected } = useDesk();
  const { items, dismiss } = useBanner(selected);
  const away = useAbsence(false);
  const { summary } = away;
  // What the summary has counted needs no banner beside it.
  const rest = items.filter(({ why, at }) => !summary || why !== "back" || at > summary.at);
  const [gravest] = rest;
  return (
    <div
      aria-live="assertive"
      className="pointer-events-none absolute inset-x-16 top-14 z-20 mx-auto grid max-w-xl gap-2"
    >
      {summary ? <AwaySummary summary={summary} onDismiss={away.dismiss} /> : null}
      {gravest ? <Shown item={gravest} more={rest.length - 1} onDismiss={dismiss} /> : null}
    </div>
  );
}
