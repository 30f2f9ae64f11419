import { describe, expect, it, test } from "vitest";
import { demoUnitId } from "@/db/seed/units";
import { alarmSubject } from "@/domain/clock/clock";
import { Stage as Fixture, never, once, person, startMs, story } from "@/tests/support/exercise";
import { archiveAfterMs } from "./player";
import type { Leftover, Thing } from "./run";
import { ask, assign, carryOut, task } from "./scenario/coordination";
import { callUs } from "./scenario/phrases";
import { served } from "./scenario/response";
import { onUnit, writes } from "./scenario/steps";
import { close, intake, own, release } from "./scenario/story";

class Stage extends Fixture {
  /** The first subject of an event type. */
  first(type: string): string {
    const found = [...this.world.nodes.KH.applied].find((event) => event.type === type);
    if (!found) throw new Error(`no ${type}`);
    return found.subject;
  }
}

const patrol = { unit: ["STR-24"], action: "patrol" } as const;
const released = [own(1, "operator", "release.request"), own(1, "commander", "release.approve", {})];

test("an incident that a person acts on is left to people", () => {
  const stage = new Stage(once(story("one", [...intake(10), close(30, "resolved")])), never);
  stage.run(5);
  const [subject = ""] = stage.picture("KH").incidents.keys();
  stage.act({ type: "incident.take", subject, body: {} }, person("operator"));
  stage.run(3_000);
  expect(stage.types()).toEqual(["incident.report"]);
  expect(stage.player.live).toBe(0);
});

describe("an incident and what belongs to it are left to people", () => {
  const acting = {
    "a task": { type: "task.cancel", subject: "task.assigned", body: { reason: "Not needed." } },
    "a request": { type: "request.withdraw", subject: "request.made", body: { reason: "Not needed." } },
  };

  it.each(Object.entries(acting))("when a person acts on %s", (_, { type, subject, body }) => {
    const steps = [...released, assign("own", 1, "t", patrol), ask("own", 1, "r", { action: "watch" })];
    const stage = new Stage(once(story("one", [...steps, ...carryOut("own", "t", { reads: 20 })])), never);
    stage.run(15);
    const known = stage.types().length;
    stage.act({ type, subject: stage.first(subject), body }, person("commander"));
    stage.run(3_000);
    expect(stage.types()).toHaveLength(known);
  });

  it("when a person acknowledges the alarm of its request", () => {
    const stage = new Stage(once(story("one", [...released, ...served("own", 1, "r", service)])), never);
    stage.run(6);
    const subject = alarmSubject("request-read", stage.first("request.made"));
    const known = stage.types().length;
    expect(stage.act({ type: "alarm.acknowledge", subject, body: {} }, person("commander", "LA")).ok).toBe(
      true,
    );
    stage.run(3_000);
    expect(stage.types()).toHaveLength(known);
  });

  it("when a person gives a unit a task about it", () => {
    const stage = new Stage(once(story("one", [close(30, "resolved")])), never);
    stage.run(5);
    const body = {
      incidentId: stage.first("incident.reported"),
      unitId: demoUnitId("STR-21"),
      action: "watch",
    };
    const subject = "KH-00000000-0000-4000-8000-00000000abcd";
    expect(stage.act({ type: "task.assign", subject, body }, person("commander")).ok).toBe(true);
    stage.run(100);
    expect(stage.types()).toEqual(["incident.report"]);
  });

  it("but not when a person has only read a message", () => {
    const steps = [writes("own", 1, "operator", "m", callUs), close(30, "resolved")];
    const stage = new Stage(once(story("one", steps)), never);
    stage.run(5);
    const subject = stage.first("message.posted");
    expect(stage.act({ type: "message.read", subject, body: {} }, person("operator")).ok).toBe(true);
    stage.run(60);
    expect(stage.types().at(-1)).toBe("incident.close");
  });
});

const service = { action: "watch", unit: ["CHA-07"], seen: 10, result: "Nothing." } as const;

test("a unit is left to people once a person has set its duty or status", () => {
  const steps = [
    onUnit("own", 5, "STR-21", "duty.end", {}),
    onUnit("own", 5, "STR-24", "duty.end", {}),
    onUnit("own", 5, "STR-24", "duty.end", {}),
  ];
  const stage = new Stage([{ at: 1, story: { key: "shift", country: "KH", steps } }], never);
  stage.run(2);
  stage.act(
    { type: "unit.status", subject: demoUnitId("STR-21"), body: { status: "busy" } },
    person("commander"),
  );
  stage.run(60);
  // Once for the other unit: a step that changes nothing is not sent.
  expect(stage.sent.map(({ subject }) => subject)).toEqual([demoUnitId("STR-24")]);
  expect(stage.refused).toEqual([]);
});

test("a task goes to the first unit without one, and is left out when no unit is in service", () => {
  const order = { unit: ["STR-24", "STR-21"], action: "patrol" } as const;
  const steps = [assign("own", 1, "a", order), assign("own", 1, "b", order), ...carryOut("own", "b")];
  const stage = new Stage(once(story("one", steps)), never);
  stage.run(8);
  const units = [...stage.picture("KH").tasks.values()].map(({ unit }) => unit.callsign);
  expect(units).toEqual(["STR-24", "STR-21"]);

  const out = new Stage(once(story("one", [...task("own", 5, "t", patrol), close(9, "resolved")])), never);
  out.run(3);
  const subject = demoUnitId("STR-24");
  out.act({ type: "unit.status", subject, body: { status: "out_of_service" } }, person("commander"));
  out.run(300);
  expect(out.types()).toEqual(["incident.report", "incident.close"]);
  expect(out.refused).toEqual([]);
});

test("what a storyline leaves open is ended, tasks before their requests, and later archived", () => {
  const steps = [...released, ...served("own", 1, "r", service).slice(0, 4)];
  const stage = new Stage(once(story("one", steps)), never);
  stage.run(120);
  expect(stage.types().slice(-3)).toEqual(["task.cancel", "request.withdraw", "incident.close"]);
  expect([stage.liveTasks(), stage.liveRequests(), stage.openIncidents()]).toEqual([0, 0, 0]);
  stage.run(archiveAfterMs / 1_000 + 60);
  expect(stage.left()).toEqual([]);
  expect(stage.refused).toEqual([]);
});

test("a person's act before an ended incident is archived keeps it in the picture", () => {
  const stage = new Stage(once(story("one", [close(5, "resolved")])), never);
  stage.run(20);
  const [subject = ""] = stage.picture("KH").incidents.keys();
  stage.act({ type: "incident.reopen", subject, body: { reason: "Not over." } }, person("operator"));
  stage.run(archiveAfterMs / 1_000 + 60);
  expect(stage.types()).not.toContain("incident.archive");
});

test("a step that is refused is skipped and the storyline continues", () => {
  const stage = new Stage(once(story("one", [...intake(5), ...intake(5), close(5, "resolved")])), never);
  stage.run(60);
  expect(stage.refused).toEqual(["incident.verify: wrong-status"]);
  expect(stage.types().at(-1)).toBe("incident.close");
});

test("a command that was not saved is sent again with the same id before the storyline continues", () => {
  const stage = new Stage(once(story("one", [...intake(5)])), never);
  stage.script = 1;
  const [first] = stage.player.due(stage.time);
  if (!first) throw new Error("nothing due");
  expect(stage.player.due(stage.time)).toEqual([]);
  stage.player.answered(first, { ok: false, reason: "not-saved" }, stage.time);
  expect(stage.player.due(stage.time)).toEqual([]);
  stage.script += 5;
  expect(stage.player.due(stage.time)).toEqual([first]);
});

test("what an earlier process left open is ended and archived; what it had closed is archived when due", () => {
  const left = (incident: string, open: boolean, things: Thing[] = []): Leftover => {
    return { country: "KH", owner: "KH", incident, open, endedAtMs: startMs, things };
  };
  const before = new Stage(
    once(
      story("one", [...release(4), assign("own", 2, "t", patrol), close(600, "resolved")]),
      story("two", [close(3, "resolved")]),
    ),
    never,
  );
  before.run(12);
  const [open = "", closed = ""] = before.picture("KH").incidents.keys();
  const taskLeft: Thing = { subject: before.first("task.assigned"), kind: "task", country: "KH", live: true };
  const after = new Stage([], never, before.world);
  after.script = 60;
  after.player.adopt(left(open, true, [taskLeft]), after.script);
  after.player.adopt(left(closed, false), after.script);
  after.run(archiveAfterMs / 1_000);
  expect(after.types()).toEqual(["task.cancel", "incident.close", "incident.archive"]);
  after.run(120);
  expect(after.refused).toEqual([]);
  expect(after.types().slice(3)).toEqual(["task.archive", "incident.archive"]);
  expect(after.left()).toEqual([]);
});
