/** Moves all units of the exercise: where each goes follows from its tasks in the picture. Pure. */
import type { DemoUnit } from "@/db/seed/units";
import { type Incident, type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { type Goal, type MayEnter, type Mover, moved, moverOf } from "./mover";
import type { Point } from "./path";

/** Each unit reports this often, in script minutes. */
const reportEvery = 2.5;

/** What a unit sends: place, heading in degrees, speed in metres per second. */
export type Report = { unit: DemoUnit; at: Point; headingDeg: number; speedMps: number };

/** The exact place as the unit's own country holds it; the joint record may hold a coarse one. */
const placeOf = ({ place, national }: Incident): Point => national?.place ?? place;

/** The place of a unit's task, one on scene before one en route; undefined when it has none. */
export function goalOf(
  tasks: readonly Task[],
  incidentOf: (id: string) => IncidentEntity | undefined,
  arrival: (taskId: string) => number | undefined,
): Goal | undefined {
  const moving = tasks.filter((task) => isLiveTask(task) && task.times.en_route);
  const task = moving.find(({ status }) => status === "on_scene") ?? moving[0];
  const incident = task && incidentOf(task.incidentId);
  if (!task || !isIncident(incident)) return undefined;
  const { lng, lat } = placeOf(incident);
  const by = task.status === "en_route" ? arrival(task.id) : undefined;
  return { key: `${task.id} ${lng} ${lat}`, to: { lng, lat }, ...(by === undefined ? {} : { by }) };
}

export class Fleet {
  readonly #movers: Mover[];
  readonly #nextReport: number[];

  constructor(
    units: readonly DemoUnit[],
    private readonly mayEnter: MayEnter,
    /** Callsigns that report once only. */
    private readonly silent: ReadonlySet<string> = new Set(),
  ) {
    this.#movers = units.map(moverOf);
    this.#nextReport = units.map((_, index) => (index * reportEvery) / units.length);
  }

  /** Moves every unit to this moment of the script and returns the reports that are due. */
  reports(goal: (unit: DemoUnit) => Goal | undefined, script: number): Report[] {
    return this.#movers.flatMap((before, index) => {
      const mover = moved(before, goal(before.unit), script, this.mayEnter);
      this.#movers[index] = mover;
      if ((this.#nextReport[index] ?? 0) > script) return [];
      const isSilent = this.silent.has(mover.unit.callsign);
      this.#nextReport[index] = isSilent ? Number.POSITIVE_INFINITY : script + reportEvery;
      const { unit, at, headingDeg, speedMps } = mover;
      return [{ unit, at, headingDeg, speedMps }];
    });
  }
}
