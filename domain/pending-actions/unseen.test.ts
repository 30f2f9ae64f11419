import { describe, expect, it } from "vitest";
import { contextOf } from "@/tests/support/context";
import { account, flood, outcomeOf, Stage, subject } from "@/tests/support/given";
import { pictureFor } from "../audience";
import { toWire } from "../derive";
import { isIncident } from "../incident/schema";
import { whats } from "../news";
import { roleMay } from "../permissions";
import type { Country } from "../vocabulary";
import { clearedBy, mayClear, unseenOf } from "./unseen";

const id = (country: Country, end: string) => `${country}-00000000-0000-4000-8000-0000000000${end}`;
const request = id("KH", "03");
const unit = { KH: id("KH", "aa"), LA: id("LA", "aa") };
const task = { KH: id("KH", "bb"), LA: id("LA", "bb") };
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const desk = { KH: account("KH", "operator"), LA: account("LA", "operator") };
const crew = (country: Country) => ({ ...account(country, "officer"), unitId: unit[country] });
const reason = { reason: "no boat" };
const help = { phrase: { id: "medical-needed", slots: { count: 2 } } };
const text = { text: { text: "Road is dry", lang: "en" } };
const order = (country: Country, shared = false) => ({
  ...{ incidentId: subject, unitId: unit[country], action: "patrol" },
  ...(shared ? { shared } : {}),
});

const released = (report: object = flood) =>
  new Stage()
    .released(report)
    .do(khmer, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit.KH)
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit.LA);
const asked = () =>
  released().do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request);

const vectorOf = (stage: Stage, country: Country) => stage.nodes[country].fold.vector;
const attend = (stage: Stage, who = desk.KH) =>
  stage.do(who, "incident.attend", { through: vectorOf(stage, who.country) });

/** What a country's desks have not seen. Its walls must count as much, or the fold and the redacted one differ. */
function unseen(stage: Stage, country: Country): string[] {
  const { picture } = stage.nodes[country].fold;
  const wall = pictureFor("redacted", picture);
  const told = [picture, wall].map((one) => {
    const entity = one.incidents.get(subject);
    return entity ? unseenOf(entity, contextOf(one, subject), country).map(({ what }) => what) : [];
  });
  expect(told[1]).toEqual(told[0]);
  return told[0] ?? [];
}
const both = (stage: Stage) => ({ KH: unseen(stage, "KH"), LA: unseen(stage, "LA") });

describe("K10 what comes back is unseen by the one it comes to", () => {
  it("a request, and every answer to it", () => {
    expect(both(asked())).toEqual({ KH: [], LA: ["request-made"] });
    const answered = (type: string, body: object) => both(asked().do(lao, type, body, request));
    expect(answered("request.decline", reason)).toEqual({ KH: ["request-declined"], LA: [] });
    expect(answered("request.accept", {})).toEqual({ KH: ["request-accepted"], LA: [] });
    expect(answered("request.counter", { action: "watch" })).toEqual({ KH: ["request-countered"], LA: [] });
    const withdrawn = both(asked().do(khmer, "request.withdraw", reason, request));
    expect(withdrawn).toEqual({ KH: [], LA: ["request-withdrawn"] });
  });

  it("the answer to a counter-offer, and a result, which replaces the acceptance", () => {
    const countered = () => asked().do(lao, "request.counter", { action: "close-post" }, request);
    const refused = countered().do(khmer, "request.refuse-counter", reason, request);
    expect(both(refused)).toEqual({ KH: [], LA: ["counter-refused"] });
    const agreed = countered().do(khmer, "request.accept-counter", {}, request);
    expect(both(agreed)).toEqual({ KH: [], LA: ["counter-accepted"] });
    agreed.do(lao, "request.complete", { result: "closed" }, request);
    expect(both(agreed)).toEqual({ KH: ["request-completed"], LA: [] });
  });

  it("a proposal and its outcome", () => {
    const made = id("LA", "04");
    const proposed = () =>
      released().do(desk.LA, "proposal.make", { incidentId: subject, changes: { kind: "timber" } }, made);
    expect(both(proposed())).toEqual({ KH: ["proposal-made"], LA: [] });
    expect(unseen(proposed().do(desk.KH, "proposal.accept", {}, made), "LA")).toContain("proposal-accepted");
    expect(both(proposed().do(desk.KH, "proposal.decline", reason, made))).toEqual({
      KH: [],
      LA: ["proposal-declined"],
    });
  });

  it("every step of a transfer, which replaces the one before", () => {
    const offered = () => released().do(khmer, "transfer.offer", reason);
    expect(both(offered())).toEqual({ KH: [], LA: ["transfer-offered"] });
    expect(both(offered().do(lao, "transfer.decline", reason))).toEqual({
      KH: ["transfer-declined"],
      LA: [],
    });
    const accepted = offered().do(lao, "transfer.accept");
    expect(both(accepted)).toEqual({ KH: ["transfer-accepted"], LA: [] });
    expect(both(accepted.do(khmer, "transfer.complete"))).toEqual({ KH: [], LA: ["transfer-completed"] });
  });

  it("a crew's refusal and result: of a national task to the own desks, of a shared one to both sides", () => {
    const sent = (shared: boolean) => released().do(khmer, "task.assign", order("KH", shared), task.KH);
    const refused = (shared: boolean) => both(sent(shared).do(crew("KH"), "task.decline", reason, task.KH));
    expect(refused(false)).toEqual({ KH: ["task-declined"], LA: [] });
    expect(refused(true)).toEqual({ KH: ["task-declined"], LA: ["task-declined"] });
    const done = sent(true).do(crew("KH"), "task.acknowledge", {}, task.KH);
    for (const to of ["en_route", "on_scene", "completed"])
      done.do(crew("KH"), "task.advance", { to }, task.KH);
    expect(both(done)).toEqual({ KH: ["task-completed"], LA: ["task-completed"] });
  });

  it("what an own commander does for a crew is nobody's news at home", () => {
    const stage = released().do(khmer, "task.assign", order("KH", true), task.KH);
    expect(both(stage.do(khmer, "task.cancel", reason, task.KH))).toEqual({ KH: [], LA: ["task-cancelled"] });
  });

  it("a message and a joint note, and each one counts", () => {
    const stage = released()
      .do(desk.LA, "message.post", { incidentId: subject, ...text }, id("LA", "c1"))
      .do(desk.LA, "message.post", { incidentId: subject, ...text }, id("LA", "c2"))
      .do(desk.LA, "incident.note", { ...text, audience: "joint" })
      .do(desk.LA, "incident.note", text);
    expect(both(stage)).toEqual({ KH: ["message", "message", "note"], LA: [] });
  });

  it("a crew's call for help before the release, graver than its message", () => {
    const stage = new Stage()
      .do(account("KH", "officer"), "incident.report", { ...flood, note: { text: "deep", lang: "en" } })
      .do(crew("KH"), "message.post", { incidentId: subject, ...text }, id("KH", "c1"))
      .do(crew("KH"), "message.post", { incidentId: subject, ...help }, id("KH", "c2"));
    expect(unseen(stage, "KH")).toEqual(["help-needed", "message"]);
    stage.do(desk.KH, "message.read", {}, id("KH", "c2"));
    expect(unseen(stage, "KH")).toEqual(["message"]);
  });

  it("an officer's change of what was released, until a desk sends it on", () => {
    const stage = released().do(account("KH", "officer"), "incident.revise", {
      changes: { impact: "low" },
    });
    expect(both(stage)).toEqual({ KH: ["revision-waits"], LA: [] });
    stage.do(desk.KH, "incident.revise", { changes: { impact: "low" } });
    expect(unseen(stage, "KH")).toEqual([]);
  });

  it("a graver change, the partner's until it was read, an own officer's until it was read or sent", () => {
    const graver = { changes: { dangerToLife: true } };
    const raised = released().do(desk.LA, "incident.acknowledge").do(desk.KH, "incident.revise", graver);
    expect(both(raised)).toEqual({ KH: [], LA: ["raised"] });
    expect(unseen(raised.do(desk.LA, "incident.acknowledge"), "LA")).toEqual([]);
    const national = released().do(account("KH", "officer"), "incident.revise", graver);
    expect(both(national)).toEqual({ KH: ["raised"], LA: [] });
    expect(unseen(national.do(desk.KH, "incident.revise", graver), "KH")).toEqual([]);
  });

  it("a recall, and nothing of what was there before it; a new release begins anew", () => {
    const stage = asked()
      .do(desk.KH, "incident.note", { ...text, audience: "joint" })
      .do(khmer, "release.recall", reason);
    expect(both(stage).LA).toEqual(["recalled"]);
    expect(JSON.stringify(stage.seen("LA"))).not.toContain("note");
    attend(stage, desk.LA);
    expect(unseen(stage, "LA")).toEqual([]);
    stage.do(desk.KH, "release.request").do(khmer, "release.approve");
    expect(stage.incident("LA").news).toBeUndefined();
  });

  it("is of the same weight for both sides: every joint event marks the joint part alike", () => {
    const stage = asked().do(lao, "request.decline", reason, request);
    const [kh, la] = [stage.nodes.KH.fold, stage.nodes.LA.fold];
    expect(kh.mark).toEqual(la.mark);
  });
});

describe("K10 it is seen", () => {
  it("by an own desk that had it on screen, and not by what came later", () => {
    const stage = asked().do(lao, "request.decline", reason, request);
    const held = vectorOf(stage, "KH");
    stage.do(desk.LA, "message.post", { incidentId: subject, ...text }, id("LA", "c1"));
    stage.do(desk.KH, "incident.attend", { through: held });
    expect(unseen(stage, "KH")).toEqual(["message"]);
  });

  it("where only a commander can answer, by a commander alone", () => {
    const stage = asked().do(lao, "request.counter", { action: "watch" }, request);
    expect(unseen(attend(stage), "KH")).toEqual(["request-countered"]);
    expect(unseen(attend(stage, khmer), "KH")).toEqual([]);
  });

  it("is a commander's exactly where no operator may give the answer", () => {
    const answers = {
      "task-declined": ["task.reassign"],
      "request-made": ["request.accept", "request.decline", "request.counter"],
      "request-countered": ["request.accept-counter", "request.refuse-counter"],
      "transfer-offered": ["transfer.accept", "transfer.decline"],
      "transfer-accepted": ["transfer.complete"],
      "proposal-made": ["proposal.accept", "proposal.decline"],
    } as const;
    for (const [what, types] of Object.entries(answers))
      expect(clearedBy[what as keyof typeof answers] === "commander", what).toBe(
        types.every((type) => !roleMay("operator", type)),
      );
    const commanders = whats.filter((what) => clearedBy[what] === "commander");
    expect(commanders.every((what) => what in answers)).toBe(true);
  });

  it("by no officer, auditor, protection officer or wall", () => {
    for (const role of ["officer", "auditor", "protection", "admin", "display", "system"] as const) {
      const stage = released();
      const who = { ...desk.KH, role };
      expect(outcomeOf(stage.run(who, "incident.attend", { through: {} }))).toBe("role-may-not");
      expect(whats.some((what) => mayClear(role, what))).toBe(false);
    }
  });

  it("up to what the own node holds: what lies ahead, or in the partner's national stream, is refused", () => {
    const stage = released();
    const ahead = (through: object) => stage.run(desk.LA, "incident.attend", { through });
    expect(ahead({ "KH.joint": 99 })).toMatchObject({
      denial: { reason: "ahead", path: "body.through.KH.joint" },
    });
    expect(outcomeOf(ahead({ "KH.national": 1 }))).toBe("ahead");
    expect(outcomeOf(ahead({ "KH.joint": 1 }))).toBe("accepted");
  });

  it("once: what says nothing new is accepted and writes nothing", () => {
    const stage = released();
    const through = { "KH.joint": 1 };
    stage.do(desk.LA, "incident.attend", { through });
    const written = stage.nodes.LA.own.length;
    stage.do(desk.LA, "incident.attend", { through });
    expect(stage.nodes.LA.own.length).toBe(written);
  });

  it("without standing for an acknowledgement or a reading, and with no trace at the partner", () => {
    const stage = released().do(desk.KH, "message.post", { incidentId: subject, ...text }, id("KH", "c1"));
    const before = JSON.stringify(stage.nodes.KH.applied);
    attend(stage, desk.LA);
    expect(stage.incident("LA").acknowledged.LA).toBeUndefined();
    expect(stage.nodes.LA.fold.picture.messages.get(id("KH", "c1"))?.read).toEqual({});
    expect(JSON.stringify(stage.nodes.KH.applied)).toBe(before);
    expect(stage.nodes.KH.fold.mark).toEqual(stage.nodes.LA.fold.mark);
  });

  it("A8 of what is not in the picture, as of what does not exist", () => {
    const stage = new Stage().do(account("KH", "officer"), "incident.report", flood);
    const of = (on: string) => outcomeOf(stage.run(desk.LA, "incident.attend", { through: {} }, on));
    expect([of(subject), of(id("KH", "ff"))]).toEqual(["not-there", "not-there"]);
  });
});

describe("K10 on the wire", () => {
  const wireOf = (stage: Stage, country: Country, view: "full" | "redacted" | "joint") => {
    const { picture } = stage.nodes[country].fold;
    const found = toWire(pictureFor(view, picture), { country, view }).incidents.find(
      (one) => one.id === subject,
    );
    if (!isIncident(found)) throw new Error("the incident is not there");
    return found;
  };
  const stage = asked()
    .do(lao, "request.decline", reason, request)
    .do(desk.LA, "message.post", { incidentId: subject, ...text }, id("LA", "c1"));

  it("desks are told what is unseen, own walls how much and the gravest, walls of the joint picture nothing", () => {
    const list = wireOf(stage, "KH", "full").national?.unseen;
    expect(list?.map(({ what }) => what)).toEqual(["request-declined", "message"]);
    const wall = wireOf(stage, "KH", "redacted");
    expect([wall.unseen, wall.why, wall.national]).toEqual([2, "request-declined", undefined]);
    const joint = wireOf(stage, "KH", "joint");
    expect([joint.unseen, joint.why, joint.attention]).toEqual([undefined, undefined, undefined]);
    expect(wireOf(stage, "LA", "full").national?.unseen).toBeUndefined();
  });
});
