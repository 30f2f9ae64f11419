import { describe, expect, it } from "vitest";
import type { HeadsMessage } from "../protocol/down";
import { bridgeState, sideState } from "./same-picture";

const at = "2026-10-14T00:12:00.000Z";
const zero = "0".repeat(64);
const heads = (partner: Partial<HeadsMessage["partner"]>): HeadsMessage => ({
  at,
  heads: { "KH.joint": { seq: 9, hash: zero }, "LA.joint": { seq: 4, hash: zero } },
  fold: { version: 1, digest: zero },
  partner: { state: "live", since: at, ...partner },
});
const live = { name: "live" } as const;

describe("the bridge", () => {
  it("D3 says same only when this screen is live and the partner holds as much", () => {
    expect(bridgeState(live, false, heads({}))).toEqual({ name: "same" });
    expect(bridgeState(live, false, undefined)).toEqual({ name: "connecting" });
    expect(bridgeState({ name: "stale", since: 7 }, false, heads({}))).toEqual({
      name: "stale",
      since: 7,
    });
  });

  it("counts what the partner lacks", () => {
    const applied = { "KH.joint": 7, "LA.joint": 4 };
    expect(bridgeState(live, false, heads({ state: "behind", applied }))).toEqual({
      name: "partner-behind",
      behind: 2,
    });
  });

  it("names a link that is down, a different picture, and an own picture that is being reloaded", () => {
    expect(bridgeState(live, false, heads({ state: "down" }))).toEqual({
      name: "partner-down",
      since: Date.parse(at),
    });
    expect(bridgeState(live, false, heads({ same: false }))).toEqual({ name: "different" });
    expect(bridgeState(live, true, heads({}))).toEqual({ name: "reloading" });
  });

  it("adds up the screens of a side and names the slowest", () => {
    const presence = [
      { country: "LA" as const, screen: "wall" as const, count: 1, behind: 0, same: false },
      { country: "LA" as const, screen: "command" as const, count: 2, behind: 3, same: false },
      { country: "KH" as const, screen: "command" as const, count: 1, behind: 0, same: true },
    ];
    expect(sideState(presence, "LA")).toEqual({ screens: 3, behind: 3, same: false });
    expect(sideState(presence, "KH")).toEqual({ screens: 1, behind: 0, same: true });
  });
});
