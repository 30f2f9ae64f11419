/** What came back on an incident and this screen's centre has not seen, as far as the screen may know of it. */
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { unseenOf } from "@/domain/pending-actions/unseen";
import type { CameBack } from "@/domain/urgency/absence";
import { gradeOf } from "@/domain/urgency/unseen";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { LiveStore } from "./store/store";

/** For desks, with the events that brought it. */
export function cameBackOn(store: LiveStore, entity: IncidentEntity, country: Country): CameBack[] {
  return unseenOf(entity, store.contextOf(entity.id), country).map(({ what, stream, seq, at }) => ({
    ...{ stream, seq, at, grade: gradeOf(what, entity) },
  }));
}

/** For walls, which are told how much is unseen and not what: as much as has been added. */
export function addedOn(
  before: IncidentEntity | undefined,
  after: IncidentEntity,
  { country, at }: { country: Country; at: string },
): CameBack[] {
  if (!isIncident(after) || !after.unseen || !after.why) return [];
  const known = isIncident(before) ? (before.unseen ?? 0) : 0;
  const grade = gradeOf(after.why, after);
  const one: CameBack = { stream: `${partnerOf(country)}.joint`, seq: Number.MAX_SAFE_INTEGER, at, grade };
  return Array.from({ length: Math.max(0, after.unseen - known) }, () => one);
}
