/** The national part of an incident: what only its own country sees. All functions give a new entity. */
import type { Header } from "../envelope";
import type { IncidentEntity, National } from "./schema";

export const emptyNational: National = { authors: [], notes: [], versions: {} };

export function withNational<Entity extends IncidentEntity>(
  entity: Entity,
  change: (national: National) => National,
): Entity {
  return { ...entity, national: change(entity.national ?? emptyNational) };
}

/** Only the reporting side keeps authors and versions: the other side's national part holds nothing of them. */
const keepsAuthors = (entity: IncidentEntity): boolean => entity.national?.reporter !== undefined;

/** Records a further author (safeguard S4). */
export function withAuthor<Entity extends IncidentEntity>(entity: Entity, by: string): Entity {
  if (!keepsAuthors(entity) || entity.national?.authors.includes(by)) return entity;
  return withNational(entity, (national) => ({ ...national, authors: [...national.authors, by] }));
}

/** Notes which event last changed each field, for the `basis` of later edits. */
export function withVersions<Entity extends IncidentEntity>(
  entity: Entity,
  fields: readonly string[],
  event: Pick<Header, "stream" | "seq">,
): Entity {
  if (!keepsAuthors(entity)) return entity;
  const at = { stream: event.stream, seq: event.seq };
  const fresh = Object.fromEntries(fields.map((field) => [field, at]));
  return withNational(entity, (national) => ({ ...national, versions: { ...national.versions, ...fresh } }));
}
