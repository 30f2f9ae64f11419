import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import { evolve } from "@/domain/picture";
import { account, atStart, Stage, subject } from "@/tests/support/given";
import { LiveStore } from "../store/store";
import { foldOf, headsAfter, snapshotOf, TestSocket } from "../testing/doubles";
import { LiveConnection } from "./connection";

const stage = new Stage().released();
stage.do(account("LA", "operator"), "incident.acknowledge").do(account("KH", "operator"), "incident.verify");
const events: FullEvent[] = stage.nodes.KH.applied;
const first = events.slice(0, 3);

function open(store = new LiveStore(), unitsOnly = false) {
  let wire: TestSocket | undefined;
  const connection = new LiveConnection(store, {
    screen: "command",
    unitsOnly,
    open: (auth) => {
      wire = new TestSocket(auth);
      return wire.asSocket();
    },
  });
  connection.start();
  if (!wire) throw new Error("no wire was opened");
  return { store, connection, wire };
}

/** A screen that has the first events and is live. */
async function liveScreen(store?: LiveStore) {
  const screen = open(store);
  screen.wire.say("picture", snapshotOf(first));
  await vi.advanceTimersByTimeAsync(10);
  screen.wire.say("heads", headsAfter(first, atStart));
  return screen;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a screen's line", () => {
  it("is connecting until a picture and its heads agree, then live", async () => {
    const { store, wire } = open();
    expect(store.connection.name).toBe("connecting");
    expect(wire.handshakes).toEqual([{ protocol: 1, screen: "command" }]);
    wire.say("picture", snapshotOf(first));
    wire.say("heads", headsAfter(first, atStart));
    await vi.advanceTimersByTimeAsync(10);
    expect(store.connection.name).toBe("live");
    expect(store.vector).toEqual(foldOf(first).vector);
  });

  it("applies what follows and reports at most once a second what it holds", async () => {
    const { store, wire } = await liveScreen();
    for (const event of events.slice(3)) wire.say("events", [event]);
    expect(store.mark).toEqual(foldOf(events).mark);
    await vi.advanceTimersByTimeAsync(1_100);
    const applied = wire.sent.filter(({ name }) => name === "applied");
    expect(applied.length).toBeLessThanOrEqual(2);
    expect(applied.at(-1)?.args[0]).toEqual({ vector: store.vector, fold: store.mark });
  });

  it("keeps events that overtake the hashing of a snapshot", async () => {
    const { store, wire } = open();
    wire.say("picture", snapshotOf(first));
    wire.say("events", events.slice(3));
    await vi.advanceTimersByTimeAsync(10);
    expect(store.vector).toEqual(foldOf(events).vector);
  });

  it("R1 resumes with its vector when an event is missing", async () => {
    const { store, wire } = await liveScreen();
    wire.say("events", events.slice(4));
    expect(wire.handshakes.at(-1)?.vector).toEqual(store.vector);
    wire.say("picture", { mode: "resume", vector: store.vector });
    wire.say("events", events.slice(3));
    wire.say("heads", headsAfter(events, atStart));
    expect(store.connection.name).toBe("live");
    expect(store.mark).toEqual(foldOf(events).mark);
  });

  it("says how much it lacks when heads name more than it has, and fetches it", async () => {
    const { store, wire } = await liveScreen();
    wire.say("heads", headsAfter(events, atStart));
    expect(store.connection).toEqual({ name: "catching-up", behind: events.length - 3 });
    expect(wire.handshakes).toHaveLength(2);
  });

  it("R3 is stale after five seconds of silence, since it last heard something", async () => {
    const { store, wire } = await liveScreen();
    const heard = Date.now();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(store.connection).toEqual({ name: "stale", since: heard });
    wire.say("heads", headsAfter(first, atStart));
    expect(store.connection.name).toBe("live");
  });

  it("R3 is stale at once when the line is cut, and resumes with its vector", async () => {
    const { store, wire } = await liveScreen();
    wire.active = false;
    wire.say("disconnect", "io server disconnect");
    expect(store.connection.name).toBe("stale");
    await vi.advanceTimersByTimeAsync(1_100);
    expect(wire.handshakes.at(-1)?.vector).toEqual(store.vector);
  });

  it("starts from a snapshot when a head of the same number has another hash", async () => {
    const { wire } = await liveScreen();
    const heads = headsAfter(first, atStart);
    const [stream] = Object.keys(heads.heads) as (keyof typeof heads.heads)[];
    if (!stream) throw new Error("no head");
    wire.say("heads", {
      ...heads,
      heads: { ...heads.heads, [stream]: { ...heads.heads[stream], hash: "0".repeat(64) } },
    });
    expect(wire.handshakes.at(-1)?.vector).toBeUndefined();
  });

  it("of an administrator stays live, whatever the heads name, for no events ever come to it", async () => {
    const { store, wire } = open(new LiveStore(), true);
    wire.say("picture", snapshotOf(first));
    await vi.advanceTimersByTimeAsync(10);
    wire.say("heads", headsAfter(events, atStart));
    expect(store.connection.name).toBe("live");
    expect(store.mismatch).toBeUndefined();
    expect(wire.handshakes).toHaveLength(1);
  });

  it("stops retrying when it is refused", async () => {
    const { store, wire } = open();
    wire.say("connect_error", Object.assign(new Error("no"), { data: { code: "unauthenticated" } }));
    expect(store.connection).toEqual({ name: "ended", code: "unauthenticated" });
    const { length } = wire.handshakes;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(wire.handshakes).toHaveLength(length);
  });
});

describe("a sabotaged fold", () => {
  it("D4 is noticed at the next heads, reported, and mended by a snapshot", async () => {
    let sabotage = true;
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const store = new LiveStore(
      (picture, vector) =>
        new Fold(picture, vector, (seen, event) => {
          const change = evolve(seen, event);
          return sabotage && event.type === "incident.acknowledged"
            ? ({ ...change, after: change.before } as typeof change)
            : change;
        }),
    );
    const { wire } = await liveScreen(store);
    wire.say("events", events.slice(3));
    wire.say("heads", headsAfter(events, atStart));
    expect(store.mismatch).toMatchObject({ theirs: foldOf(events).mark.digest, mine: store.mark.digest });
    expect(warned).toHaveBeenCalledOnce();
    const report = wire.sent.filter(({ name }) => name === "applied").at(-1);
    expect(report?.args[0]).toMatchObject({ fold: { digest: store.mark.digest } });
    await vi.advanceTimersByTimeAsync(10);
    expect(wire.handshakes.at(-1)?.vector).toBeUndefined();
    sabotage = false;
    wire.say("picture", snapshotOf(events));
    await vi.advanceTimersByTimeAsync(10);
    wire.say("heads", headsAfter(events, atStart));
    expect(store.mismatch).toBeUndefined();
    expect(store.connection.name).toBe("live");
  });
});

describe("keyed subscriptions", () => {
  it("wake only for what changed", async () => {
    const { store, wire } = await liveScreen();
    const own = vi.fn();
    const other = vi.fn();
    store.subscribe(`incidents/${subject}`, own);
    store.subscribe("incidents/KH-00000000-0000-4000-8000-00000000dead", other);
    wire.say("events", events.slice(3, 4));
    expect(own).toHaveBeenCalledOnce();
    expect(other).not.toHaveBeenCalled();
  });
});
