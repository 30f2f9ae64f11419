/** Moves the exercise's units and sends their positions the way field screens send theirs. */
import { type DemoUnit, demoUnits } from "@/db/seed/units";
import type { Account } from "@/domain/actor";
import type { Picture } from "@/domain/picture";
import type { Task } from "@/domain/task/schema";
import { type Country, provinces } from "@/domain/vocabulary";
import { provinceAt } from "@/map/places/province-at";
import type { ExerciseAccounts } from "./accounts";
import { Fleet, goalOf } from "./movement/fleet";
import type { Point } from "./movement/path";

/** A checkpoint that reports once only, so that the demo shows a stale position too. */
const silent = new Set(["CHA-18"]);

export type PatrolServices = {
  /** The countries whose units are moved. */
  plays: readonly Country[];
  accounts: Pick<ExerciseAccounts, "radio">;
  pictureOf: (country: Country) => Picture | undefined;
  arrival: (taskId: string) => number | undefined;
  /** Takes a position as from a screen. */
  accept: (account: Account, payload: unknown) => void;
  /** Whether a person's field screen sends this unit's position; then the exercise does not. */
  isReportedByPerson: (unitId: string) => boolean;
  now: () => Date;
};

/** Whether a place is not in the other country's provinces; outside all border provinces every unit may be. */
function isOnOwnSide({ country }: DemoUnit, { lng, lat }: Point): boolean {
  const province = provinceAt(lng, lat);
  return province === undefined || provinces[province].country === country;
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

export class Patrols {
  readonly #fleet: Fleet;

  constructor(private readonly services: PatrolServices) {
    const units = demoUnits.filter(({ country }) => services.plays.includes(country));
    this.#fleet = new Fleet(units, isOnOwnSide, silent);
  }

  /** Moves the units to this moment of the script and sends the reports that are due. */
  report(script: number): void {
    const { accounts, accept, isReportedByPerson, now } = this.services;
    const tasks = this.#tasks();
    const at = now().toISOString();
    const goal = (unit: DemoUnit) => this.#goal(unit, tasks.get(unit.id) ?? []);
    for (const { unit, at: place, headingDeg, speedMps } of this.#fleet.reports(goal, script)) {
      if (isReportedByPerson(unit.id)) continue;
      accept(accounts.radio(unit.callsign), {
        unitId: unit.id,
        lng: rounded(place.lng, 5),
        lat: rounded(place.lat, 5),
        at,
        headingDeg: rounded(headingDeg, 0),
        speedMps: rounded(speedMps, 1),
      });
    }
  }

  #tasks(): Map<string, Task[]> {
    const byUnit = new Map<string, Task[]>();
    for (const country of this.services.plays) {
      for (const task of this.services.pictureOf(country)?.tasks.values() ?? []) {
        if (task.country === country) byUnit.set(task.unitId, [...(byUnit.get(task.unitId) ?? []), task]);
      }
    }
    return byUnit;
  }

  #goal({ country }: DemoUnit, tasks: readonly Task[]) {
    const incidents = this.services.pictureOf(country)?.incidents;
    return goalOf(tasks, (id) => incidents?.get(id), this.services.arrival);
  }
}
