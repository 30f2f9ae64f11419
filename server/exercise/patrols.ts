/** The units of the exercise on the move: their positions go in by the door that field screens' positions go through. */
import { type DemoUnit, demoUnits } from "@/db/seed/units";
import type { Account } from "@/domain/actor";
import type { Picture } from "@/domain/picture";
import type { Task } from "@/domain/task/schema";
import { type Country, countries, provinces } from "@/domain/vocabulary";
import { provinceAt } from "@/map/places/province-at";
import type { Actors } from "./accounts";
import { Fleet, goalOf } from "./movement/fleet";
import type { Point } from "./movement/path";

/** A checkpoint whose set is broken, so that a position that has grown old is seen too. */
const silent = new Set(["CHA-18"]);

export type PatrolServices = {
  actors: Pick<Actors, "radio">;
  pictureOf: (country: Country) => Picture | undefined;
  arrival: (taskId: string) => number | undefined;
  /** Where a screen's position goes in. */
  accept: (account: Account, payload: unknown) => void;
  /** Whether a person's field screen tells this unit's position: then it is that person's to tell. */
  toldByPerson: (unitId: string) => boolean;
  now: () => Date;
};

/** The line is indicative; where no border province lies, nobody's side is claimed. */
function isOnOwnSide({ country }: DemoUnit, { lng, lat }: Point): boolean {
  const province = provinceAt(lng, lat);
  return province === undefined || provinces[province].country === country;
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

export class Patrols {
  readonly #fleet = new Fleet(demoUnits, isOnOwnSide, silent);

  constructor(private readonly services: PatrolServices) {}

  /** Moves the units on and sends the reports that are due. */
  report(script: number): void {
    const { actors, accept, toldByPerson, now } = this.services;
    const tasks = this.#tasks();
    const at = now().toISOString();
    const goal = (unit: DemoUnit) => this.#goal(unit, tasks.get(unit.id) ?? []);
    for (const { unit, at: place, headingDeg, speedMps } of this.#fleet.reports(goal, script)) {
      if (toldByPerson(unit.id)) continue;
      accept(actors.radio(unit.callsign), {
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
    for (const country of countries) {
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
