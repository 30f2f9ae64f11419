import { describe, expect, it } from "vitest";
import { contextOf } from "@/tests/support/context";
import { account, outcomeOf, Stage, subject } from "@/tests/support/given";
import { pendingActionsOf } from "../pending-actions/pending-actions";

const request = "KH-00000000-0000-4000-8000-000000000003";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const desk = account("KH", "operator");
const watch = account("LA", "operator");

const agreed = (of: "persons" | "evidence" | "vehicles" = "persons", at = "2026-10-14T00:30:00.000Z") =>
  new Stage()
    .released()
    .do(
      khmer,
      "request.make",
      {
        incidentId: subject,
        action: "handover",
        urgency: "routine",
        handover: { of, place: { lng: 106, lat: 13.9 }, at, receivingDesk: "LA-BLO-1" },
      },
      request,
    )
    .do(lao, "request.accept", {}, request);
const confirm = (stage: Stage, who = desk, body: object = { count: 3 }) =>
  stage.run(who, "request.confirm", body, request);
const requestOf = (stage: Stage) => stage.nodes.LA.fold.picture.requests.get(request);
const pending = (stage: Stage) =>
  pendingActionsOf(stage.incident("LA"), contextOf(stage.nodes.LA.fold.picture, subject)).map(
    ({ name, by }) => `${name} ${by}`,
  );

describe("K9 a handover is confirmed with what was counted", () => {
  it("of persons only with a number; of things with or without one", () => {
    const said = confirm(agreed(), desk, {});
    expect(said).toMatchObject({ ok: false, denial: { reason: "bad-form", path: "body.count" } });
    expect(outcomeOf(confirm(agreed()))).toBe("accepted");
    expect(outcomeOf(confirm(agreed("vehicles"), desk, {}))).toBe("accepted");
    expect(outcomeOf(confirm(agreed("evidence"), desk, { count: 40 }))).toBe("accepted");
    for (const count of [0, -1, 1.5, 10_001, "3"])
      expect(outcomeOf(confirm(agreed(), desk, { count }))).toBe("bad-form");
  });

  it("with the time it took place, and each side's own number beside the other's", () => {
    const happenedAt = "2026-10-14T00:08:30.000Z";
    const stage = agreed();
    confirm(stage, desk, { count: 3, happenedAt });
    confirm(stage, watch, { count: 3 });
    expect(requestOf(stage)?.asked.confirmed).toEqual({ at: happenedAt, desk: desk.desk, count: 3 });
    expect(requestOf(stage)?.answered.confirmed).toMatchObject({ count: 3 });
    expect(pending(stage)).toEqual(["complete-request LA"]);
  });

  it("never before it can have taken place: neither unanswered nor long before the appointment", () => {
    const later = agreed("persons", "2026-10-14T09:00:00.000Z");
    expect(confirm(later)).toMatchObject({ denial: { reason: "too-early" } });
    expect(confirm(later, desk, { count: 3, happenedAt: "2026-10-14T00:08:00.000Z" })).toMatchObject({
      denial: { reason: "too-early", path: "body.happenedAt" },
    });
    const unanswered = new Stage()
      .released()
      .do(khmer, "request.make", { incidentId: subject, action: "handover", urgency: "routine" }, request);
    expect(outcomeOf(confirm(unanswered))).toBe("wrong-status");
  });

  it("while the numbers differ both must count again, and it is not completed", () => {
    const stage = agreed();
    confirm(stage, desk, { count: 3 });
    confirm(stage, watch, { count: 4 });
    expect(pending(stage)).toEqual(["confirm-handover KH", "confirm-handover LA"]);
    expect(outcomeOf(stage.run(lao, "request.complete", { result: "done" }, request))).toBe("numbers-differ");
    expect(outcomeOf(confirm(stage, watch, { count: 4 }))).toBe("nothing-to-change");
    confirm(stage, watch, { count: 3 });
    expect(pending(stage)).toEqual(["complete-request LA"]);
    expect(outcomeOf(stage.run(lao, "request.complete", { result: "done" }, request))).toBe("accepted");
  });
});
