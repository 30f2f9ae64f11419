/** What calls for attention, how grave it is and how it sounds: what is new to this side, and what came back to it. */
import { isOpen } from "../incident/machine";
import { type Incident, isIncident } from "../incident/schema";
import type { Change } from "../picture";
import { incidentTakeover } from "../takeover";
import { type Country, impacts } from "../vocabulary";

export type Alert = { id: string; why: "new" | "released"; incident: Incident };

/**
 * New to this screen, or just released by the partner. A change of what was there already is no alert; what takes
 * over the screen has its own banner and sound.
 */
export function alertOf(change: Change, country: Country): Alert | null {
  if (change.collection !== "incidents") return null;
  const { before, after, id } = change;
  if (!isIncident(after) || !isOpen(after) || after.historical || incidentTakeover(after, country))
    return null;
  // History that was raised is as new as what was just reported (rule K15).
  if (!before || (isIncident(before) && before.historical))
    return { id, why: after.owner === country ? "new" : "released", incident: after };
  const nowReleased = before.sharing !== "released" && after.sharing === "released";
  return nowReleased && after.owner !== country ? { id, why: "released", incident: after } : null;
}

/** The gravest first. */
export const alertGrades = [
  "danger-to-life",
  "pursuit",
  "declined",
  "very-high",
  "high",
  "medium",
  "low",
] as const;
export type AlertGrade = (typeof alertGrades)[number];

/** How grave news about an incident is; `declined` where the partner or a unit said no to what was asked of it. */
export function alertGradeOf(
  { dangerToLife, kind, impact }: Pick<Incident, "dangerToLife" | "kind" | "impact">,
  declined = false,
): AlertGrade {
  if (dangerToLife) return "danger-to-life";
  if (kind === "pursuit") return "pursuit";
  return declined ? "declined" : impact;
}

/** Sorts the gravest first. */
export const compareGrades = (a: AlertGrade, b: AlertGrade): number =>
  alertGrades.indexOf(a) - alertGrades.indexOf(b);

/** What stays in the banner until it has been seen; the rest leaves it after some seconds and stays in the list. */
export const staysUntilSeen = (grade: AlertGrade): boolean => !impacts.some((impact) => impact === grade);

/** One soft note, two notes, three rising ones. */
export type AlertSound = "soft" | "double" | "danger";

const sounds: Record<AlertGrade, AlertSound | null> = {
  "danger-to-life": "danger",
  pursuit: "danger",
  declined: "double",
  "very-high": "double",
  high: "soft",
  medium: null,
  low: null,
};

/**
 * The one choice of a sound for news. What came back to this side is never silent; a new incident of lower impact is,
 * and null.
 */
export function alertSound(grade: AlertGrade, cameBack = false): AlertSound | null {
  return sounds[grade] ?? (cameBack ? "soft" : null);
}

/** The one sound for several at once: the gravest one's. */
export function gravestSound(wanted: readonly (AlertSound | null)[]): AlertSound | null {
  return (["danger", "double", "soft"] as const).find((sound) => wanted.includes(sound)) ?? null;
}
