import { describe, expect, it } from "vitest";
import { demoUnits } from "@/db/seed/units";
import { phaseOf } from "@/domain/clock/clock";
import { clocksOf } from "@/domain/clock/clocks";
import { commandBodies } from "@/domain/commands";
import { scopeOf } from "@/domain/envelope";
import { takeoversOf } from "@/domain/takeover";
import { countries } from "@/domain/vocabulary";
import { accounts, never, Stage, startMs } from "@/tests/support/exercise";
import { archiveAfterMs } from "./player";
import { beginnings, roundMinutes } from "./scenario";

type Sample = { open: number; tasks: number; requests: number };
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Alarms that sound and that the country responsible has not acknowledged. */
function soundingAlarms(stage: Stage): string[] {
  const { nowMs } = stage.time;
  return countries.flatMap((country) =>
    clocksOf(stage.picture(country)).flatMap((clock) =>
      clock.due === country && phaseOf(clock, nowMs) === "alarm" && !clock.acknowledged[country]
        ? [`${clock.kind} ${clock.about}`]
        : [],
    ),
  );
}

/** The takeovers of both centres' screens. */
const takeoversNow = (stage: Stage): string[] =>
  countries.flatMap((country) =>
    takeoversOf(stage.picture(country), country).map(({ id }) => `${country} ${id}`),
  );

describe("two rounds of the scenario", () => {
  const stage = new Stage();
  const samples: Sample[] = [];
  const soundings = new Map<string, number>();
  const takeovers = new Map<string, number>();
  const count = (counts: Map<string, number>, keys: readonly string[]) => {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  stage.run(2 * roundMinutes, () => {
    if (stage.script % 4 !== 0) return;
    const { script } = stage;
    count(takeovers, takeoversNow(stage));
    if (script % 20 === 0) count(soundings, soundingAlarms(stage));
    if (script > 120 && script % 20 === 0) {
      samples.push({ open: stage.openIncidents(), tasks: stage.liveTasks(), requests: stage.liveRequests() });
    }
  });
  const held = {
    incidents: stage.held("incidents"),
    tasks: stage.held("tasks"),
    clocks: stage.held("clocks"),
  };
  const finished = new Stage(beginnings, never);
  finished.run(2 * roundMinutes + archiveAfterMs / 1_000);

  it("has no refused step", () => {
    expect(stage.refused).toEqual([]);
    expect(finished.refused).toEqual([]);
  });

  it("uses every command except those that only jobs send, and never attends for people", () => {
    const used = new Set(stage.types());
    const unused = Object.keys(commandBodies).filter((type) => !used.has(type));
    expect(unused.sort()).toEqual(["clock.archive", "incident.attend", "unit.register"]);
  });

  it("keeps a credible number of incidents, tasks and requests alive", () => {
    const open = samples.map((sample) => sample.open);
    expect(Math.min(...open)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...open)).toBeLessThanOrEqual(35);
    const tasks = samples.map((sample) => sample.tasks);
    expect(mean(tasks)).toBeGreaterThanOrEqual(8);
    expect(mean(tasks)).toBeLessThanOrEqual(20);
    expect(Math.min(...tasks)).toBeGreaterThanOrEqual(3);
    const requests = samples.map((sample) => sample.requests);
    expect(mean(requests)).toBeGreaterThanOrEqual(3);
    expect(mean(requests)).toBeLessThanOrEqual(6);
  });

  it("shows coordination within the first minute", () => {
    const early = new Set(stage.sent.filter(({ at }) => at <= 60).map(({ type }) => type));
    for (const type of [
      "request.make",
      "request.acknowledge",
      "request.accept",
      "request.decline",
      "request.counter",
      "request.accept-counter",
      "request.complete",
      "task.assign",
      "task.acknowledge",
      "task.advance",
      "proposal.make",
      "transfer.offer",
      "drawing.put",
      "message.post",
      "release.urgent",
      "duty.start",
    ]) {
      expect(early).toContain(type);
    }
  });

  it("asks in both directions", () => {
    const made = stage.sent
      .filter(({ type }) => type === "request.make")
      .map(({ subject }) => subject.slice(0, 2));
    expect(new Set(made)).toEqual(new Set(countries));
  });

  it("gives every unit a task except the silent checkpoint", () => {
    const sent = countries.flatMap((country) =>
      stage.world.nodes[country].own.flatMap((event) =>
        event.type === "task.assigned" && event.body ? [event.body.unit.callsign] : [],
      ),
    );
    const idle = demoUnits.filter(({ callsign }) => !sent.includes(callsign));
    expect(idle.map(({ callsign }) => callsign)).toEqual(["CHA-18"]);
  });

  it("acknowledges every takeover of a centre's screens within 40 script minutes", () => {
    expect(takeovers.size).toBeGreaterThan(4);
    // Counted every four script minutes.
    expect(Math.max(...takeovers.values()) * 4).toBeLessThanOrEqual(40);
  });

  it("lets an alarm sound, and none for long", () => {
    expect(stage.types()).toContain("alarm.acknowledge");
    // Counted every twenty script minutes.
    expect([...soundings].filter(([, times]) => times > 1)).toEqual([]);
  });

  it("sends more than thirty steps a minute, each report with its real time", () => {
    expect(stage.sent.length / ((2 * roundMinutes) / 60)).toBeGreaterThan(30);
    for (const country of countries) {
      for (const event of stage.world.nodes[country].own) {
        if (event.type === "incident.reported") expect(event.body?.occurredAt).toBe(event.at);
      }
    }
  });

  it("keeps the picture bounded: ended storylines leave it with all that belongs to them", () => {
    expect(held.incidents).toBeLessThan(180);
    expect(held.tasks).toBeLessThan(220);
    expect(held.clocks).toBeLessThan(10);
    expect(finished.left()).toEqual([]);
  });

  it("leaves both countries with the same joint picture", () => {
    expect(stage.world.nodes.KH.fold.mark).toEqual(stage.world.nodes.LA.fold.mark);
  });

  it("never hands over persons, nor anything where a protection flag was raised", () => {
    const flagged = new Set<string>();
    for (const country of countries) {
      for (const event of stage.world.nodes[country].own) {
        if (event.type === "incident.reported" && event.body?.protection) flagged.add(event.subject);
        if (event.type !== "request.made" || event.body?.action !== "handover") continue;
        expect(flagged).not.toContain(event.body.incidentId);
        expect(event.body.handover?.of).not.toBe("persons");
      }
    }
    expect(flagged.size).toBeGreaterThan(0);
  });

  it("acts only on what it created, with new subjects in the second round", () => {
    const units = new Set(demoUnits.map(({ id }) => id));
    const makers = ["incident.reported", "task.assigned", "request.made", "proposal.made", "message.posted"];
    const own = countries.flatMap((country) => stage.world.nodes[country].own);
    const made = own.filter(({ type, subject }) => makers.includes(type) && !units.has(subject));
    expect(new Set(made.map(({ subject }) => subject)).size).toBe(made.length);
    expect(made.filter(({ type }) => type === "incident.reported").length).toBe(
      2 * beginnings.filter(({ story }) => "report" in story).length,
    );
    expect(own.every(({ actor }) => accounts.isExercise(actor))).toBe(true);
  });

  it("keeps units and national tasks in the national streams", () => {
    const units = stage.world.nodes.KH.own.filter(({ type }) => /^(unit|duty)\./.test(type));
    expect(units.length).toBeGreaterThan(20);
    expect(units.every(({ stream }) => scopeOf(stream) === "national")).toBe(true);
    const tasks = stage.world.nodes.KH.own.filter(({ type }) => type === "task.assigned");
    expect(new Set(tasks.map(({ stream }) => scopeOf(stream)))).toEqual(new Set(["joint", "national"]));
  });

  it("gives each unit's steps to its own crew", () => {
    const officers = ["STR-21", "RAT-07", "CHA-07", "ATT-03"];
    const advances = stage.sent.filter(({ type }) => type === "task.advance");
    expect(new Set(advances.map(({ by }) => by))).toEqual(
      new Set([...officers, "STR-24", "CHA-15"].map((callsign) => accounts.crew(callsign).by)),
    );
    expect(startMs).toBeLessThan(stage.time.nowMs);
  });
});
