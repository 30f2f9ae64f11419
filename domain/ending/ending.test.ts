import { describe, expect, it } from "vitest";
import { contextOf } from "@/tests/support/context";
import { account, flood, otherSubject, outcomeOf, Stage, subject } from "@/tests/support/given";
import type { Account } from "../actor";
import { clocksOf } from "../clock/clocks";
import type { Decision } from "../decision";
import { needOf } from "../pending-actions/needs";
import { pendingActionsOf } from "../pending-actions/pending-actions";

const id = (country: "KH" | "LA", last: string) => `${country}-00000000-0000-4000-8000-0000000000${last}`;
const unit = { KH: id("KH", "a1"), LA: id("LA", "a1") };
const task = { KH: id("KH", "b1"), LA: id("LA", "b1"), national: id("KH", "b2") };
const request = { KH: id("KH", "c1"), LA: id("LA", "c1") };
const proposal = id("LA", "d1");

const khmer = account("KH", "commander");
const desk = account("KH", "operator");
const lao = account("LA", "commander");
const watch = account("LA", "operator");
const system = account("KH", "system");
const close = { outcome: "resolved" };
const asks = { incidentId: subject, action: "patrol", urgency: "routine" };
const order = (country: "KH" | "LA", shared = true) => ({
  incidentId: subject,
  unitId: unit[country],
  action: "patrol",
  shared,
});

const released = () =>
  new Stage()
    .released()
    .do(khmer, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit.KH)
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "boat" }, unit.LA);

/** A joint and a national task, an open request, a standing proposal and an offer of ownership, all for KH to end. */
const busy = () =>
  released()
    .do(khmer, "task.assign", order("KH"), task.KH)
    .do(khmer, "task.assign", order("KH", false), task.national)
    .do(khmer, "request.make", asks, request.KH)
    .do(watch, "proposal.make", { incidentId: subject, changes: { impact: "very-high" } }, proposal)
    .do(khmer, "transfer.offer", { reason: "theirs" });
const all = [task.KH, task.national, request.KH, proposal, subject];

const runningIn = (decision: Decision) => (decision.ok ? undefined : decision.denial.running);
const pendingIn = (stage: Stage, country: "KH" | "LA") => {
  const entity = stage.seen(country);
  const context = contextOf(stage.nodes[country].fold.picture, subject);
  return entity ? pendingActionsOf(entity, context).map(({ name, by, about }) => [name, by, about]) : [];
};

describe("K8 closing and merging name what still runs, and end it with them", () => {
  const merge = (stage: Stage) => stage.released(flood, {}, otherSubject);

  it.each([
    ["incident.close", close],
    ["incident.merge", { into: otherSubject }],
  ] as const)("%s is a conflict that lists it, and changes nothing", (type, body) => {
    const stage = merge(busy());
    const said = stage.run(khmer, type, body);
    expect(said).toMatchObject({
      ok: false,
      denial: {
        reason: "still-running",
        running: [
          { id: task.KH, what: "task" },
          { id: task.national, what: "task" },
          { id: request.KH, what: "request" },
          { id: proposal, what: "proposal" },
          { id: subject, what: "transfer" },
        ],
      },
    });
    expect(stage.incident("KH").status).toBe("reported");
  });

  it.each([
    ["incident.close", close, "closed"],
    ["incident.merge", { into: otherSubject }, "merged"],
  ] as const)("%s ends all of it in one transaction, by the events of each", (type, body, status) => {
    const stage = merge(busy());
    const decision = stage.run(khmer, type, { ...body, ends: all });
    if (!decision.ok) throw new Error(decision.denial.reason);
    expect(decision.drafts.map((draft) => [draft.type, draft.scope])).toEqual([
      ["task.cancelled", "joint"],
      ["task.cancelled", "national"],
      ["request.withdrawn", "joint"],
      ["proposal.declined", "joint"],
      [type === "incident.close" ? "incident.closed" : "incident.merged", "joint"],
    ]);
    for (const country of ["KH", "LA"] as const) {
      const { tasks, requests, proposals } = stage.nodes[country].fold.picture;
      expect(tasks.get(task.KH)).toMatchObject({
        status: "cancelled",
        ended: { reason: `incident-${status}` },
      });
      expect(requests.get(request.KH)?.status).toBe("withdrawn");
      expect(proposals.get(proposal)?.status).toBe("declined");
      expect(stage.incident(country)).toMatchObject({ status, closed: { at: expect.any(String) } });
      expect(stage.incident(country).transfer).toBeUndefined();
      expect(pendingIn(stage, country)).toEqual([]);
    }
  });

  it("what is left out of `ends` still stops it, and what has ended meanwhile does not", () => {
    const stage = busy().do(khmer, "task.cancel", { reason: "back" }, task.KH);
    const some = all.filter((one) => one !== request.KH);
    expect(outcomeOf(stage.run(khmer, "incident.close", { ...close, ends: some }))).toBe("still-running");
    expect(outcomeOf(stage.run(khmer, "incident.close", { ...close, ends: all }))).toBe("accepted");
  });

  it("nothing to end: it closes as ever, with an empty list too", () => {
    expect(outcomeOf(released().run(desk, "incident.close", close))).toBe("accepted");
    expect(outcomeOf(released().run(desk, "incident.close", { ...close, ends: [] }))).toBe("accepted");
  });

  it("names nothing of another incident", () => {
    const stage = merge(busy()).do(
      khmer,
      "task.assign",
      { ...order("KH"), incidentId: otherSubject },
      id("KH", "b3"),
    );
    const decision = stage.run(khmer, "incident.close", { ...close, ends: [...all, id("KH", "b3")] });
    expect(decision).toMatchObject({ denial: { reason: "not-there", path: "body.ends.5" } });
  });
});

describe("K8 what a role cannot end refuses the close and is listed", () => {
  const byOperator = (stage: Stage, ends: string[], who: Account = desk) =>
    stage.run(who, "incident.close", { ...close, ends });

  it.each([
    ["a task", (stage: Stage) => stage.do(khmer, "task.assign", order("KH"), task.KH), task.KH, "task"],
    ["a request", (stage: Stage) => stage.do(khmer, "request.make", asks, request.KH), request.KH, "request"],
    ["an offer", (stage: Stage) => stage.do(khmer, "transfer.offer", { reason: "-" }), subject, "transfer"],
    [
      "the partner's request that waits for an answer",
      (stage: Stage) => stage.do(lao, "request.make", asks, request.LA),
      request.LA,
      "request",
    ],
  ] as const)("%s: a commander ends it, an operator does not", (_, run, about, what) => {
    const stage = run(released());
    expect(runningIn(byOperator(stage, [about]))).toEqual([{ id: about, what }]);
    expect(outcomeOf(byOperator(stage, [about], khmer))).toBe("accepted");
  });

  it("a proposal is an operator's to decline too", () => {
    const made = released().do(
      watch,
      "proposal.make",
      { incidentId: subject, changes: { impact: "low" } },
      proposal,
    );
    expect(outcomeOf(byOperator(made, [proposal]))).toBe("accepted");
  });

  it("the partner's own is not ours to end: naming it is a conflict, not naming it asks them to stand down", () => {
    const stage = released().do(lao, "task.assign", order("LA"), task.LA);
    expect(runningIn(stage.run(khmer, "incident.close", { ...close, ends: [task.LA] }))).toEqual([
      { id: task.LA, what: "task" },
    ]);
    expect(outcomeOf(stage.run(khmer, "incident.close", close))).toBe("accepted");
  });
});

describe("K8 the partner stands down what is its own", () => {
  const needs = (stage: Stage, who: Account) => {
    const entity = stage.seen(who.country);
    return entity && needOf(entity, who, contextOf(stage.nodes[who.country].fold.picture, subject));
  };

  it("a unit of its own: a need of its commander until it is cancelled or has done", () => {
    const stage = released().do(lao, "task.assign", order("LA"), task.LA).do(khmer, "incident.close", close);
    expect(pendingIn(stage, "LA")).toEqual([["stand-down", "LA", task.LA]]);
    expect(pendingIn(stage, "KH")).toEqual(pendingIn(stage, "LA"));
    expect([needs(stage, lao), needs(stage, watch), needs(stage, khmer)]).toEqual(["stand-down", null, null]);
    stage.do(lao, "task.cancel", { reason: "over" }, task.LA);
    expect([needs(stage, lao), pendingIn(stage, "KH")]).toEqual([null, []]);
  });

  it("a request of its own that was accepted here: it withdraws it, and nothing else is asked of anybody", () => {
    const stage = released()
      .do(lao, "request.make", asks, request.LA)
      .do(khmer, "request.accept", {}, request.LA)
      .do(khmer, "incident.close", close);
    for (const country of ["KH", "LA"] as const)
      expect(pendingIn(stage, country)).toEqual([["stand-down", "LA", request.LA]]);
    stage.do(lao, "request.withdraw", { reason: "over" }, request.LA);
    expect(pendingIn(stage, "LA")).toEqual([]);
  });

  it("an acceptance that comes after the close, with a unit: its side cancels it", () => {
    const stage = released().do(khmer, "request.make", asks, request.KH);
    const [here, there] = [stage.nodes.KH, stage.nodes.LA];
    const at = "2026-10-14T06:00:00.000Z";
    const [mine, theirs] = [here.own.length, there.own.length];
    const ends = [request.KH];
    expect(here.run({ type: "incident.close", subject, body: { ...close, ends } }, khmer, at).ok).toBe(true);
    const assign = { taskId: task.LA, unitId: unit.LA };
    expect(there.run({ type: "request.accept", subject: request.KH, body: { assign } }, lao, at).ok).toBe(
      true,
    );
    for (const event of here.own.slice(mine)) there.apply(event);
    for (const event of there.own.slice(theirs)) here.apply(event);
    for (const country of ["KH", "LA"] as const) {
      expect(pendingIn(stage, country)).toEqual([["cancel-task", "LA", request.KH]]);
      expect(clocksOf(stage.nodes[country].fold.picture).map(({ kind, due }) => [kind, due])).toEqual([
        ["task-after-withdrawal", "LA"],
      ]);
    }
    stage.do(lao, "task.cancel", { reason: "over" }, task.LA);
    expect([pendingIn(stage, "KH"), pendingIn(stage, "LA")]).toEqual([[], []]);
  });

  it("a task and a request that it made while the incident was closed here", () => {
    const stage = released();
    const [here, there] = [stage.nodes.KH, stage.nodes.LA];
    const at = "2026-10-14T06:00:00.000Z";
    const [mine, theirs] = [here.own.length, there.own.length];
    here.run({ type: "incident.close", subject, body: close }, desk, at);
    there.run({ type: "task.assign", subject: task.LA, body: order("LA") }, lao, at);
    there.run({ type: "request.make", subject: request.LA, body: asks }, lao, at);
    for (const event of here.own.slice(mine)) there.apply(event);
    for (const event of there.own.slice(theirs)) here.apply(event);
    const owed = [
      ["stand-down", "LA", request.LA],
      ["stand-down", "LA", task.LA],
    ];
    expect([pendingIn(stage, "KH"), pendingIn(stage, "LA")]).toEqual([owed, owed]);
  });

  it("after a recall what it has on the tombstone; the originator's own units go on", () => {
    const stage = released()
      .do(lao, "task.assign", order("LA"), task.LA)
      .do(khmer, "task.assign", order("KH"), task.KH)
      .do(khmer, "release.recall", { reason: "wrong" });
    expect(pendingIn(stage, "LA")).toEqual([["stand-down", "LA", task.LA]]);
    expect(needs(stage, lao)).toBe("stand-down");
    expect(pendingIn(stage, "KH")).toEqual([["stand-down", "LA", task.LA]]);
  });
});

describe("K8 a transfer", () => {
  const accepted = () =>
    released()
      .do(khmer, "task.assign", order("KH"), task.KH)
      .do(watch, "proposal.make", { incidentId: subject, changes: { impact: "low" } }, proposal)
      .do(khmer, "transfer.offer", { reason: "theirs" })
      .do(lao, "transfer.accept");

  it("is completed once no proposal is left that nobody could decide any more; units go on or end with it", () => {
    const stage = accepted();
    const refused = stage.run(khmer, "transfer.complete", {});
    expect(outcomeOf(refused)).toBe("still-running");
    stage.do(khmer, "transfer.complete", { ends: [proposal] });
    expect(stage.incident("LA").owner).toBe("LA");
    expect(stage.nodes.LA.fold.picture.tasks.get(task.KH)?.status).toBe("assigned");
    const other = accepted().do(khmer, "transfer.complete", { ends: [proposal, task.KH] });
    expect(other.nodes.LA.fold.picture.tasks.get(task.KH)).toMatchObject({
      status: "cancelled",
      ended: { reason: "incident-transferred" },
    });
  });

  it("of an incident that has ended is over: a late acceptance changes nothing", () => {
    const stage = released().do(khmer, "transfer.offer", { reason: "theirs" });
    stage.do(khmer, "incident.close", { ...close, ends: [subject] });
    expect(outcomeOf(stage.run(lao, "transfer.accept"))).toBe("wrong-status");
    stage.do(desk, "incident.reopen", { reason: "again" });
    expect(stage.incident("LA").transfer).toBeUndefined();
  });
});

describe("K8 S9 nothing leaves the picture while something runs on it", () => {
  it("neither archived nor expired before that has ended", () => {
    const stage = released().do(lao, "task.assign", order("LA"), task.LA).do(desk, "incident.close", close);
    expect(outcomeOf(stage.run(system, "incident.archive"))).toBe("still-running");
    stage.do(lao, "task.cancel", { reason: "over" }, task.LA);
    expect(outcomeOf(stage.run(system, "incident.archive"))).toBe("accepted");
    const open = released().do(khmer, "task.assign", order("KH"), task.KH);
    expect(outcomeOf(open.run(system, "incident.expire"))).toBe("still-running");
  });
});
