import { describe, expect, it } from "vitest";
import { isOpen } from "@/domain/incident/machine";
import { isIncident } from "@/domain/incident/schema";
import { countries, partnerOf } from "@/domain/vocabulary";
import { accountsOf, World } from "@/tests/simulation/world";
import { Exercise, type ExerciseServices } from "./exercise";

const startMs = Date.parse("2026-11-23T08:00:00.000Z");

/** Two nodes in memory, and a clock and watchers a test sets. */
class Surroundings {
  readonly world = new World();
  elapsedMs = 0;
  watchers = 1;
  failing = false;
  readonly said: string[] = [];

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
      incidentsOf: (country) => this.world.nodes[country].fold.picture.incidents.values(),
      history: async (country, subject) =>
        this.world.nodes[country].applied.filter((event) => event.subject === subject).reverse(),
      monotonicMs: () => this.elapsedMs,
      now: () => new Date(startMs + this.elapsedMs),
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
    account = person(country),
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
    return countries.reduce((sum, country) => sum + this.world.nodes[country].own.length, 0);
  }

  open(): string[] {
    return countries.flatMap((country) =>
      [...this.world.nodes[country].fold.picture.incidents.values()].flatMap((entity) =>
        entity.owner === country && isIncident(entity) && isOpen(entity) ? [entity.id] : [],
      ),
    );
  }
}

function person(country: "KH" | "LA") {
  const found = accountsOf(country).find(({ role }) => role === "operator");
  if (!found) throw new Error("no operator");
  return found;
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
    await around.play(exercise, 3_000);
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
    around.act(touched.startsWith("KH") ? "KH" : "LA", { type: "incident.take", subject: touched, body: {} });
    const after = around.exercise();
    await after.prepare();
    await around.play(after, 300);
    expect(around.open().filter((subject) => left.includes(subject))).toEqual([touched]);
  });
});
