import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextOf } from "@/tests/support/context";
import { account, flood, Stage, subject } from "@/tests/support/given";
import { clocksOf } from "../clock/clocks";
import { unseenOf } from "../pending-actions/unseen";
import { impacts } from "../vocabulary";
import { compareGravity, compareNewest, type Gravity, gravityOf } from "./gravity";

const minute = 60_000;
const nowMs = Date.parse("2026-10-14T03:00:00.000Z");
const gravity = (parts: Partial<Gravity> = {}): Gravity => {
  const dueMs = parts.dueMs ?? Number.POSITIVE_INFINITY;
  const at = "2026-10-14T01:00:00.000Z";
  return { tier: 2, impact: 0, at, ...parts, dueMs, overdue: dueMs <= nowMs };
};

const anyGravity = fc
  .record({
    tier: fc.constantFrom(0, 1, 2),
    impact: fc.integer({ min: -1, max: impacts.length - 1 }),
    dueMs: fc.oneof(
      fc.constant(Number.POSITIVE_INFINITY),
      fc.integer({ min: -5, max: 5 }).map((n) => nowMs + n * minute),
    ),
    at: fc.integer({ min: 0, max: 9 }).map((n) => `2026-10-14T01:0${n}:00.000Z`),
  })
  .map(gravity);

describe("the order by gravity", () => {
  it("U1 is danger to life, pursuit, overdue by impact, nearest deadline, impact, newest", () => {
    const inOrder = [
      gravity({ tier: 0 }),
      gravity({ tier: 1, dueMs: nowMs - minute }),
      gravity({ tier: 1 }),
      gravity({ impact: 3, dueMs: nowMs - minute }),
      gravity({ impact: 1, dueMs: nowMs - 9 * minute }),
      gravity({ impact: 1, dueMs: nowMs - minute }),
      gravity({ impact: 0, dueMs: nowMs + minute }),
      gravity({ impact: 3, dueMs: nowMs + 2 * minute }),
      gravity({ impact: 3 }),
      gravity({ impact: 2, at: "2026-10-14T02:00:00.000Z" }),
      gravity({ impact: 2 }),
      gravity({ impact: -1 }),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(inOrder, { minLength: inOrder.length, maxLength: inOrder.length }),
        (mixed) => {
          expect([...mixed].sort(compareGravity)).toEqual(inOrder);
        },
      ),
    );
  });

  it("U1 never puts a low incident above a danger to life, whatever is due", () => {
    fc.assert(
      fc.property(fc.array(anyGravity, { maxLength: 12 }), (some) => {
        const tiers = [...some].sort(compareGravity).map(({ tier }) => tier);
        expect(tiers).toEqual([...tiers].sort());
      }),
    );
  });

  it("U1 is a total order: two that compare equal differ in nothing it looks at", () => {
    fc.assert(
      fc.property(anyGravity, anyGravity, anyGravity, (a, b, c) => {
        expect(Math.sign(compareGravity(a, b))).toBe(-Math.sign(compareGravity(b, a)) + 0);
        if (compareGravity(a, b) <= 0 && compareGravity(b, c) <= 0)
          expect(compareGravity(a, c)).toBeLessThanOrEqual(0);
        if (compareGravity(a, b) === 0) expect(a).toEqual(b);
      }),
    );
  });

  it("keeps 'newest' as a choice", () => {
    const [older, newer] = [gravity({ tier: 0 }), gravity({ at: "2026-10-14T02:00:00.000Z" })];
    expect([older, newer].sort(compareNewest)).toEqual([newer, older]);
  });
});

describe("the gravity of an incident", () => {
  const request = "KH-00000000-0000-4000-8000-000000000003";
  const of = (stage: Stage, at = nowMs) => {
    const { picture } = stage.nodes.KH.fold;
    const requests = [...picture.requests.values()];
    const unseen = unseenOf(stage.incident("KH"), contextOf(picture, subject), "KH");
    return gravityOf(stage.incident("KH"), { requests, clocks: clocksOf(picture), unseen }, "KH", at);
  };

  it("U1 is a danger to life also by what is asked for on it, until that has ended", () => {
    const stage = new Stage().released({ ...flood, impact: "low" });
    expect(of(stage).tier).toBe(2);
    const ask = { incidentId: subject, action: "rescue", urgency: "danger-to-life" };
    stage.do(account("KH", "commander"), "request.make", ask, request);
    expect(of(stage).tier).toBe(0);
    stage.do(account("LA", "commander"), "request.decline", { reason: "no boat" }, request);
    expect(of(stage).tier).toBe(2);
    expect(of(new Stage().released({ ...flood, kind: "pursuit", impact: "low" })).tier).toBe(1);
    expect(of(new Stage().released({ ...flood, impact: "low", dangerToLife: true })).tier).toBe(0);
  });

  it("U1 is a danger to life by a call for help, until it has been seen", () => {
    const crew = { ...account("KH", "officer"), unitId: "KH-00000000-0000-4000-8000-0000000000aa" };
    const stage = new Stage()
      .released({ ...flood, impact: "low" })
      .do(account("KH", "commander"), "unit.register", { callsign: "STR-21", kind: "patrol" }, crew.unitId)
      .do(
        crew,
        "message.post",
        { incidentId: subject, phrase: { id: "medical-needed", slots: { count: 2 } } },
        "KH-00000000-0000-4000-8000-0000000000c1",
      );
    expect(of(stage).tier).toBe(0);
    stage.do(account("KH", "operator"), "incident.attend", { through: stage.nodes.KH.fold.vector });
    expect(of(stage).tier).toBe(2);
  });

  it("U1 takes the nearest deadline of either side, overdue from the moment it passes, and none that is paused", () => {
    const stage = new Stage().do(account("KH", "officer"), "incident.report", flood);
    const [clock] = clocksOf(stage.nodes.KH.fold.picture);
    if (!clock) throw new Error("no deadline runs");
    const dueMs = Date.parse(clock.dueAt);
    expect(of(stage, dueMs - 1)).toMatchObject({ dueMs, overdue: false });
    expect(of(stage, dueMs).overdue).toBe(true);
    stage.do(account("KH", "operator"), "clock.pause", { reason: "night" }, clock.id);
    expect(of(stage, dueMs)).toMatchObject({ dueMs: Number.POSITIVE_INFINITY, overdue: false });
  });
});
