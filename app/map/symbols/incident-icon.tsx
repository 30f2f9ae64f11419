import type { Incident } from "@/domain/incident/schema";
import { IncidentSymbol, type IncidentSymbolProps } from "./incident-symbol";
import { ringOf } from "./ring";

type Props = Omit<IncidentSymbolProps, "kind" | "impact" | "ring" | "owner"> & { incident: Incident };

/** The symbol of an incident as it stands: what it is, how bad, whose, and whether the other side has read it. */
export const IncidentIcon = ({ incident, ...symbol }: Props) => (
  <IncidentSymbol
    kind={incident.kind}
    impact={incident.impact}
    ring={ringOf(incident)}
    owner={incident.owner}
    {...symbol}
  />
);
