/** Danger to life and a pursuit have minutes of their own, whoever says so: the request, or the incident it is about. */
import { type IncidentEntity, isIncident } from "../incident/schema";
import type { Urgency } from "../vocabulary";
import type { ClockConfig } from "./config";

type Haste = "danger-to-life" | "pursuit";
const readNames = { "danger-to-life": "danger", pursuit: "pursuit" } as const;

const isHaste = (urgency: Urgency | undefined): urgency is Haste =>
  urgency === "danger-to-life" || urgency === "pursuit";

/** What asks for haste; empty where nothing does. */
export function hasteOf(incident: IncidentEntity | undefined, urgency?: Urgency): Haste[] {
  const found: Haste[] = isHaste(urgency) ? [urgency] : [];
  if (!isIncident(incident)) return found;
  if (incident.dangerToLife) found.push("danger-to-life");
  if (incident.kind === "pursuit") found.push("pursuit");
  return found;
}

/** The shortest reading time, in minutes, that haste leaves; undefined where nothing asks for it. */
export function hastyRead(haste: readonly Haste[], { read }: ClockConfig): number | undefined {
  return haste.length > 0 ? Math.min(...haste.map((one) => read[readNames[one]])) : undefined;
}

/** The shortest time to answer or act, in minutes, that haste leaves; undefined where nothing asks for it. */
export function hastyAnswer(haste: readonly Haste[], { answer }: ClockConfig): number | undefined {
  return haste.length > 0 ? Math.min(...haste.map((one) => answer[one])) : undefined;
}
