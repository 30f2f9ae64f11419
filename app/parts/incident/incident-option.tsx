"use client";
/** An incident among others to choose from: its symbol, its reference, what it is. */
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { ringOf } from "../../map/symbols/ring";
import { classes } from "../../ui/classes";

export function IncidentOption({ incident, kindClassName }: { incident: Incident; kindClassName?: string }) {
  const kind = useTranslations("kind");
  return (
    <>
      <IncidentSymbol
        kind={incident.kind}
        impact={incident.impact}
        ring={ringOf(incident)}
        owner={incident.owner}
        size={28}
      />
      <span className="font-semibold">{incident.ref}</span>
      <span className={classes("truncate", kindClassName)}>{kind(incident.kind)}</span>
    </>
  );
}
