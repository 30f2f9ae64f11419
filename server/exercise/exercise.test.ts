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

/** Two nodes in memory, with a clock and a number of screens that a test sets. */
class TestNodes {
  readonly world = worldWithUnits();
  elapsedMs = 0;
  watchers = 1;
  failing = false;
  readonly logged: string[] = [];
  readonly positions: [Account, z.infer<typeof positionSchema>][] = [];
  /** Units whose positions a person's screen sends. */
  readonly reporting = new Set<string>();

  exercise(): Exercise {
    const services: ExerciseServices = {
      secret: "a secret for tests that is long enough",
      submit: async ({ type, subject, body }, account) => {
        if (this.failing) throw new Error("the database is away");
        const decision = this.act(account.country, { type, subject, body }, account);
        return decision.ok ? { ok: true, events: [] } : decision;
      },
      plays: countries,
      isWatched: () => this.watchers > 0,
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
      isReportedByPerson: (unitId) => this.reporting.has(unitId),
      logger: {
        info: (...args: unknown[]) => void this.logged.push(String(args.at(-1))),
        warn: (...args: unknown[]) => void this.logged.push(String(args.at(-1))),
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
  it("runs while a screen is connected and pauses while none is", async () => {
    const nodes = new TestNodes();
    const exercise = nodes.exercise();
    await exercise.prepare();
    await nodes.play(exercise, 60);
    const played = nodes.events;
    expect(nodes.open().length).toBeGreaterThanOrEqual(5);
    nodes.watchers = 0;
    await nodes.play(exercise, 3_600);
    expect(nodes.events).toBe(played);
    nodes.watchers = 1;
    await nodes.play(exercise, 60);
    expect(nodes.events).toBeGreaterThan(played);
    // The script does not advance while paused: about as many events as in the first minute.
    expect(nodes.events).toBeLessThan(played * 4);
  });

  it("caps catch-up after the process was suspended", async () => {
    const nodes = new TestNodes();
    const exercise = nodes.exercise();
    await exercise.prepare();
    await nodes.play(exercise, 2);
    nodes.elapsedMs += 3_600_000;
    await exercise.tick();
    expect(nodes.open().length).toBeLessThanOrEqual(2);
  });

  it("sends nothing more about an incident that a person has acted on", async () => {
    const nodes = new TestNodes();
    const exercise = nodes.exercise();
    await exercise.prepare();
    await nodes.play(exercise, 3);
    const [subject = ""] = nodes.open();
    expect(nodes.act("KH", { type: "incident.take", subject, body: {} }).ok).toBe(true);
    const known = nodes.world.nodes.KH.applied.filter((event) => event.subject === subject).length;
    await nodes.play(exercise, 900);
    expect(nodes.world.nodes.KH.applied.filter((event) => event.subject === subject)).toHaveLength(known);
    expect(nodes.open()).toContain(subject);
  });

  it("continues after a failure", async () => {
    const nodes = new TestNodes();
    const exercise = nodes.exercise();
    await exercise.prepare();
    nodes.failing = true;
    await nodes.play(exercise, 5);
    expect(nodes.logged).toContain("a part of the exercise failed");
    expect(nodes.events).toBe(0);
    nodes.failing = false;
    await nodes.play(exercise, 6);
    // Those that failed are sent again too.
    expect(nodes.open().length).toBeGreaterThanOrEqual(3);
  });

  it("ends after a restart what it left open, except what a person has acted on", async () => {
    const nodes = new TestNodes();
    const before = nodes.exercise();
    await before.prepare();
    await nodes.play(before, 120);
    const left = nodes.open();
    const [touched = ""] = left;
    const tasks = nodes.liveTasks();
    expect(tasks.length).toBeGreaterThan(10);
    expect(nodes.liveRequests().length).toBeGreaterThan(3);
    nodes.act(touched.startsWith("KH") ? "KH" : "LA", { type: "incident.take", subject: touched, body: {} });
    const after = nodes.exercise();
    await after.prepare();
    await nodes.play(after, 300);
    expect(nodes.open().filter((subject) => left.includes(subject))).toEqual([touched]);
    const still = [...nodes.liveTasks(), ...nodes.liveRequests()].filter(({ incidentId }) =>
      left.includes(incidentId),
    );
    expect(still.length).toBeGreaterThan(0);
    expect(still.every(({ incidentId }) => incidentId === touched)).toBe(true);
    expect(tasks.some(({ incidentId }) => incidentId !== touched)).toBe(true);
    // Nothing was refused: each thing was ended by the desk responsible.
    expect(nodes.logged).not.toContain("the exercise skipped a step");
  });

  it("sends every unit's position every few seconds, except of units whose crew's screen sends it", async () => {
    const nodes = new TestNodes();
    const exercise = nodes.exercise();
    await exercise.prepare();
    await nodes.play(exercise, 30);
    const callsOf = (callsign: string) =>
      nodes.positions.filter(([, { unitId }]) => unitId === demoUnitId(callsign)).length;
    for (const { callsign } of demoUnits.filter((unit) => unit.callsign !== "CHA-18")) {
      expect(callsOf(callsign)).toBeGreaterThanOrEqual(9);
      expect(callsOf(callsign)).toBeLessThanOrEqual(15);
    }
    expect(callsOf("CHA-18")).toBe(1);
    expect(nodes.positions.every(([{ unitId }, position]) => unitId === position.unitId)).toBe(true);
    const before = callsOf("STR-21");
    nodes.reporting.add(demoUnitId("STR-21"));
    await nodes.play(exercise, 30);
    expect(callsOf("STR-21")).toBe(before);
    nodes.watchers = 0;
    const all = nodes.positions.length;
    await nodes.play(exercise, 30);
    expect(nodes.positions).toHaveLength(all);
  });
});
