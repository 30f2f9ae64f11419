import { describe, expect, it } from "vitest";
import { WakeLock, type WakeLockState } from "./wake-lock";

/** A browser that gives locks, or not, and takes them away. */
function browserWith({ gives = true, has = true } = {}) {
  const world = { gives, visible: true, asked: 0 };
  const release: (() => void)[] = [];
  const request = async () => {
    world.asked += 1;
    if (!world.gives) throw new Error("not allowed");
    return {
      addEventListener: (_: string, listener: () => void) => void release.push(listener),
      release: async () => undefined,
    } as unknown as WakeLockSentinel;
  };
  const states: WakeLockState[] = [];
  const lock = new WakeLock(
    { wakeLock: has ? { request } : undefined, isVisible: () => world.visible },
    (state) => void states.push(state),
  );
  return { world, states, lock, takeAway: () => release.splice(0).forEach((listener) => void listener()) };
}

describe("a wake lock", () => {
  it("is asked for once, and again when the page is shown again", async () => {
    const { world, states, lock, takeAway } = browserWith();
    await lock.ask();
    await lock.ask();
    expect([world.asked, states]).toEqual([1, ["held"]]);
    world.visible = false;
    takeAway();
    await lock.ask();
    expect([world.asked, states]).toEqual([1, ["held"]]);
    world.visible = true;
    await lock.ask();
    expect([world.asked, states]).toEqual([2, ["held", "held"]]);
  });

  it("is said to be missing where the browser has none, refuses it, or takes it away from a visible page", async () => {
    const without = browserWith({ has: false });
    await without.lock.ask();
    expect(without.states).toEqual(["none"]);
    const { world, states, lock, takeAway } = browserWith({ gives: false });
    await lock.ask();
    expect(states).toEqual(["none"]);
    world.gives = true;
    await lock.ask();
    takeAway();
    expect(states).toEqual(["none", "held", "none"]);
  });

  it("is given back at the end, and not asked for again", async () => {
    const { world, lock, states, takeAway } = browserWith();
    await lock.ask();
    lock.stop();
    takeAway();
    await lock.ask();
    expect([world.asked, states]).toEqual([1, ["held"]]);
  });
});
