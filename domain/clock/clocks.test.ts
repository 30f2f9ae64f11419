import { describe, expect, it } from "vitest";
import { account, Stage, subject, victims } from "@/tests/support/given";
import { viewOf } from "../view";
import { alarmSubject } from "./clock";
import { clockOf, clocksOf } from "./clocks";
import { clockConfigOf, ofBothSides } from "./config";

const request = "KH-00000000-0000-4000-8000-000000000003";
const stage = new Stage().released(victims);
stage.do(
  account("KH", "commander"),
  "request.make",
  { incidentId: subject, action: "rescue", urgency: "urgent" },
  request,
);
const { picture } = stage.nodes.LA.fold;

describe("a clock looked for by its alarm's subject", () => {
  it("K1 is the same as among all, for every clock that runs", () => {
    const all = clocksOf(picture);
    expect(all.map(({ kind }) => kind)).toContain("request-answer");
    for (const clock of all) expect(clockOf(picture, clock.id)).toEqual(clock);
    expect(clockOf(picture, alarmSubject("screening", subject))).toBeUndefined();
    expect(clockOf(picture, subject)).toBeUndefined();
  });
});

describe("a site's own minutes", () => {
  it("move the end of the clocks they are for and of no other", () => {
    const configs = ofBothSides(clockConfigOf({ answer: { urgent: 10 } }));
    const minutesOf = (clocks: ReturnType<typeof clocksOf>) =>
      Object.fromEntries(
        clocks.map(({ kind, startedAt, dueAt }) => [
          kind,
          (Date.parse(dueAt) - Date.parse(startedAt)) / 60_000,
        ]),
      );
    const usual = minutesOf(clocksOf(picture));
    expect(minutesOf(clocksOf(picture, configs))).toEqual({ ...usual, "request-answer": 10 });
    expect(usual["request-answer"]).toBe(240);
  });

  it("hold for decisions too, where they are handed in", () => {
    const known = { subjectTaken: () => false, refTaken: () => false, vector: () => ({}) };
    const configs = ofBothSides(clockConfigOf({ answer: { urgent: 10 } }));
    const id = alarmSubject("request-answer", request);
    expect(viewOf(picture, known, configs).clock(id)).toEqual(clockOf(picture, id, configs));
    expect(viewOf(picture, known).clock(id)).toEqual(clockOf(picture, id));
  });
});
