import { describe, expect, it } from "vitest";
import { account, flood, outcomeOf, Stage, subject } from "@/tests/support/given";
import type { Country } from "../vocabulary";

const message = "KH-00000000-0000-4000-8000-0000000000cc";
const operator = account("KH", "operator");
const lao = account("LA", "operator");
const text = { text: { text: "Water rises at the ferry", lang: "en" } };
const phrase = { phrase: { id: "persons-safe", slots: { count: 3 } } };

const heldBy = (stage: Stage, country: Country) => stage.nodes[country].fold.picture.messages.get(message);
const reported = () => new Stage().do(account("KH", "officer"), "incident.report", flood);

describe("a message", () => {
  it("without an incident is joint", () => {
    const stage = new Stage().do(operator, "message.post", phrase, message);
    expect(heldBy(stage, "LA")).toMatchObject({ from: { desk: operator.desk, country: "KH" }, ...phrase });
    expect(heldBy(stage, "LA")).toEqual(heldBy(stage, "KH"));
  });

  it("W2 on an incident follows it: national before the release, joint after", () => {
    const stage = reported().do(operator, "message.post", { ...text, incidentId: subject }, message);
    expect(heldBy(stage, "KH")).toMatchObject({ unshared: true });
    expect(heldBy(stage, "LA")).toBeUndefined();
    stage.do(operator, "release.request").do(account("KH", "commander"), "release.approve");
    const later = message.replace(/cc$/, "cd");
    stage.do(operator, "message.post", { ...text, incidentId: subject }, later);
    expect(stage.nodes.LA.fold.picture.messages.get(later)).toMatchObject(text);
    expect(heldBy(stage, "LA")).toBeUndefined();
  });

  it("A8 is about an incident of the own picture: another's and none get the same answer", () => {
    const about = (incidentId: string) =>
      reported().run(lao, "message.post", { ...text, incidentId }, message.replace("KH", "LA"));
    const denial = { reason: "not-there", path: "body.incidentId" };
    expect(about(subject)).toEqual({ ok: false, denial });
    expect(about(message)).toEqual({ ok: false, denial });
  });

  it("is a phrase or a text, with the slots of the phrase", () => {
    const post = (body: object) => outcomeOf(new Stage().run(operator, "message.post", body, message));
    expect(post({})).toBe("bad-form");
    expect(post({ ...text, ...phrase })).toBe("bad-form");
    expect(post({ phrase: { id: "persons-safe", slots: {} } })).toBe("bad-form");
    expect(post({ phrase: { id: "call-us", slots: {} } })).toBe("accepted");
  });

  it("has a subject of its maker that was never used", () => {
    const stage = new Stage().do(operator, "message.post", text, message);
    expect(outcomeOf(stage.run(operator, "message.post", text, message))).toBe("subject-taken");
    expect(outcomeOf(stage.run(lao, "message.post", text, message.replace(/cc$/, "ce")))).toBe(
      "foreign-subject",
    );
  });

  it("C3 is posted and read by who reports and by desks, not by who only looks on", () => {
    for (const role of ["protection", "auditor", "admin"] as const) {
      const stage = new Stage();
      expect(outcomeOf(stage.run({ ...operator, role }, "message.post", text, message))).toBe("role-may-not");
    }
    expect(outcomeOf(new Stage().run(account("KH", "officer"), "message.post", text, message))).toBe(
      "accepted",
    );
  });
});

describe("reading", () => {
  it("counts once per country, the first desk of each", () => {
    const stage = new Stage()
      .do(operator, "message.post", text, message)
      .do(lao, "message.read", {}, message)
      .do(operator, "message.read", {}, message);
    const again = account("LA", "operator", 2);
    expect(outcomeOf(stage.run(again, "message.read", {}, message))).toBe("already-read");
    expect(heldBy(stage, "KH")?.read).toMatchObject({ KH: { desk: operator.desk }, LA: { desk: lao.desk } });
  });

  it("A8 of what never crossed is reading of nothing", () => {
    const stage = reported().do(operator, "message.post", { ...text, incidentId: subject }, message);
    expect(outcomeOf(stage.run(lao, "message.read", {}, message))).toBe("not-there");
  });
});

it("S9 archived, it leaves both pictures", () => {
  const stage = new Stage().do(operator, "message.post", text, message);
  stage.do(account("KH", "system"), "message.archive", {}, message);
  expect([heldBy(stage, "KH"), heldBy(stage, "LA")]).toEqual([undefined, undefined]);
});
