import { describe, expect, it } from "vitest";
import { account, flood, Stage } from "@/tests/support/given";
import type { Vector } from "../envelope";
import type { HeadsMessage } from "../protocol/down";
import { notYetThere, waitingOf, waitingToCross } from "./crossing";

describe("what waits to cross", () => {
  const vector = { "KH.joint": 9, "KH.national": 40, "LA.joint": 7 };
  it.each([
    [{ "KH.joint": 6, "LA.joint": 2 }, 3],
    [{ "KH.joint": 9 }, 0],
    [{ "KH.joint": 12 }, 0],
    [undefined, 9],
  ])("%o", (applied, waiting) => {
    expect(waitingToCross(applied ? { applied } : {}, vector, "KH")).toBe(waiting);
  });
});

describe("what a screen says waits to cross", () => {
  const heads = (partner: HeadsMessage["partner"]): HeadsMessage => ({
    at: "2026-10-14T00:00:00.000Z",
    heads: { "KH.joint": { seq: 9, hash: "" }, "KH.national": { seq: 40, hash: "" } },
    fold: { version: 1, digest: "" },
    partner,
  });
  const since = "2026-10-14T00:00:00.000Z";

  it("is what its node holds and the partner has not confirmed", () => {
    expect(waitingOf(heads({ state: "down", since, applied: { "KH.joint": 4 } }), "KH")).toBe(5);
    expect(waitingOf(heads({ state: "live", since, applied: { "KH.joint": 9 } }), "KH")).toBe(0);
  });

  it("is nothing where one server serves both countries", () => {
    expect(waitingOf(heads({ state: "shared", since, applied: { "KH.joint": 4 } }), "KH")).toBe(0);
  });
});

describe("a release that has not reached the partner", () => {
  const partner = (applied: Vector | undefined, state: "live" | "down" | "shared" = "down") => ({
    state,
    ...(applied ? { applied } : {}),
  });
  const released = () => new Stage().released(flood);
  const seen = (stage: Stage, country: "KH" | "LA") => {
    const entity = stage.seen(country);
    if (!entity) throw new Error("no incident");
    return entity;
  };

  it("is marked from the release until the partner has taken it in, whatever the line does", () => {
    const entity = seen(released(), "KH");
    expect(notYetThere(entity, "KH", partner(undefined))).toBe("released");
    expect(notYetThere(entity, "KH", partner({ "KH.joint": 0, "LA.joint": 50 }))).toBe("released");
    expect(notYetThere(entity, "KH", partner({ "KH.joint": 0 }, "live"))).toBe("released");
    expect(notYetThere(entity, "KH", partner({ "KH.joint": 1 }))).toBeUndefined();
  });

  it("is never marked by one server for both countries, nor on the side that received it", () => {
    const stage = released();
    expect(notYetThere(seen(stage, "KH"), "KH", partner({ "KH.joint": 0 }, "shared"))).toBeUndefined();
    expect(notYetThere(seen(stage, "LA"), "LA", partner({ "KH.joint": 0 }))).toBeUndefined();
  });

  it("is not marked where no link is set up", () => {
    const entity = seen(released(), "KH");
    expect(notYetThere(entity, "KH", { state: "down", linked: false })).toBeUndefined();
  });

  it("is a recall once it was taken back, and nothing while it is national", () => {
    const stage = released().do(account("KH", "commander"), "release.recall", { reason: "by mistake" });
    expect(notYetThere(seen(stage, "KH"), "KH", partner({ "KH.joint": 1 }))).toBe("recalled");
    expect(notYetThere(seen(stage, "KH"), "KH", partner({ "KH.joint": 2 }))).toBeUndefined();
    const national = new Stage().do(account("KH", "officer"), "incident.report", flood);
    expect(notYetThere(seen(national, "KH"), "KH", partner(undefined))).toBeUndefined();
  });
});
