"use client";
/** After an absence: how much changed, and the gravest of it, which it leads to. */
import { History, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import { useIncident } from "../../live/hooks/use-entity";
import type { Summary } from "../../parts/alert/use-absence";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { useDesk } from "./desk";

function Gravest({ id }: { id: string }) {
  const t = useTranslations("away");
  const kind = useTranslations("kind");
  const entity = useIncident(id);
  if (!entity) return null;
  return (
    <p className="flex min-w-0 items-center gap-2 text-desk-body">
      <span className="whitespace-nowrap">{t("gravest")}:</span>
      <CountryPlate country={entity.owner} className="text-desk-note" />
      <b className="truncate font-semibold">
        {isIncident(entity) ? `${kind(entity.kind)} · ` : ""}
        {entity.ref}
      </b>
    </p>
  );
}

export function AwaySummary({ summary, onDismiss }: { summary: Summary; onDismiss: () => void }) {
  const t = useTranslations("away");
  const banner = useTranslations("banner");
  const dismissText = useTranslations("act")("dismiss");
  const { dispatch } = useDesk();
  const { count, gravest, why } = summary;
  const danger = gravest.grade === "danger-to-life" || gravest.grade === "pursuit";
  const open = () => {
    dispatch({ do: "select", id: gravest.incidentId });
    onDismiss();
  };
  return (
    <section
      aria-label={t(why, { count })}
      data-testid="away-summary"
      className={classes(
        // Its words take no clicks, as it may lie over the map for a while.
        "flex items-center gap-3 rounded-3 border-2 bg-surface-3 py-2 pr-2 pl-3.5 shadow-lift",
        danger ? "border-danger-edge" : "border-catching",
      )}
    >
      <History size={20} aria-hidden className="shrink-0 text-catching" />
      <div className="min-w-0 flex-1">
        <p className="text-desk-title font-semibold">{t(why, { count })}</p>
        <Gravest id={gravest.incidentId} />
      </div>
      <Button className="pointer-events-auto" onClick={open}>
        {banner("open")}
      </Button>
      <Button
        look="quiet"
        size="squareSmall"
        className="pointer-events-auto"
        aria-label={dismissText}
        onClick={onDismiss}
      >
        <X size={16} aria-hidden />
      </Button>
    </section>
  );
}
