import { describe, expect, it } from "vitest";
import { account, flood, Stage, subject, victims } from "@/tests/support/given";
import { isIncident } from "../incident/schema";
import type { Task } from "../task/schema";
import { type Country, urgencySchema } from "../vocabulary";
import { clockConfigOf, defaultClockConfig as config, ofBothSides } from "./config";
import { requestClockRules, requestReadMinutes } from "./request-rules";
import type { ClockRule } from "./rule";
import { incidentClockRules, taskClockRules } from "./rules";

const request = "KH-00000000-0000-4000-8000-000000000003";
const unit = { KH: "KH-00000000-0000-4000-8000-0000000000aa", LA: "LA-00000000-0000-4000-8000-0000000000aa" };
const task = { KH: "KH-00000000-0000-4000-8000-0000000000bb", LA: "LA-00000000-0000-4000-8000-0000000000bb" };
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const desk = account("KH", "operator");
const reported = (body: object) => new Stage().do(account("KH", "officer"), "incident.report", body);

/** Kind, whose, minutes: what most deadlines are about. */
const said = (rules: readonly ClockRule[]) =>
  rules.map(({ kind, due, minutes }) => `${kind} ${due} ${minutes}`);

function ofIncident(stage: Stage, country: Country = "KH", tasks: readonly Task[] = []): ClockRule[] {
  const incident = stage.seen(country);
  return isIncident(incident) ? incidentClockRules(incident, () => tasks, ofBothSides(config)) : [];
}

describe("K1 an incident starts", () => {
  it("a full report until it is verified or closed", () => {
    const stage = reported(flood);
    expect(said(ofIncident(stage))).toEqual(["full-report KH 1440"]);
    expect(ofIncident(stage)[0]).toMatchObject({ about: subject, incidentId: subject, national: true });
    expect(ofIncident(stage.do(desk, "incident.verify"))).toEqual([]);
    expect(ofIncident(reported(flood).do(desk, "incident.close", { outcome: "resolved" }))).toEqual([]);
  });

  it.each(["drug-seizure", "rescue"])("the decision to release a %s, until it is released", (kind) => {
    const stage = reported({ ...flood, kind });
    expect(said(ofIncident(stage))).toContain("release-decision KH 120");
    stage.do(desk, "release.request");
    expect(said(ofIncident(stage))).toContain("release-decision KH 120");
    stage.do(khmer, "release.approve");
    expect(said(ofIncident(stage))).toEqual(["partner-reads LA 30", "full-report KH 1440"]);
  });

  it("no decision to release while somebody has asked for protection: nobody may take it", () => {
    const flagged = reported({ ...flood, kind: "rescue", protection: true });
    expect(said(ofIncident(flagged)).join()).not.toContain("release-decision");
    flagged.do(account("KH", "protection"), "protection.clear", { reason: "safe" });
    expect(said(ofIncident(flagged))).toContain("release-decision KH 120");
  });

  it.each([
    ["a pursuit", { kind: "pursuit" }, 2],
    ["danger to life", { dangerToLife: true }, 5],
    ["trafficking", victims, 30],
    ["a flood", {}, undefined],
  ])("the partner's reading of %s, until it has read it", (_, body, minutes) => {
    const stage = new Stage().released({ ...flood, ...body });
    const reading = () => ofIncident(stage, "LA").filter(({ kind }) => kind === "partner-reads");
    expect(reading().map((rule) => rule.minutes)).toEqual(minutes === undefined ? [] : [minutes]);
    const [rule] = reading();
    if (!rule) return;
    expect(rule).toMatchObject({ due: "LA", national: false, startedAt: stage.incident("LA").release?.at });
    stage.do(account("LA", "operator"), "incident.acknowledge");
    expect(reading()).toEqual([]);
  });

  it("screening of victims on the reporting side alone, until somebody has screened", () => {
    const stage = new Stage().released(victims);
    expect(said(ofIncident(stage, "KH"))).toContain("screening KH 120");
    expect(said(ofIncident(stage, "LA")).join()).not.toContain("screening");
    const screened = {
      action: "screen",
      times: { assigned: "", on_scene: "2026-10-14T01:00:00.000Z" },
    } as Task;
    expect(said(ofIncident(stage, "KH", [screened])).join()).not.toContain("screening");
    const done = reported({ ...victims, response: [{ action: "screen", state: "done" }] });
    expect(said(ofIncident(done)).join()).not.toContain("screening");
  });

  it("the review of a release without second approval, until it is reviewed", () => {
    const stage = reported({ ...flood, dangerToLife: true });
    stage.do(khmer, "release.urgent", { reason: "people in the water" });
    expect(said(ofIncident(stage))).toContain("urgent-review KH 1440");
    stage.do(account("KH", "commander", 2), "release.review");
    expect(said(ofIncident(stage)).join()).not.toContain("urgent-review");
  });
});

describe("K1 K2 a request starts", () => {
  const asked = (body: object = {}) =>
    new Stage()
      .released()
      .do(khmer, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit.KH)
      .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit.LA)
      .do(
        khmer,
        "request.make",
        { incidentId: subject, action: "patrol", urgency: "urgent", ...body },
        request,
      );
  function rulesOf(stage: Stage, configs = ofBothSides(config)): ClockRule[] {
    const { incidents, requests, tasks } = stage.nodes.LA.fold.picture;
    const found = requests.get(request);
    const scene = { incident: incidents.get(subject), taskOf: (id: string) => tasks.get(id), configs };
    return found ? requestClockRules(found, scene) : [];
  }

  it("reading and answering, then the answer to a counter-offer from its moment", () => {
    const stage = asked();
    expect(said(rulesOf(stage))).toEqual(["request-read LA 30", "request-answer LA 240"]);
    stage.do(account("LA", "operator"), "request.acknowledge", {}, request);
    expect(said(rulesOf(stage))).toEqual(["request-answer LA 240"]);
    stage.do(lao, "request.counter", { action: "watch" }, request);
    expect(said(rulesOf(stage))).toEqual(["request-answer KH 240"]);
    const { answered } = stage.nodes.LA.fold.picture.requests.get(request) ?? {};
    expect(rulesOf(stage)[0]?.startedAt).toBe(answered?.at);
  });

  it("each side's deadlines by that side's own minutes", () => {
    const shorter = clockConfigOf({ read: { request: 3 }, answer: { urgent: 10 }, fullReport: 60 });
    const configs = { KH: config, LA: shorter };
    expect(said(rulesOf(asked(), configs))).toEqual(["request-read LA 3", "request-answer LA 10"]);
    const countered = asked().do(lao, "request.counter", { action: "watch" }, request);
    expect(said(rulesOf(countered, configs))).toEqual(["request-answer KH 240"]);
    expect(said(rulesOf(asked().do(lao, "request.accept", {}, request), configs))).toEqual([
      "task-due LA 60",
    ]);
  });

  it("the work to the time agreed, or as long as a full report", () => {
    const timed = asked({ dueAt: "2026-10-14T03:00:00.000Z" }).do(lao, "request.accept", {}, request);
    const [rule] = rulesOf(timed);
    expect(rule).toMatchObject({ kind: "task-due", due: "LA" });
    expect(Date.parse(rule?.startedAt ?? "") + (rule?.minutes ?? 0) * 60_000).toBe(
      Date.parse("2026-10-14T03:00:00.000Z"),
    );
    expect(said(rulesOf(asked().do(lao, "request.accept", {}, request)))).toEqual(["task-due LA 1440"]);
  });

  it("the work of a handover for the side that has still to confirm it", () => {
    const at = "2026-10-14T00:30:00.000Z";
    const handover = { of: "vehicles", place: { lng: 106, lat: 13.9 }, at, receivingDesk: "LA-POL-CHA" };
    const stage = asked({ action: "handover", handover }).do(lao, "request.accept", {}, request);
    expect(rulesOf(stage).map(({ due }) => due)).toEqual(["LA"]);
    stage.do(lao, "request.confirm", {}, request);
    expect(rulesOf(stage).map(({ due }) => due)).toEqual(["KH"]);
    stage.do(khmer, "request.confirm", {}, request);
    expect(rulesOf(stage).map(({ due }) => due)).toEqual(["LA"]);
  });

  it("nothing once it has been declined or completed", () => {
    expect(rulesOf(asked().do(lao, "request.decline", { reason: "no boat" }, request))).toEqual([]);
    const done = asked({ action: "close-post" }).do(lao, "request.accept", {}, request);
    expect(rulesOf(done.do(lao, "request.complete", { result: "closed" }, request))).toEqual([]);
  });

  it("an alarm at once for the side whose unit is still out when it is withdrawn", () => {
    const order = (country: Country) => ({
      incidentId: subject,
      unitId: unit[country],
      action: "joint-patrol",
      requestId: request,
    });
    const stage = asked({ action: "joint-patrol" })
      .do(lao, "request.accept", {}, request)
      .do(lao, "task.assign", order("LA"), task.LA)
      .do(khmer, "task.assign", order("KH"), task.KH)
      .do(khmer, "request.withdraw", { reason: "found" }, request);
    expect(said(rulesOf(stage))).toEqual(["task-after-withdrawal LA 0"]);
    stage.do(lao, "task.cancel", { reason: "withdrawn" }, task.LA);
    expect(said(rulesOf(stage))).toEqual(["task-after-withdrawal KH 0"]);
    stage.do(khmer, "task.cancel", { reason: "withdrawn" }, task.KH);
    expect(rulesOf(stage)).toEqual([]);
  });

  it("the sooner to be read the more urgent it is", () => {
    const minutes = urgencySchema.options.map((urgency) => [
      urgency,
      requestReadMinutes(urgency, undefined, config),
    ]);
    expect(Object.fromEntries(minutes)).toEqual({ "danger-to-life": 5, pursuit: 2, urgent: 30, routine: 30 });
  });
});

describe("K1 a task starts", () => {
  const sent: Task = {
    id: task.KH,
    incidentId: subject,
    unitId: unit.KH,
    unit: { callsign: "STR-21", kind: "patrol" },
    country: "KH",
    action: "patrol",
    status: "en_route",
    times: { assigned: "2026-10-14T01:00:00.000Z" },
    dueAt: "2026-10-14T01:30:00.000Z",
  };

  const incident = new Stage().released().incident("KH");
  const rulesOfTask = (of: Task, on = incident) =>
    taskClockRules(of, {
      incident: on,
      requestOf: () => undefined,
      tasks: () => [of],
      configs: ofBothSides(config),
    });

  it("the time to be there by, joint where the task is", () => {
    expect(rulesOfTask(sent)).toEqual([
      {
        kind: "task-due",
        about: task.KH,
        incidentId: subject,
        due: "KH",
        startedAt: sent.times.assigned,
        national: true,
        minutes: 30,
      },
    ]);
    expect(rulesOfTask({ ...sent, shared: true })[0]?.national).toBe(false);
    expect(rulesOfTask({ ...sent, dueAt: "2026-10-14T00:30:00.000Z" })[0]?.minutes).toBe(0);
  });

  it("nothing without such a time, on scene, or after its end", () => {
    const { dueAt: _, ...open } = sent;
    expect(rulesOfTask(open)).toEqual([]);
    expect(rulesOfTask({ ...sent, times: { ...sent.times, on_scene: "2026-10-14T01:20:00.000Z" } })).toEqual(
      [],
    );
    expect(rulesOfTask({ ...sent, status: "cancelled" })).toEqual([]);
  });
});
