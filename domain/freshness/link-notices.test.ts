import { describe, expect, it } from "vitest";
import type { HeadsMessage } from "../protocol/down";
import { linkNotices } from "./link-notices";

const at = "2026-10-14T00:12:00.000Z";
const heads = (partner: Partial<HeadsMessage["partner"]> = {}): HeadsMessage => ({
  ...{ at, heads: {}, fold: { version: 2, digest: "0".repeat(64) } },
  partner: { state: "live", since: at, ...partner },
});
const names = (message: HeadsMessage | undefined, version = 2) =>
  linkNotices(message, version).map(({ name }) => name);

describe("what desks are told of the link", () => {
  it("is nothing while all is as usual, or nothing was heard", () => {
    expect(names(heads({ clockOffsetMs: 59_000 }))).toEqual([]);
    expect(names(undefined)).toEqual([]);
  });

  it("tells a quarantined event from one that is only held", () => {
    const waits = { stream: "LA.joint" as const, seq: 4, reason: "not-shared", since: at };
    expect(names(heads({ waits: { ...waits, state: "quarantined" } }))).toEqual(["quarantined"]);
    expect(names(heads({ waits: { ...waits, state: "held" } }))).toEqual(["held"]);
  });

  it("alarms a clock that is a minute off, either way, and asks an old page for a reload", () => {
    expect(names(heads({ clockOffsetMs: 60_000 }))).toEqual(["clock"]);
    expect(names(heads({ clockOffsetMs: -60_000 }))).toEqual(["clock"]);
    expect(names(heads(), 1)).toEqual(["reload"]);
  });
});
