/** The search row of an incident: coded fields only, never names or free text (safeguard S2). */
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import type { Country } from "@/domain/vocabulary";
import type { incidentSearch } from "../schema";

export type SearchRow = typeof incidentSearch.$inferInsert;

/** `archived` means it has left the live picture; the row then keeps what was last known. */
export function searchRow(country: Country, entity: IncidentEntity, archived: boolean): SearchRow {
  const { id, ref, owner, sharing } = entity;
  const identity = { country, id, ref, owner, sharing, archived };
  if (!isIncident(entity)) {
    return {
      ...identity,
      kind: null,
      impact: null,
      status: null,
      province: null,
      reportedAt: null,
      closedAt: null,
    };
  }
  return {
    ...identity,
    kind: entity.kind,
    impact: entity.impact,
    status: entity.status,
    province: entity.place.province ?? null,
    reportedAt: new Date(entity.reportedAt),
    closedAt: entity.closed ? new Date(entity.closed.at) : null,
  };
}
