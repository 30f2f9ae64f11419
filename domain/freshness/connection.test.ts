import { describe, expect, it } from "vitest";
import { type ConnectionState, type Signal, transition } from "./connection";

const states: ConnectionState[] = [
  { name: "connecting" },
  { name: "live" },
  { name: "catching-up", behind: 3 },
  { name: "stale", since: 1_000 },
  { name: "ended", code: "unauthenticated" },
];
const signals: Signal[] = [
  { type: "caught-up" },
  { type: "behind", by: 5 },
  { type: "lost", since: 9_000 },
  { type: "refused", code: "protocol" },
  { type: "started" },
];
/** What each state becomes on each signal, in the order above. */
const expected: Record<ConnectionState["name"], string[]> = {
  connecting: ["live", "catching-up", "stale", "ended", "connecting"],
  live: ["live", "catching-up", "stale", "ended", "live"],
  "catching-up": ["live", "catching-up", "stale", "ended", "catching-up"],
  stale: ["live", "catching-up", "stale", "ended", "stale"],
  ended: ["ended", "ended", "ended", "ended", "connecting"],
};

describe("the connection's states", () => {
  it.each(states)("go on from $name as the table says", (state) => {
    expect(signals.map((signal) => transition(state, signal).name)).toEqual(expected[state.name]);
  });

  it("keep the first moment of silence", () => {
    expect(transition({ name: "stale", since: 1_000 }, { type: "lost", since: 9_000 })).toEqual({
      name: "stale",
      since: 1_000,
    });
  });

  it("stay the same object when nothing changes", () => {
    const state: ConnectionState = { name: "catching-up", behind: 5 };
    expect(transition(state, { type: "behind", by: 5 })).toBe(state);
  });
});
