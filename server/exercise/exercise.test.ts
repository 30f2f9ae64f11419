import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { demoUnitId, demoUnits } from "@/db/seed/units";
import type { Account } from "@/domain/actor";
import { isOpen } from "@/domain/incident/machine";
import { isIncident } from "@/domain/incident/schema";
import { positionSchema } from "@/domain/protocol/up";
import { isLiveRequest } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { countries, partnerOf } from "@/domain/vocabulary";
import { person, worldWithUnits } from "@/tests/support/exercise";
import { Exercise, type ExerciseServices } from "./exercise";

const startMs = Date.parse("2026-11-23T08:00:00.000Z");

/** Two nodes in memory, and a clock and watchers a test sets. */
class Surroundings {
  readonly world = worldWithUnits();
  elapsedMs = 0;
  watchers = 1;
  failing = false;
  readonly said: string[] = [];
  readonly positions: [Account, z.infer<typeof positionSchema>][] = [];
  /** Units whose positions a person's screen tells. */
  readonly telling = new Set<string>();

  exercise(): Exercise {
    const services: ExerciseServices = {
      secret: "a secret for tests that is long enough",
      submit: async ({ type, subject, body }, account) => {
        if (this.failing) throw new Error("the database is away");
        const decision = this.act(account.country, { type, subject, body }, account);
        return decision.ok ? { ok: true, events: [] } : decision;
      },
      watchers: () => this.watchers,
      vector: () => ({
        ...this.world.nodes.KH.fold.vector,
        ...this.world.nodes.LA.fold.vector,
      }),
      eventsAfter: async (vector) =>
        countries.flatMap((country) =>
          this.world.nodes[country].own.filter(({ stream, seq }) => seq > (vector[stream] ?? 0)),
        ),
      pictureOf: (country) => this.world.nodes[country].fold.picture,
      history: async (country, subject) =>
        this.world.nodes[country].applied.filter((event) => event.subject === subject).reverse(),
      monotonicMs: () => this.elapsedMs,
      now: () => new Date(startMs + this.elapsedMs),
      acceptPosition: (account, payload) =>
        void this.positions.push([account, positionSchema.parse(payload)]),
      toldByPerson: (unitId) => this.telling.has(unitId),
      logger: {
        info: (...args: unknown[]) => void this.said.push(String(args.at(-1))),
        warn: (...args: unknown[]) => void this.said.push(String(args.at(-1))),
      },
    };
    return new Exercise(services);
  }

  act(
    country: "KH" | "LA",
    command: { type: string; subject: string; body: unknown },
    account = person("operator", country),
  ) {
    const at = new Date(startMs + this.elapsedMs).toISOString();
    const decision = this.world.nodes[country].run(command, account, at);
    this.world.deliver(partnerOf(country), Number.POSITIVE_INFINITY);
    return decision;
  }

  async play(exercise: Exercise, seconds: number): Promise<void> {
    for (let step = 0; step < seconds; step += 1) {
      this.elapsedMs += 1_000;
      await exercise.tick();
    }
  }

  get events(): number {
    const all = countries.reduce((sum, country) => sum + this.world.nodes[country].own.length, 0);
    return all - demoUnits.length - demoUnits.filter(({ onDuty }) => onDuty).length;
  }

  liveTasks(): Task[] {
    return countries.flatMap((country) =>
      [...this.world.nodes[country].fold.picture.tasks.values()].filter(
        (task) => task.country === country && isLiveTask(task),
      ),
    );
  }

  liveRequests(): Request[] {
    return [...this.world.nodes.KH.fold.picture.requests.values()].filter(isLiveRequest);
  }

  open(): string[] {
    return countries.flatMap((country) =>
      [...this.world.nodes[country].fold.picture.incidents.values()].flatMap((entity) =>
        entity.owner === country && isIncident(entity) && isOpen(entity) ? [entity.id] : [],
      ),
    );
  }
}

describe("the runner", () => {
  it("plays while somebody watches and stands still while nobody does", async () => {
    const around = new Surroundings();
    const exercise = around.exercise();
    await exercise.prepare();
    await around.play(exercise, 60);
    const played = around.events;
    expect(around.open().length).toBeGreaterThanOrEqual(5);
    around.watchers = 0;
    await around.play(exercise, 3_600);
    expect(around.events).toBe(played);
    around.watchers = 1;
    await around.play(exercise, 60);
    expect(around.events).toBeGreaterThan(played);
    // One script minute a second, and none while nobody watched: about what the first minute brought.
    expect(around.events).toBeLessThan(played * 4);
  });

  it("does not hurry through what a sleeping process missed", async () => {
    const around = new Surroundings();
    const exercise = around.exercise();
    await exercise.prepare();
    await around.play(exercise, 2);
    around.elapsedMs += 3_600_000;
    await exercise.tick();
    expect(around.open().length).toBeLessThanOrEqual(2);
  });

  it("leaves to people what a person has touched", async () => {
    const around = new Surroundings();
    const exercise = around.exercise();
    await exercise.prepare();
    await around.play(exercise, 3);
    const [subject = ""] = around.open();
    expect(around.act("KH", { type: "incident.take", subject, body: {} }).ok).toBe(true);
    const known = around.world.nodes.KH.applied.filter((event) => event.subject === subject).length;
    await around.play(exercise, 900);
    expect(around.world.nodes.KH.applied.filter((event) => event.subject === subject)).toHaveLength(known);
    expect(around.open()).toContain(subject);
  });

  it("goes on after a failure", async () => {
    const around = new Surroundings();
    const exercise = around.exercise();
    await exercise.prepare();
    around.failing = true;
    await around.play(exercise, 5);
    expect(around.said).toContain("the exercise stumbled");
    expect(around.events).toBe(0);
    around.failing = false;
    await around.play(exercise, 6);
    // Also the ones that failed before: each is sent again.
    expect(around.open().length).toBeGreaterThanOrEqual(3);
  });

  it("takes up after a restart what it left, but for what a person has touched", async () => {
    const around = new Surroundings();
    const before = around.exercise();
    await before.prepare();
    await around.play(before, 120);
    const left = around.open();
    const [touched = ""] = left;
    const tasks = around.liveTasks();
    expect(tasks.length).toBeGreaterThan(10);
    expect(around.liveRequests().length).toBeGreaterThan(3);
    around.act(touched.startsWith("KH") ? "KH" : "LA", { type: "incident.take", subject: touched, body: {} });
    const after = around.exercise();
    await after.prepare();
    await around.play(after, 300);
    expect(around.open().filter((subject) => left.includes(subject))).toEqual([touched]);
    const still = [...around.liveTasks(), ...around.liveRequests()].filter(({ incidentId }) =>
      left.includes(incidentId),
    );
    expect(still.length).toBeGreaterThan(0);
    expect(still.every(({ incidentId }) => incidentId === touched)).toBe(true);
    expect(tasks.some(({ incidentId }) => incidentId !== touched)).toBe(true);
    // Nothing of it was refused: each thing was ended by the desk whose it is.
    expect(around.said).not.toContain("the exercise skips a step");
  });

  it("lets every unit report every few seconds, and leaves those to people whose screens tell where they are", async () => {
    const around = new Surroundings();
    const exercise = around.exercise();
    await exercise.prepare();
    await around.play(exercise, 30);
    const callsOf = (callsign: string) =>
      around.positions.filter(([, { unitId }]) => unitId === demoUnitId(callsign)).length;
    for (const { callsign } of demoUnits.filter((unit) => unit.callsign !== "CHA-18")) {
      expect(callsOf(callsign)).toBeGreaterThanOrEqual(9);
      expect(callsOf(callsign)).toBeLessThanOrEqual(15);
    }
    expect(callsOf("CHA-18")).toBe(1);
    expect(around.positions.every(([{ unitId }, position]) => unitId === position.unitId)).toBe(true);
    const before = callsOf("STR-21");
    around.telling.add(demoUnitId("STR-21"));
    await around.play(exercise, 30);
    expect(callsOf("STR-21")).toBe(before);
    around.watchers = 0;
    const all = around.positions.length;
    await around.play(exercise, 30);
    expect(around.positions).toHaveLength(all);
  });
});
