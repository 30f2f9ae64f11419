/** In which group of the triage list an incident stands (rule U2): a total function of what is due from whom. */
import type { Clock } from "../clock/clock";
import { isHistoryToVerify } from "../incident/historical";
import { isOpen } from "../incident/machine";
import { type IncidentEntity, isIncident } from "../incident/schema";
import { isUnread, type Need } from "../pending-actions/needs";
import type { PendingAction } from "../pending-actions/pending-actions";
import type { Unseen } from "../pending-actions/unseen";
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import { type Country, partnerOf, type Role } from "../vocabulary";

/** From what waits for the viewer down to what is over. */
export const triageGroups = ["needs", "imported", "partner", "running", "quiet", "closed"] as const;
export type TriageGroup = (typeof triageGroups)[number];

/** What decides where it stands. */
export type Standing = {
  /** The most pressing thing the viewer can do about it (`needOf`). */
  need: Need | null;
  /** Whether something that came back waits to be seen by the viewer's centre, and whether by a desk like this one. */
  unseen: "mine" | "others" | null;
  /** Of both sides. */
  pending: readonly PendingAction[];
  /** All its deadlines, of both sides. */
  clocks: readonly Clock[];
  tasks: readonly Task[];
};

/** What came back is every desk's concern, also where a commander must answer it; others only look on. */
export function unseenFor(role: Role, unseen: readonly Unseen[]): Standing["unseen"] {
  if (unseen.length === 0) return null;
  return role === "operator" || role === "commander" ? "mine" : "others";
}

/** Whether the partner still has to read it, or its recall, or to answer, confirm or do something. */
export function partnerOwes(
  entity: IncidentEntity,
  { pending }: Pick<Standing, "pending">,
  country: Country,
): boolean {
  const partner = partnerOf(country);
  const recall = entity.sharing === "recalled" && entity.recalled && !entity.recalled.acknowledged;
  const reads = recall ? (entity.originator ?? entity.owner) === country : isUnreadThere(entity, partner);
  return reads || pending.some(({ by }) => by === partner);
}

const isUnreadThere = (entity: IncidentEntity, partner: Country): boolean =>
  entity.sharing === "released" && isUnread(entity, partner);

/** Whether it is imported history of this country that has only to be verified: it is folded with its like (rule K15). */
function isFolded(entity: IncidentEntity, standing: Standing, country: Country): boolean {
  const { need, unseen, pending, tasks } = standing;
  const onlyToVerify = (need ?? "verify") === "verify" && unseen !== "mine";
  const works = pending.length > 0 || tasks.some(isLiveTask);
  return entity.owner === country && isHistoryToVerify(entity) && onlyToVerify && !works;
}

/** The group in which a viewer's country shows it. */
export function triageGroupOf(entity: IncidentEntity, standing: Standing, country: Country): TriageGroup {
  const { need, unseen, pending, clocks, tasks } = standing;
  if (isFolded(entity, standing, country)) return "imported";
  if (need || unseen === "mine") return "needs";
  if (partnerOwes(entity, standing, country)) return "partner";
  const runs = pending.length > 0 || clocks.length > 0 || tasks.some(isLiveTask) || unseen !== null;
  if (runs) return "running";
  return isIncident(entity) && isOpen(entity) ? "quiet" : "closed";
}
