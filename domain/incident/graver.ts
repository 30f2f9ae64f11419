/** When an incident has become graver than what was read: then its reading is out of date (rule K13). */
import { impacts, purposeOf } from "../vocabulary";
import type { Incident } from "./schema";
import { involvesVictims } from "./victims";

type Weighed = Pick<Incident, "kind" | "impact" | "dangerToLife" | "people">;

/** What an incident takes over the screens for, the graver of two; undefined where it does not. */
export function calledFor({
  dangerToLife,
  kind,
}: Pick<Incident, "dangerToLife" | "kind">): "danger-to-life" | "pursuit" | undefined {
  if (dangerToLife) return "danger-to-life";
  return kind === "pursuit" ? "pursuit" : undefined;
}

/** Whether the other side must read it soon though no life is in danger: a seizure, a rescue, possible victims. */
export function isReadSoon(incident: Pick<Weighed, "kind" | "people">): boolean {
  const { kind } = incident;
  if (kind === "drug-seizure" || kind === "rescue") return true;
  return purposeOf(kind) === "trafficking" || involvesVictims(incident);
}

/**
 * Whether a change makes an incident graver: danger to life or a pursuit that was none, a higher impact, a kind or
 * people that must be read sooner. By no minutes of a site, so that both nodes agree.
 */
export function isGraver(before: Weighed, after: Weighed): boolean {
  if (after.dangerToLife && !before.dangerToLife) return true;
  if (after.kind === "pursuit" && before.kind !== "pursuit") return true;
  if (impacts.indexOf(after.impact) > impacts.indexOf(before.impact)) return true;
  return isReadSoon(after) && !isReadSoon(before) && !calledFor(before);
}
