"use client";
/** An incident among others to choose from: its symbol, its reference, what it is. */
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { classes } from "../../ui/classes";

export function IncidentOption({ incident, kindClassName }: { incident: Incident; kindClassName?: string }) {
  const kind = useTranslations("kind");
  return (
    <>
      <IncidentIcon incident={incident} size={28} />
      <span className="font-semibold">{incident.ref}</span>
      <span className={classes("truncate", kindClassName)}>{kind(incident.kind)}</span>
    </>
  );
}
