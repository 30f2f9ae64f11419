import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FullEvent } from "@/domain/events";
import { account, Stage, subject } from "@/tests/support/given";
import { CommandQueue } from "./commands";
import { LiveStore } from "./store/store";
import { foldOf, TestSocket } from "./testing/doubles";

const stage = new Stage().released();
const before = stage.nodes.KH.applied.length;
stage.do(account("KH", "operator"), "incident.verify");
const events: FullEvent[] = stage.nodes.KH.applied;
const verified = events.slice(before);

function start() {
  const store = new LiveStore();
  store.apply(events.slice(0, before));
  const socket = new TestSocket(() => ({ protocol: 1, screen: "command" }));
  socket.connect();
  const queue = new CommandQueue(store, () => socket.asSocket());
  const settled = vi.fn();
  void queue.send("incident.verify", subject, {}).then(settled);
  return { store, socket, queue, settled };
}

const accepted = { ok: true as const, events: verified.map(({ stream, seq }) => ({ stream, seq })) };
const flush = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a command", () => {
  it("C5 is sending until its event is in the picture, however early the answer comes", async () => {
    const { store, socket, queue, settled } = start();
    socket.answer(accepted);
    await flush();
    expect(settled).not.toHaveBeenCalled();
    expect(queue.pending).toMatchObject([{ state: "sending", subject }]);
    store.apply(verified);
    await flush();
    expect(settled).toHaveBeenCalledWith({ ok: true });
    expect(queue.pending).toEqual([]);
    expect(store.mark).toEqual(foldOf(events).mark);
  });

  it("is settled when its event came before the answer", async () => {
    const { store, socket, settled } = start();
    store.apply(verified);
    socket.answer(accepted);
    await flush();
    expect(settled).toHaveBeenCalledWith({ ok: true });
  });

  it("gives the reason when it is refused", async () => {
    const { socket, settled } = start();
    const error = { code: "conflict" as const, message: "no", reason: "wrong-status" };
    socket.answer({ ok: false, error });
    await flush();
    expect(settled).toHaveBeenCalledWith({ ok: false, error });
  });

  it("C5 is sent again with the same id when it was not committed", async () => {
    const { socket } = start();
    socket.answer({ ok: false, error: { code: "unavailable", message: "" } });
    await vi.advanceTimersByTimeAsync(500);
    const [first, second, ...more] = socket.commands();
    expect(second).toEqual(first);
    expect(more).toEqual([]);
  });

  it("waits while there is no connection and is sent with the same id after the reconnect", async () => {
    const { store, socket, queue } = start();
    store.signal({ type: "caught-up" });
    socket.connected = false;
    store.signal({ type: "lost", since: 0 });
    expect(queue.pending).toMatchObject([{ state: "waiting" }]);
    socket.connected = true;
    store.signal({ type: "caught-up" });
    const ids = socket.commands().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("that is given anew after eight lost answers is told that its subject is taken", async () => {
    const { socket, queue, settled } = start();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(new Set(socket.commands().map(({ id }) => id)).size).toBe(1);
    expect(socket.commands()).toHaveLength(8);
    expect(settled).toHaveBeenCalledWith({ ok: false, error: { code: "unavailable", message: "" } });
    const again = vi.fn();
    void queue.send("incident.verify", subject, {}).then(again);
    const error = { code: "conflict" as const, message: "", reason: "subject-taken" };
    socket.answer({ ok: false, error });
    await flush();
    expect(again).toHaveBeenCalledWith({ ok: false, error });
    expect(queue.pending).toEqual([]);
  });

  it("fails with an error when no answer ever comes", async () => {
    const { settled } = start();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(settled).toHaveBeenCalledWith({
      ok: false,
      error: expect.objectContaining({ code: "unavailable" }),
    });
  });
});
