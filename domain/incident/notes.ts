/** Notes: added and struck through, never edited or erased. They stand in the order of their ids. */
import { scopeOf } from "../envelope";
import type { BodyOf, EventOf } from "../events";
import { withNational } from "./national";
import { type Incident, type IncidentEntity, isIncident, type Note } from "./schema";

function insert(notes: readonly Note[], note: Note): Note[] {
  return [...notes, note].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function withNationalNote(entity: IncidentEntity, note: Note): IncidentEntity {
  return withNational(entity, (national) => ({ ...national, notes: insert(national.notes, note) }));
}

export function withJointNote(incident: Incident, note: Note): Incident {
  return { ...incident, notes: insert(incident.notes ?? [], note) };
}

/** Strikes the note an event names, where it stands; a note that is not there leaves all as it is. */
export function withStruckNote(
  entity: IncidentEntity,
  event: EventOf<"entry.struck">,
  body: BodyOf<"entry.struck">,
): IncidentEntity {
  const struck = { at: event.at, desk: event.actor.desk, reason: body.reason };
  const strike = (notes: readonly Note[]) =>
    notes.map((note) => (note.id === body.entryId && !note.struck ? { ...note, struck } : note));
  if (scopeOf(event.stream) === "national") {
    return entity.national
      ? withNational(entity, (national) => ({ ...national, notes: strike(national.notes) }))
      : entity;
  }
  return isIncident(entity) && entity.notes ? { ...entity, notes: strike(entity.notes) } : entity;
}

export function findNote(
  entity: IncidentEntity,
  id: string,
): { note: Note; scope: "joint" | "national" } | undefined {
  const joint = isIncident(entity) ? entity.notes?.find((note) => note.id === id) : undefined;
  if (joint) return { note: joint, scope: "joint" };
  const national = entity.national?.notes.find((note) => note.id === id);
  return national ? { note: national, scope: "national" } : undefined;
}
