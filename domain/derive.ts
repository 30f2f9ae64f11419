/**
 * What follows from the picture and is never set by hand (rules D5, K10): an incident's `responding`, a unit's
 * *assigned, en route, on scene*, what a centre has not seen. Not stored, not part of the digest; put on the wire in a
 * snapshot and taken off again.
 */
import { groupBy } from "./group-by";
import { isOpen, storedStatus } from "./incident/machine";
import { emptyNational } from "./incident/national";
import { type Incident, type IncidentEntity, isIncident, type National } from "./incident/schema";
import type { IncidentContext } from "./pending-actions/pending-actions";
import { type Unseen, unseenOf } from "./pending-actions/unseen";
import { type Collection, type Entities, type Picture, pictureOf } from "./picture";
import type { WirePicture } from "./protocol/down";
import { type AudienceView, perCollection } from "./slices";
import { isLiveTask, statusFromTasks } from "./task/machine";
import type { Task } from "./task/schema";
import type { Unit } from "./unit/schema";
import type { Country, IncidentStatus, UnitStatus } from "./vocabulary";

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

/** Whose screens a snapshot is for, and which: walls are told how much is unseen, desks what. */
export type WireViewer = { country: Country; view: AudienceView };

function derivedIncident(
  entity: IncidentEntity,
  context: IncidentContext,
  viewer: WireViewer | undefined,
): IncidentEntity {
  const unseen = viewer ? unseenOf(entity, context, viewer.country) : [];
  const shown = withUnseen(entity, unseen, viewer?.view);
  if (!isIncident(shown)) return shown;
  const { tasks } = context;
  const national = shown.national && { ...shown.national, status: nationalStatus(shown, tasks) };
  return { ...shown, status: effectiveStatus(shown, tasks), ...(national ? { national } : {}) };
}

/** A wall that shows the joint picture alone is told nothing of what its centre has seen. */
function withUnseen(
  entity: IncidentEntity,
  unseen: readonly Unseen[],
  view: AudienceView | undefined,
): IncidentEntity {
  const [gravest] = unseen;
  if (!gravest) return entity;
  switch (view) {
    case "full": {
      const list = unseen.map(({ what, at }) => ({ what, at }));
      return { ...entity, national: { ...(entity.national ?? emptyNational), unseen: list } };
    }
    case "redacted":
      return { ...entity, unseen: unseen.length, why: gravest.what };
    default:
      return entity;
  }
}

function storedIncident(entity: IncidentEntity): IncidentEntity {
  const { national: shown, unseen: _, why: __, ...rest } = entity;
  const national = shown && storedNational(shown);
  const kept = { ...rest, ...(national ? { national } : {}) };
  return isIncident(kept) ? { ...kept, status: storedStatus(kept) } : kept;
}

/** What was made only to say what is unseen goes again. */
function storedNational({ status: _, unseen, ...kept }: National): National | undefined {
  const { authors, notes, versions, ...more } = kept;
  const holdsNothing = [authors, notes, Object.keys(versions), Object.keys(more)].every(
    ({ length }) => length === 0,
  );
  return unseen && holdsNothing ? undefined : kept;
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

/** What belongs to each incident, found in one pass over the picture. */
function contextsOf(picture: Picture): (incidentId: string) => IncidentContext {
  const ofIncident = (one: { incidentId?: string | undefined }) => one.incidentId;
  const requests = groupBy(picture.requests.values(), ofIncident);
  const proposals = groupBy(picture.proposals.values(), ofIncident);
  const tasks = groupBy(picture.tasks.values(), ofIncident);
  const messages = groupBy(picture.messages.values(), ofIncident);
  return (id) => ({
    requests: requests.get(id) ?? [],
    proposals: proposals.get(id) ?? [],
    tasks: tasks.get(id) ?? [],
    messages: messages.get(id) ?? [],
    taskOf: (taskId) => picture.tasks.get(taskId),
  });
}

function derivedTurns(picture: Picture, viewer: WireViewer | undefined): Turns {
  const contextOf = contextsOf(picture);
  const byUnit = groupBy(picture.tasks.values(), (task) => task.unitId);
  return {
    incidents: (one) => derivedIncident(one, contextOf(one.id), viewer),
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

/**
 * The picture as it travels in a snapshot: with what follows from live tasks filled in, and with what the viewer's centre
 * has not seen.
 */
export function toWire(picture: Picture, viewer?: WireViewer): WirePicture {
  const turns = derivedTurns(picture, viewer);
  return perCollection((name) => turned(turns, name, picture[name].values())) as WirePicture;
}

/** The stored picture behind a snapshot: the fold continues from it. */
export const fromWire = (wire: WirePicture): Picture =>
  pictureOf((name) => new Map(turned(storedTurns, name, wire[name]).map((one) => [one.id, one])));
