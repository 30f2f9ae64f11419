import { describe, expect, it } from "vitest";
import { account, flood, Stage, subject } from "@/tests/support/given";
import { clocksOf } from "./clocks";
import { clockConfigOf, ofBothSides } from "./config";

const request = "KH-00000000-0000-4000-8000-000000000003";
const lateRequest = "LA-00000000-0000-4000-8000-000000000003";
const unit = "LA-00000000-0000-4000-8000-0000000000aa";
const task = "LA-00000000-0000-4000-8000-0000000000bb";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const place = { lng: 106, lat: 13.9 };
const handover = { of: "persons", place, receivingDesk: "LA-BLO-1" };

/** Released at the fourth minute, asked at the fifth: 00:05 UTC. */
const asked = (body: object = {}, report: object = flood) =>
  new Stage()
    .released(report)
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "boat" }, unit)
    .do(
      khmer,
      "request.make",
      { incidentId: subject, action: "patrol", urgency: "routine", ...body },
      request,
    );

/** The end of each deadline about a thing, as time of day, alike in both centres. */
function ends(stage: Stage, about = request): Record<string, string> {
  const [here, there] = (["KH", "LA"] as const).map((country) =>
    Object.fromEntries(
      clocksOf(stage.nodes[country].fold.picture)
        .filter((clock) => clock.about === about)
        .map(({ kind, due, dueAt }) => [`${kind} ${due}`, dueAt.slice(11, 16)]),
    ),
  );
  expect(here).toEqual(there);
  return here ?? {};
}
const at = (time: string) => `2026-10-14T${time}:00.000Z`;

describe("K7 a deadline agrees with what was agreed", () => {
  it("an answer is never due later than what is asked for", () => {
    expect(ends(asked())).toMatchObject({ "request-answer LA": "00:05" });
    expect(ends(asked({ dueAt: at("01:00") }))).toEqual({
      "request-read LA": "00:35",
      "request-answer LA": "01:00",
    });
    expect(ends(asked({ dueAt: at("00:20") }))).toEqual({
      "request-read LA": "00:20",
      "request-answer LA": "00:20",
    });
    expect(ends(asked({ dueAt: at("05:00"), urgency: "urgent" }))).toMatchObject({
      "request-answer LA": "04:05",
    });
  });

  it("an answer about a handover is due before its appointment, and the handover at it", () => {
    const stage = asked({ action: "handover", handover: { ...handover, at: at("02:00") } });
    expect(ends(stage)).toMatchObject({ "request-answer LA": "02:00" });
    stage.do(lao, "request.accept", {}, request);
    expect(ends(stage)).toEqual({ "task-due LA": "02:00" });
  });

  it("the appointment counts, whatever else was said to be needed by", () => {
    const body = { action: "handover", dueAt: at("09:00"), handover: { ...handover, at: at("02:00") } };
    expect(ends(asked(body).do(lao, "request.accept", {}, request))).toEqual({ "task-due LA": "02:00" });
  });

  it("a counter is answered before the time it offers, and then due at it", () => {
    const stage = asked({ dueAt: at("01:00") });
    stage.do(lao, "request.counter", { action: "watch", dueAt: at("00:30") }, request);
    expect(ends(stage)).toEqual({ "request-answer KH": "00:30" });
    stage.do(khmer, "request.accept-counter", {}, request);
    expect(ends(stage)).toEqual({ "task-due LA": "00:30" });
  });

  it("a unit sent for a request is due at the time that was agreed, unless its order says otherwise", () => {
    const accept = (assign: object) =>
      asked({ dueAt: at("01:00") }).do(lao, "request.accept", { assign }, request);
    expect(ends(accept({ taskId: task, unitId: unit }), task)).toEqual({ "task-due LA": "01:00" });
    expect(ends(accept({ taskId: task, unitId: unit, dueAt: at("00:40") }), task)).toEqual({
      "task-due LA": "00:40",
    });
    const sent = asked({ dueAt: at("01:00") }).do(lao, "request.accept", {}, request);
    const order = { incidentId: subject, unitId: unit, action: "patrol", requestId: request };
    expect(ends(sent.do(lao, "task.assign", order, task), task)).toEqual({ "task-due LA": "01:00" });
  });
});

describe("K7 danger to life and a pursuit go by their own minutes", () => {
  it.each([
    ["a danger to life", { ...flood, dangerToLife: true }, "00:10", "00:20"],
    ["a pursuit", { ...flood, kind: "pursuit" }, "00:07", "00:10"],
    ["both", { ...flood, kind: "pursuit", dangerToLife: true }, "00:07", "00:10"],
  ])("what is asked on %s, however urgent the request says it is", (_, report, read, answer) => {
    expect(ends(asked({}, report))).toEqual({ "request-read LA": read, "request-answer LA": answer });
  });

  it("the answer to a counter, and the work until a unit is there", () => {
    const danger = { ...flood, dangerToLife: true };
    const countered = asked({}, danger).do(lao, "request.counter", { action: "watch" }, request);
    expect(ends(countered)).toEqual({ "request-answer KH": "00:21" });
    const stage = asked({}, danger).do(
      lao,
      "request.accept",
      { assign: { taskId: task, unitId: unit } },
      request,
    );
    expect(ends(stage)).toEqual({ "task-due LA": "00:21" });
    for (const to of ["acknowledge", "en_route", "on_scene"]) {
      if (to === "acknowledge") stage.do(lao, "task.acknowledge", {}, task);
      else stage.do(lao, "task.advance", { to }, task);
    }
    expect(ends(stage)).toEqual({ "task-due LA": "00:06" });
  });

  it("the incident's becoming one shortens what was asked before", () => {
    const stage = asked();
    stage.do(account("KH", "operator"), "incident.revise", { changes: { dangerToLife: true } });
    expect(ends(stage)).toEqual({ "request-read LA": "00:10", "request-answer LA": "00:20" });
  });

  it("each side's own: the asked one answers by its minutes", () => {
    const stage = asked({}, { ...flood, dangerToLife: true });
    const own = clockConfigOf({ answer: { "danger-to-life": 3 } });
    const configs = { ...ofBothSides(clockConfigOf({})), LA: own };
    const [clock] = clocksOf(stage.nodes.KH.fold.picture, configs).filter(
      ({ kind }) => kind === "request-answer",
    );
    expect(clock?.dueAt.slice(11, 16)).toBe("00:08");
  });
});

describe("K8 what cannot be done any more has no deadline, and what must be ended has one", () => {
  const close = { outcome: "resolved" };
  const order = { incidentId: subject, unitId: unit, action: "patrol", shared: true };

  it("nobody has to read an incident that has ended", () => {
    const stage = new Stage().released({ ...flood, dangerToLife: true });
    expect(Object.keys(ends(stage, subject))).toContain("partner-reads LA");
    expect(ends(stage.do(account("KH", "operator"), "incident.close", close), subject)).toEqual({});
  });

  it.each([
    ["closed", "incident.close", close, "operator"],
    ["recalled", "release.recall", { reason: "wrong" }, "commander"],
  ] as const)(
    "a request and a unit of the partner on one that was %s: to be ended",
    (_, type, body, role) => {
      const stage = new Stage()
        .released()
        .do(lao, "unit.register", { callsign: "CHA-07", kind: "boat" }, unit)
        .do(lao, "task.assign", order, task)
        .do(lao, "request.make", { incidentId: subject, action: "patrol", urgency: "routine" }, lateRequest)
        .do(khmer, "request.accept", {}, lateRequest)
        .do(account("KH", role), type, body);
      expect(ends(stage, task)).toEqual({ "stand-down LA": "00:38" });
      expect(ends(stage, lateRequest)).toEqual({ "stand-down LA": "00:38" });
      stage.do(lao, "task.cancel", { reason: "over" }, task);
      stage.do(lao, "request.withdraw", { reason: "over" }, lateRequest);
      expect([ends(stage, task), ends(stage, lateRequest)]).toEqual([{}, {}]);
    },
  );
});
