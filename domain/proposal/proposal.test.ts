import { describe, expect, it } from "vitest";
import { account, flood, outcomeOf, Stage, subject } from "@/tests/support/given";
import type { Country } from "../vocabulary";

const proposal = "LA-00000000-0000-4000-8000-0000000000ee";
const khmer = account("KH", "operator");
const lao = account("LA", "operator");
const higher = { incidentId: subject, changes: { impact: "very-high" } };
const reason = { reason: "checked on the spot" };

const proposed = (body: object = higher) => new Stage().released().do(lao, "proposal.make", body, proposal);
const proposalOf = (stage: Stage, country: Country = "LA") =>
  stage.nodes[country].fold.picture.proposals.get(proposal);

describe("W11 a proposal", () => {
  it("is made by the partner, about what it holds", () => {
    const stage = new Stage().released();
    const own = proposal.replace("LA", "KH");
    expect(outcomeOf(stage.run(khmer, "proposal.make", higher, own))).toBe("own-country-may-not");
    const unreleased = new Stage().do(account("KH", "officer"), "incident.report", flood);
    expect(outcomeOf(unreleased.run(lao, "proposal.make", higher, proposal))).toBe("not-there");
    expect(proposalOf(proposed(), "KH")).toMatchObject({ status: "made", from: "LA", ...higher });
  });

  it("changes nothing until the owner accepts it, and then revises the incident in the same step", () => {
    const stage = proposed();
    expect(stage.incident("KH").impact).toBe("high");
    const before = stage.nodes.KH.own.length;
    stage.do(khmer, "proposal.accept", {}, proposal);
    expect(stage.nodes.KH.own.slice(before).map(({ type }) => type)).toEqual([
      "proposal.accepted",
      "incident.revised",
    ]);
    expect(stage.incident("LA").impact).toBe("very-high");
    expect(proposalOf(stage)).toMatchObject({ status: "accepted", answered: { desk: khmer.desk } });
  });

  it("W3 never holds the handling that its maker sets as the originator: the owner could not write it", () => {
    const given = new Stage()
      .released()
      .do(account("KH", "commander"), "transfer.offer", { reason: "It moves north" })
      .do(account("LA", "commander"), "transfer.accept")
      .do(account("KH", "commander"), "transfer.complete");
    const own = proposal.replace("LA", "KH");
    const handling = { incidentId: subject, changes: { handling: "H2" } };
    expect(given.incident("KH").owner).toBe("LA");
    expect(outcomeOf(given.run(khmer, "proposal.make", handling, own))).toBe("revise-instead");
    given.do(khmer, "incident.revise", { changes: handling.changes });
    expect(given.incident("LA").handling).toBe("H2");
  });

  it("is the owner's to decide, with a reason when it declines, and once", () => {
    const stage = proposed();
    expect(outcomeOf(stage.run(lao, "proposal.accept", {}, proposal))).toBe("not-the-owner");
    expect(outcomeOf(stage.run(khmer, "proposal.decline", {}, proposal))).toBe("bad-form");
    stage.do(khmer, "proposal.decline", reason, proposal);
    expect(proposalOf(stage)).toMatchObject({
      status: "declined",
      answered: { desk: khmer.desk, ...reason },
    });
    expect(outcomeOf(stage.run(khmer, "proposal.accept", {}, proposal))).toBe("wrong-status");
    expect(stage.incident("KH").impact).toBe("high");
  });

  it("cannot be accepted into an incident that is closed", () => {
    // The proposal is made at the partner while the incident is being closed here.
    const stage = new Stage().released();
    const { KH, LA } = stage.nodes;
    const [at, before] = ["2026-10-14T06:00:00.000Z", LA.own.length];
    LA.run({ type: "proposal.make", subject: proposal, body: higher }, lao, at);
    KH.run({ type: "incident.close", subject, body: { outcome: "resolved" } }, khmer, at);
    for (const event of LA.own.slice(before)) KH.apply(event);
    expect(outcomeOf(stage.run(khmer, "proposal.accept", {}, proposal))).toBe("wrong-status");
    expect(proposalOf(stage)?.status).toBe("made");
  });

  it("S7 accepted under a protection flag revises nationally alone", () => {
    const stage = proposed().do(khmer, "incident.revise", { changes: { protection: true } });
    stage.do(khmer, "proposal.accept", {}, proposal);
    expect(stage.incident("LA").impact).toBe("high");
    expect(stage.incident("KH").national?.pending).toEqual({ impact: "very-high" });
  });

  it("S6 accepted with a place of victims shows the partner the cell, and keeps the spot at home", () => {
    const place = { lng: 106.3456, lat: 13.8111 };
    const changes = { place, people: [{ role: "victim", sex: "unknown", ageBand: "unknown", count: 1 }] };
    const stage = proposed({ incidentId: subject, changes }).do(khmer, "proposal.accept", {}, proposal);
    expect(stage.incident("LA").place).toMatchObject({ lng: 106.35, lat: 13.85, coarse: true });
    expect(stage.incident("KH").national?.place).toMatchObject({ ...place, province: "KH-19" });
  });

  it("proposes something, and never a protection flag", () => {
    const make = (changes: object) =>
      outcomeOf(new Stage().released().run(lao, "proposal.make", { incidentId: subject, changes }, proposal));
    expect(make({})).toBe("bad-form");
    expect(make({ protection: true })).toBe("bad-form");
    expect(make({ kind: "river-accident" })).toBe("accepted");
  });
});

it("S9 leaves the picture once it is answered, by the proposer's own system", () => {
  const system = account("LA", "system");
  const stage = proposed();
  expect(outcomeOf(stage.run(system, "proposal.archive", {}, proposal))).toBe("wrong-status");
  stage.do(khmer, "proposal.decline", reason, proposal);
  expect(outcomeOf(stage.run(account("KH", "system"), "proposal.archive", {}, proposal))).toBe(
    "own-country-may-not",
  );
  stage.do(system, "proposal.archive", {}, proposal);
  expect([proposalOf(stage), proposalOf(stage, "KH")]).toEqual([undefined, undefined]);
});
