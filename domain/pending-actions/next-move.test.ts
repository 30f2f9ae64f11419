import { describe, expect, it } from "vitest";
import { pictureFor } from "@/domain/audience";
import { account, Stage, subject } from "@/tests/support/given";
import type { Picture } from "../picture";
import type { Country } from "../vocabulary";
import { nextMoveIn, nextMoveOf } from "./next-move";
import type { PendingAction } from "./pending-actions";

const request = "KH-00000000-0000-4000-8000-000000000003";
const unit = { KH: "KH-00000000-0000-4000-8000-0000000000aa", LA: "LA-00000000-0000-4000-8000-0000000000aa" };
const task = { KH: "KH-00000000-0000-4000-8000-0000000000bb", LA: "LA-00000000-0000-4000-8000-0000000000bb" };
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const desk = account("LA", "operator");

const asked = (action: string, body: object = {}) =>
  new Stage()
    .released()
    .do(khmer, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit.KH)
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit.LA)
    .do(khmer, "request.make", { incidentId: subject, action, urgency: "urgent", ...body }, request);

function requestIn({ requests }: Pick<Picture, "requests">) {
  const found = requests.get(request);
  if (!found) throw new Error("the request is not there");
  return found;
}

const requestOf = (stage: Stage) => requestIn(stage.nodes.LA.fold.picture);

/** The next move as desks of both sides and as walls of both sides have it: all must say the same. */
function nextMove(stage: Stage) {
  const told = (["KH", "LA"] as const).flatMap((country) => {
    const desk = stage.nodes[country].fold.picture;
    const wall = pictureFor("redacted", desk);
    return [desk, wall].map((picture) =>
      nextMoveOf(requestIn(picture), (id) => picture.tasks.get(id), picture.incidents.get(subject)),
    );
  });
  for (const other of told) expect(other).toEqual(told[0]);
  return told[0];
}

const assign = (country: Country, action: string) => ({
  incidentId: subject,
  unitId: unit[country],
  action,
  requestId: request,
});

describe("whose move it is", () => {
  it("is the asked side's with the request, the asking side's with a counter-offer, since each came", () => {
    const stage = asked("patrol");
    const { made } = requestOf(stage);
    expect(nextMove(stage)).toEqual({ countries: ["LA"], what: "read-request", since: made.at });
    stage.do(desk, "request.acknowledge", {}, request);
    expect(nextMove(stage)).toEqual({ countries: ["LA"], what: "answer-request", since: made.at });
    stage.do(lao, "request.counter", { action: "watch" }, request);
    const { at: since } = requestOf(stage).answered;
    expect(nextMove(stage)).toEqual({ countries: ["KH"], what: "answer-counter", since });
  });

  it("is nobody's once it has been declined or completed", () => {
    expect(nextMove(asked("patrol").do(lao, "request.decline", { reason: "no boat" }, request))).toBeNull();
    const done = asked("close-post").do(lao, "request.accept", {}, request);
    expect(nextMove(done)).toMatchObject({ countries: ["LA"], what: "complete-request" });
    expect(nextMove(done.do(lao, "request.complete", { result: "closed" }, request))).toBeNull();
  });

  it("in an accepted handover is both sides', until each has confirmed", () => {
    const handover = {
      of: "evidence",
      place: { lng: 106, lat: 13.929 },
      at: "2026-10-14T00:30:00.000Z",
      receivingDesk: "KH-BLO-1",
    };
    const stage = asked("handover", { handover }).do(lao, "request.accept", {}, request);
    expect(nextMove(stage)).toMatchObject({ countries: ["KH", "LA"], what: "confirm-handover" });
    stage.do(desk, "request.confirm", {}, request);
    expect(nextMove(stage)).toMatchObject({ countries: ["KH"], what: "confirm-handover" });
    stage.do(khmer, "request.confirm", {}, request);
    expect(nextMove(stage)).toMatchObject({ countries: ["LA"], what: "complete-request" });
  });

  it("in a joint patrol is each side's that has no unit yet, then both work", () => {
    const stage = asked("joint-patrol").do(lao, "request.accept", {}, request);
    expect(nextMove(stage)).toMatchObject({ countries: ["KH", "LA"], what: "assign-unit" });
    stage.do(lao, "task.assign", assign("LA", "joint-patrol"), task.LA);
    expect(nextMove(stage)).toMatchObject({ countries: ["KH"], what: "assign-unit" });
    stage.do(khmer, "task.assign", assign("KH", "joint-patrol"), task.KH);
    expect(nextMove(stage)).toMatchObject({ countries: ["KH", "LA"], what: "working" });
  });

  it("in a withdrawn request is that of each side whose unit is still out, and then nobody's", () => {
    const stage = asked("joint-patrol")
      .do(lao, "request.accept", {}, request)
      .do(lao, "task.assign", assign("LA", "joint-patrol"), task.LA)
      .do(khmer, "task.assign", assign("KH", "joint-patrol"), task.KH)
      .do(khmer, "request.withdraw", { reason: "found" }, request);
    const { at: since } = requestOf(stage).asked;
    expect(nextMove(stage)).toEqual({ countries: ["LA", "KH"], what: "cancel-task", since });
    stage.do(lao, "task.cancel", { reason: "withdrawn" }, task.LA);
    expect(nextMove(stage)).toEqual({ countries: ["KH"], what: "cancel-task", since });
    stage.do(khmer, "task.cancel", { reason: "withdrawn" }, task.KH);
    expect(nextMove(stage)).toBeNull();
  });
});

describe("the move that pending actions make", () => {
  const pending = (name: PendingAction["name"], by: Country): PendingAction => ({
    name,
    by,
    about: request,
    since: "2026-10-14T00:00:00.000Z",
  });

  it("is the most pressing one's, of all who owe it", () => {
    expect(nextMoveIn([])).toBeNull();
    const owed = [
      pending("confirm-handover", "KH"),
      pending("confirm-handover", "LA"),
      pending("complete-request", "LA"),
    ];
    expect(nextMoveIn(owed)).toMatchObject({ countries: ["KH", "LA"], what: "confirm-handover" });
  });

  it("is to read before it is to answer", () => {
    const owed = [pending("answer-request", "LA"), pending("read-request", "LA")];
    expect(nextMoveIn(owed)?.what).toBe("read-request");
  });
});
