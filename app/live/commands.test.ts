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
  const wire = new TestSocket(() => ({ protocol: 1, screen: "command" }));
  wire.connect();
  const queue = new CommandQueue(store, () => wire.asSocket());
  const settled = vi.fn();
  void queue.send("incident.verify", subject, {}).then(settled);
  return { store, wire, queue, settled };
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
    const { store, wire, queue, settled } = start();
    wire.answer(accepted);
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
    const { store, wire, settled } = start();
    store.apply(verified);
    wire.answer(accepted);
    await flush();
    expect(settled).toHaveBeenCalledWith({ ok: true });
  });

  it("says why it was turned down", async () => {
    const { wire, settled } = start();
    const error = { code: "conflict" as const, message: "no", reason: "wrong-status" };
    wire.answer({ ok: false, error });
    await flush();
    expect(settled).toHaveBeenCalledWith({ ok: false, error });
  });

  it("C5 is sent again with the same id when it was not committed", async () => {
    const { wire } = start();
    wire.answer({ ok: false, error: { code: "unavailable", message: "" } });
    await vi.advanceTimersByTimeAsync(500);
    const [first, second, ...more] = wire.commands();
    expect(second).toEqual(first);
    expect(more).toEqual([]);
  });

  it("waits while the line is down and goes out with the same id when it is back", async () => {
    const { store, wire, queue } = start();
    store.signal({ type: "caught-up" });
    wire.connected = false;
    store.signal({ type: "lost", since: 0 });
    expect(queue.pending).toMatchObject([{ state: "waiting" }]);
    wire.connected = true;
    store.signal({ type: "caught-up" });
    const ids = wire.commands().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("gives up in words when nobody ever answers", async () => {
    const { settled } = start();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(settled).toHaveBeenCalledWith({
      ok: false,
      error: expect.objectContaining({ code: "unavailable" }),
    });
  });
});
