import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryLog } from "@/db/testing/memory-log";
import type { WireEvent } from "@/domain/protocol/down";
import { fillNational } from "../testing/given";
import { Outbox, tickMs } from "./outbox";

let events: WireEvent[];
beforeEach(async () => {
  const log = new MemoryLog();
  await fillNational(log, "KH", 4);
  events = log.events;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function outbox() {
  const sent: [string, number[]][] = [];
  const box = new Outbox(
    (room, batch) => void sent.push([room, batch.map(({ seq }) => seq)]),
    () => Date.now(),
  );
  const add = (room: string, index: number) => {
    box.add(room, events.slice(index, index + 1));
    box.schedule();
  };
  return { box, sent, add };
}

describe("R4 the outbox", () => {
  it("sends at once when idle", () => {
    const { sent, add } = outbox();
    add("KH", 0);
    expect(sent).toEqual([["KH", [1]]]);
  });

  it("batches events within a tick into one message per room", () => {
    const { sent, add } = outbox();
    add("KH", 0);
    add("KH", 1);
    add("KH", 2);
    add("LA", 3);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(tickMs);
    expect(sent.slice(1)).toEqual([
      ["KH", [2, 3]],
      ["LA", [4]],
    ]);
    vi.advanceTimersByTime(tickMs * 4);
    expect(sent).toHaveLength(3);
  });

  it("flushes pending events on request, once", () => {
    const { box, sent, add } = outbox();
    add("KH", 0);
    add("KH", 1);
    box.flush();
    vi.advanceTimersByTime(tickMs * 4);
    expect(sent).toEqual([
      ["KH", [1]],
      ["KH", [2]],
    ]);
  });
});
