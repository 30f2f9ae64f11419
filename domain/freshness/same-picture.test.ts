import { describe, expect, it } from "vitest";
import type { HeadsMessage } from "../protocol/down";
import { foldVersion } from "../protocol/version";
import { bridgeState, clockOffset, sideState } from "./same-picture";

const at = "2026-10-14T00:12:00.000Z";
const zero = "0".repeat(64);
const heads = (partner: Partial<HeadsMessage["partner"]>): HeadsMessage => ({
  at,
  heads: { "KH.joint": { seq: 9, hash: zero }, "LA.joint": { seq: 4, hash: zero } },
  fold: { version: foldVersion, digest: zero },
  partner: { state: "live", since: at, ...partner },
});
const live = { name: "live" } as const;

describe("the bridge", () => {
  it("D3 says same only when this screen is live and the partner holds as much", () => {
    expect(bridgeState(live, false, heads({ same: true }))).toEqual({ name: "same" });
    expect(bridgeState(live, false, heads({}))).toEqual({ name: "live" });
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
    const behind = { events: 2, seconds: 12 };
    expect(bridgeState(live, false, heads({ state: "behind", applied, behind }))).toEqual({
      name: "partner-behind",
      behind: 2,
      seconds: 12,
    });
  });

  it("says that the partner's events are not here yet when the partner lacks nothing", () => {
    const applied = { "KH.joint": 9, "LA.joint": 7 };
    const behind = { events: 3, seconds: 4 };
    expect(bridgeState(live, false, heads({ state: "behind", applied, behind }))).toEqual({
      name: "receiving",
      behind: 3,
      seconds: 4,
    });
  });

  it("does not call what is just crossing behind while the link is live", () => {
    const applied = { "KH.joint": 8, "LA.joint": 4 };
    expect(bridgeState(live, false, heads({ applied, same: true }))).toEqual({ name: "same" });
  });

  it.each(["live", "behind"] as const)("never says same while events are held (%s)", (state) => {
    const partner = { state, same: true, held: 2, behind: { events: 2, seconds: 40 } };
    expect(bridgeState(live, false, heads(partner))).toEqual({ name: "held", held: 2 });
    expect(bridgeState(live, false, heads({ ...partner, held: 0, state: "live" }))).toEqual({ name: "same" });
  });

  it("a link that is down comes before what is held", () => {
    expect(bridgeState(live, false, heads({ state: "down", held: 2 })).name).toBe("partner-down");
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
    expect(sideState(presence, "LA")).toEqual({
      ...{ screens: 3, behind: 3, same: false, otherVersion: false },
      ...{ silent: 0, onlyWallsSilent: true },
    });
    expect(sideState(presence, "KH")).toEqual({
      ...{ screens: 1, behind: 0, same: true, otherVersion: false },
      ...{ silent: 0, onlyWallsSilent: true },
    });
    const silent = (screen: "wall" | "command", silent: number) => ({
      ...{ country: "KH" as const, screen, count: 3, behind: 0, same: true, silent },
    });
    expect(sideState([silent("wall", 2)], "KH")).toMatchObject({ silent: 2, onlyWallsSilent: true });
    expect(sideState([silent("wall", 2), silent("command", 1)], "KH")).toMatchObject({
      ...{ silent: 3, onlyWallsSilent: false },
    });
    const newer = presence.map((row) => ({ ...row, same: true, otherVersion: true as const }));
    expect(sideState(newer, "LA")).toMatchObject({ same: true, otherVersion: true });
  });
});

describe("the partner's clock", () => {
  const offset = (clockOffsetMs?: number) =>
    clockOffset(heads(clockOffsetMs === undefined ? {} : { clockOffsetMs }).partner);
  it.each([undefined, 0, 1_999, -1_999])("is no word worth at %s ms", (ms) => {
    expect(offset(ms)).toBeUndefined();
  });
  it("is shown from 2 s on, and an alarm from 60 s on", () => {
    expect(offset(2_000)).toEqual({ direction: "fast", seconds: 2, alarm: false });
    expect(offset(-59_900)).toEqual({ direction: "slow", seconds: 60, alarm: false });
    expect(offset(-120_000)).toEqual({ direction: "slow", seconds: 120, alarm: true });
  });
});

it("calls for a decision only where somebody has to decide", () => {
  const waits = { stream: "LA.joint" as const, seq: 5, reason: "unknown-type", since: at };
  const state = (name: "held" | "quarantined") =>
    bridgeState(live, false, heads({ held: 1, waits: { ...waits, state: name } }));
  expect(state("held")).toEqual({ name: "held", held: 1, calm: true });
  expect(state("quarantined")).toEqual({ name: "held", held: 1 });
});

describe("a link that is not set up, and versions that differ", () => {
  it("says so, and neither down nor different", () => {
    expect(bridgeState(live, false, heads({ state: "down", linked: false }))).toEqual({ name: "unlinked" });
    expect(bridgeState(live, false, heads({ alarm: "forged", same: true }))).toEqual({ name: "forged" });
    expect(bridgeState(live, false, heads({ alarm: "contradiction", restored: true }))).toEqual({
      name: "restored",
    });
    expect(bridgeState(live, false, heads({ otherVersion: true }))).toEqual({ name: "other-version" });
    const server = { ...heads({ same: true }), fold: { version: foldVersion + 1, digest: "0".repeat(64) } };
    expect(bridgeState(live, false, server)).toEqual({ name: "other-version" });
    const down = { ...server, partner: heads({ state: "down" }).partner };
    expect(bridgeState(live, false, down)).toMatchObject({ name: "partner-down" });
  });
});
