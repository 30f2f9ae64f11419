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
const first = events.slice(0, 4);

function open(store = new LiveStore(), unitsOnly = false) {
  let socket: TestSocket | undefined;
  const connection = new LiveConnection(store, {
    screen: "command",
    unitsOnly,
    open: (auth) => {
      socket = new TestSocket(auth);
      return socket.asSocket();
    },
  });
  connection.start();
  if (!socket) throw new Error("no socket was opened");
  return { store, connection, socket };
}

/** A screen that has the first events and is live. */
async function liveScreen(store?: LiveStore) {
  const screen = open(store);
  screen.socket.say("picture", snapshotOf(first));
  await vi.advanceTimersByTimeAsync(10);
  screen.socket.say("heads", headsAfter(first, atStart));
  return screen;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a screen's connection", () => {
  it("is connecting until a picture and its heads agree, then live", async () => {
    const { store, socket } = open();
    expect(store.connection.name).toBe("connecting");
    expect(socket.handshakes).toEqual([{ protocol: 1, screen: "command" }]);
    socket.say("picture", snapshotOf(first));
    socket.say("heads", headsAfter(first, atStart));
    await vi.advanceTimersByTimeAsync(10);
    expect(store.connection.name).toBe("live");
    expect(store.vector).toEqual(foldOf(first).vector);
  });

  it("applies what follows and reports at most once a second what it holds", async () => {
    const { store, socket } = await liveScreen();
    for (const event of events.slice(4)) socket.say("events", [event]);
    expect(store.mark).toEqual(foldOf(events).mark);
    await vi.advanceTimersByTimeAsync(1_100);
    const applied = socket.sent.filter(({ name }) => name === "applied");
    expect(applied.length).toBeLessThanOrEqual(2);
    expect(applied.at(-1)?.args[0]).toEqual({ vector: store.vector, fold: store.mark });
  });

  it("keeps events that overtake the hashing of a snapshot", async () => {
    const { store, socket } = open();
    socket.say("picture", snapshotOf(first));
    socket.say("events", events.slice(4));
    await vi.advanceTimersByTimeAsync(10);
    expect(store.vector).toEqual(foldOf(events).vector);
  });

  it("R1 resumes with its vector when an event is missing", async () => {
    const { store, socket } = await liveScreen();
    socket.say("events", events.slice(5));
    expect(socket.handshakes.at(-1)?.vector).toEqual(store.vector);
    socket.say("picture", { mode: "resume", vector: store.vector });
    socket.say("events", events.slice(4));
    socket.say("heads", headsAfter(events, atStart));
    expect(store.connection.name).toBe("live");
    expect(store.mark).toEqual(foldOf(events).mark);
  });

  it("says how much it lacks when heads name more than it has, and fetches it", async () => {
    const { store, socket } = await liveScreen();
    socket.say("heads", headsAfter(events, atStart));
    expect(store.connection).toEqual({ name: "catching-up", behind: events.length - 4 });
    expect(socket.handshakes).toHaveLength(2);
  });

  it("R3 T1 is stale after five seconds of silence, since the last message by the server's time", async () => {
    const { store, socket } = await liveScreen();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(store.connection).toEqual({ name: "stale", since: Date.parse(atStart) });
    socket.say("heads", headsAfter(first, atStart));
    expect(store.connection.name).toBe("live");
  });

  it("reports what it holds again after a reconnect, though nothing changed meanwhile", async () => {
    const { store, socket } = await liveScreen();
    const reports = () => socket.sent.filter(({ name }) => name === "applied");
    await vi.advanceTimersByTimeAsync(2_000);
    const before = reports().length;
    socket.say("heads", headsAfter(first, atStart));
    expect(reports()).toHaveLength(before);
    socket.say("picture", { mode: "resume", vector: store.vector });
    socket.say("heads", headsAfter(first, atStart));
    expect(reports()).toHaveLength(before + 1);
    expect(reports().at(-1)?.args[0]).toEqual({ vector: store.vector, fold: store.mark });
  });

  it("R3 is stale at once when it is disconnected, and resumes with its vector", async () => {
    const { store, socket } = await liveScreen();
    socket.active = false;
    socket.say("disconnect", "io server disconnect");
    expect(store.connection.name).toBe("stale");
    await vi.advanceTimersByTimeAsync(1_100);
    expect(socket.handshakes.at(-1)?.vector).toEqual(store.vector);
  });

  it("starts from a snapshot when a head of the same number has another hash", async () => {
    const { socket } = await liveScreen();
    const heads = headsAfter(first, atStart);
    const [stream] = Object.keys(heads.heads) as (keyof typeof heads.heads)[];
    if (!stream) throw new Error("no head");
    socket.say("heads", {
      ...heads,
      heads: { ...heads.heads, [stream]: { ...heads.heads[stream], hash: "0".repeat(64) } },
    });
    expect(socket.handshakes.at(-1)?.vector).toBeUndefined();
  });

  it("of an administrator stays live, whatever the heads name, for no events ever come to it", async () => {
    const { store, socket } = open(new LiveStore(), true);
    socket.say("picture", snapshotOf(first));
    await vi.advanceTimersByTimeAsync(10);
    socket.say("heads", headsAfter(events, atStart));
    expect(store.connection.name).toBe("live");
    expect(store.mismatch).toBeUndefined();
    expect(socket.handshakes).toHaveLength(1);
  });

  it("of another version than its server is not reloaded for its digest, which is not compared", async () => {
    const { store, socket } = await liveScreen();
    const heads = headsAfter(first, atStart);
    const before = socket.handshakes.length;
    socket.say("heads", { ...heads, fold: { version: heads.fold.version + 1, digest: "0".repeat(64) } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.mismatch).toBeUndefined();
    expect(store.connection.name).toBe("live");
    expect(socket.handshakes).toHaveLength(before);
  });

  it("stops retrying when it is refused", async () => {
    const { store, socket } = open();
    socket.say("connect_error", Object.assign(new Error("no"), { data: { code: "unauthenticated" } }));
    expect(store.connection).toEqual({ name: "ended", code: "unauthenticated" });
    const { length } = socket.handshakes;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(socket.handshakes).toHaveLength(length);
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
    const { socket } = await liveScreen(store);
    socket.say("events", events.slice(4));
    socket.say("heads", headsAfter(events, atStart));
    expect(store.mismatch).toMatchObject({ theirs: foldOf(events).mark.digest, mine: store.mark.digest });
    expect(warned).toHaveBeenCalledOnce();
    const report = socket.sent.filter(({ name }) => name === "applied").at(-1);
    expect(report?.args[0]).toMatchObject({ fold: { digest: store.mark.digest } });
    await vi.advanceTimersByTimeAsync(10);
    expect(socket.handshakes.at(-1)?.vector).toBeUndefined();
    sabotage = false;
    socket.say("picture", snapshotOf(events));
    await vi.advanceTimersByTimeAsync(10);
    socket.say("heads", headsAfter(events, atStart));
    expect(store.mismatch).toBeUndefined();
    expect(store.connection.name).toBe("live");
  });
});

describe("keyed subscriptions", () => {
  it("notify only of what changed", async () => {
    const { store, socket } = await liveScreen();
    const own = vi.fn();
    const other = vi.fn();
    store.subscribe(`incidents/${subject}`, own);
    store.subscribe("incidents/KH-00000000-0000-4000-8000-00000000dead", other);
    socket.say("events", events.slice(4, 5));
    expect(own).toHaveBeenCalledOnce();
    expect(other).not.toHaveBeenCalled();
  });
});
