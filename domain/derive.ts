/**
 * What follows from live tasks and is never set by hand (rule D5): an incident's `responding`, a unit's
 * *assigned, en route, on scene*. Not stored, not part of the digest; put on the wire in a snapshot and taken off again.
 */
import { isOpen, storedStatus } from "./incident/machine";
import { type Incident, type IncidentEntity, isIncident } from "./incident/schema";
import { type Collection, type Entities, type Picture, pictureOf } from "./picture";
import type { WirePicture } from "./protocol/down";
import { perCollection } from "./slices";
import { isLiveTask, statusFromTasks } from "./task/machine";
import type { Task } from "./task/schema";
import type { Unit } from "./unit/schema";
import type { IncidentStatus, UnitStatus } from "./vocabulary";

/** An incident's status as its live tasks make it. Released: only shared tasks count, the same on both sides. */
export function effectiveStatus(incident: Incident, tasks: readonly Task[]): IncidentStatus {
  const counted = incident.sharing === "released" ? tasks.filter((task) => task.shared) : tasks;
  return isOpen(incident) && counted.some(isLiveTask) ? "responding" : storedStatus(incident);
}

/** The same by all tasks this side knows of: `national.status`. */
export function nationalStatus(incident: Incident, tasks: readonly Task[]): IncidentStatus {
  return isOpen(incident) && tasks.some(isLiveTask) ? "responding" : storedStatus(incident);
}

/** A unit's status: what its live tasks decide, else what was set. */
export function effectiveUnitStatus(unit: Unit, tasks: readonly Task[]): UnitStatus {
  return statusFromTasks(tasks) ?? unit.stated ?? unit.status;
}

function groupBy<Key>(tasks: Iterable<Task>, key: (task: Task) => Key): Map<Key, Task[]> {
  const groups = new Map<Key, Task[]>();
  for (const task of tasks) {
    const group = groups.get(key(task));
    if (group) group.push(task);
    else groups.set(key(task), [task]);
  }
  return groups;
}

function derivedIncident(entity: IncidentEntity, tasks: readonly Task[]): IncidentEntity {
  if (!isIncident(entity)) return entity;
  const status = effectiveStatus(entity, tasks);
  const national = entity.national && { ...entity.national, status: nationalStatus(entity, tasks) };
  return { ...entity, status, ...(national ? { national } : {}) };
}

function storedIncident(entity: IncidentEntity): IncidentEntity {
  if (!isIncident(entity)) return entity;
  const { national, ...rest } = entity;
  const stored = { ...rest, status: storedStatus(entity) };
  if (!national) return stored;
  const { status: _, ...kept } = national;
  return { ...stored, national: kept };
}

function derivedUnit(unit: Unit, tasks: readonly Task[]): Unit {
  const status = statusFromTasks(tasks);
  return status ? { ...unit, status, stated: unit.status } : unit;
}

function storedUnit({ stated, ...unit }: Unit): Unit {
  return stated ? { ...unit, status: stated } : unit;
}

/** Turns stored entities into those of the wire, or back; the collections without an entry travel as they are. */
type Turns = { [Name in Collection]?: (entity: Entities[Name]) => Entities[Name] };

const storedTurns: Turns = { incidents: storedIncident, units: storedUnit };

function derivedTurns(tasks: Picture["tasks"]): Turns {
  const byIncident = groupBy(tasks.values(), (task) => task.incidentId);
  const byUnit = groupBy(tasks.values(), (task) => task.unitId);
  return {
    incidents: (one) => derivedIncident(one, byIncident.get(one.id) ?? []),
    units: (unit) => derivedUnit(unit, byUnit.get(unit.id) ?? []),
  };
}

function turned<Name extends Collection>(
  turns: Turns,
  name: Name,
  entities: Iterable<Entities[Name]>,
): Entities[Name][] {
  const turn = turns[name];
  return turn ? Array.from(entities, turn) : [...entities];
}

/** The picture as it travels in a snapshot, with what follows from live tasks filled in. */
export function toWire(picture: Picture): WirePicture {
  const turns = derivedTurns(picture.tasks);
  return perCollection((name) => turned(turns, name, picture[name].values())) as WirePicture;
}

/** The stored picture behind a snapshot: the fold continues from it. */
export const fromWire = (wire: WirePicture): Picture =>
  pictureOf((name) => new Map(turned(storedTurns, name, wire[name]).map((one) => [one.id, one])));
