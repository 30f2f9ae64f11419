import { describe, expect, it } from "vitest";
import type { Clock } from "@/domain/clock/clocks";
import { account, Stage, subject } from "@/tests/support/given";
import { byOpenness, clockAbout, dueFor, isUnsent, nextMoveOf, requestClocks } from "./state";

const request = "KH-00000000-0000-4000-8000-000000000003";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");

const asked = (action: string) =>
  new Stage()
    .released()
    .do(khmer, "request.make", { incidentId: subject, action, urgency: "urgent" }, request);
function requestOf(stage: Stage) {
  const found = stage.nodes.LA.fold.picture.requests.get(request);
  if (!found) throw new Error("the request is not there");
  return found;
}
const noTask = () => undefined;

describe("who holds the ball", () => {
  it("is the asked side with the request, the asking side with a counter-offer, since each came", () => {
    const stage = asked("patrol");
    const { made } = requestOf(stage);
    expect(nextMoveOf(requestOf(stage), noTask)).toEqual({
      countries: ["LA"],
      word: "read-request",
      since: made.at,
    });
    stage.do(lao, "request.counter", { action: "watch" }, request);
    expect(nextMoveOf(requestOf(stage), noTask)).toEqual({
      countries: ["KH"],
      word: "answer-counter",
      since: requestOf(stage).answered.at,
    });
  });

  it("is both sides in a joint patrol without units, and nobody when it has ended", () => {
    const stage = asked("joint-patrol").do(lao, "request.accept", {}, request);
    expect(nextMoveOf(requestOf(stage), noTask)).toMatchObject({
      countries: ["KH", "LA"],
      word: "assign-unit",
    });
    stage.do(lao, "request.complete", { result: "done" }, request);
    expect(nextMoveOf(requestOf(stage), noTask)).toBeNull();
    expect(byOpenness([requestOf(stage)], noTask)).toMatchObject({ open: [], ended: [{ id: request }] });
  });
});

const clock = (part: Partial<Clock>) => ({ about: request, due: "LA", paused: false, ...part }) as Clock;

describe("the clock that is shown", () => {
  it("is the one that runs out first and runs", () => {
    const [paused, running] = [clock({ id: "a", paused: true }), clock({ id: "b" })];
    expect(clockAbout([paused, running], request)).toBe(running);
    expect(clockAbout([paused], request)).toBe(paused);
    expect(clockAbout([running], "another")).toBeUndefined();
    expect(dueFor([paused, running], "LA")).toBe(running);
    expect(dueFor([running], "KH")).toBeUndefined();
  });
});

describe("the live requests", () => {
  it("stand in the order in which they run out, each once, the paused last", () => {
    const clocks = [
      clock({ id: "1", about: "paused", paused: true }),
      clock({ id: "2", about: "first" }),
      clock({ id: "3", about: "incident" }),
      clock({ id: "4", about: "second" }),
      clock({ id: "5", about: "first" }),
    ];
    const shown = requestClocks(clocks, (id) => id !== "incident");
    expect(shown.map(({ id }) => id)).toEqual(["2", "4", "1"]);
  });
});

describe("what was done while the link was down", () => {
  const down = { state: "down", since: "2026-10-14T00:10:00.000Z" } as const;
  it.each([
    ["after the cut, by this side", "2026-10-14T00:11:00.000Z", "KH", down, true],
    ["before the cut", "2026-10-14T00:09:00.000Z", "KH", down, false],
    ["by the other side", "2026-10-14T00:11:00.000Z", "LA", down, false],
    ["with the link up", "2026-10-14T00:11:00.000Z", "KH", { ...down, state: "live" }, false],
  ] as const)("is not sent yet: %s", (_, at, by, partner, expected) => {
    expect(isUnsent({ at, by }, "KH", partner)).toBe(expected);
  });
});
