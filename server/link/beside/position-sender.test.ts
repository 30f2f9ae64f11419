import { describe, expect, it } from "vitest";
import type { Positions } from "@/domain/protocol/down";
import { PositionSender } from "./position-sender";
import { positionsNoticeSchema, positionsPerNotice } from "./positions";

const unit = (number: number) => `KH-00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const at = (number: number, atMs: number): Positions[number] => [unit(number), 106, 13.9, atMs, null, null];

function senderOf() {
  const world = { shared: [] as Positions, reads: true, nowMs: 1_000_000 };
  const written: Positions[] = [];
  let asked = 0;
  const sender = new PositionSender({
    shared: () => world.shared,
    accuracyOf: () => undefined,
    mayWrite: async () => {
      asked += 1;
      return world.reads;
    },
    write: async (notice) => void written.push(positionsNoticeSchema.parse(notice).positions),
    nowMs: () => world.nowMs,
  });
  return { world, written, sender, asked: () => asked };
}

describe("the sender of positions", () => {
  it("sends each position once, many in one notice, and asks nothing of the gateway while there is none", async () => {
    const { world, written, sender, asked } = senderOf();
    await sender.send();
    expect(asked()).toBe(0);
    world.shared = [at(1, 10), at(2, 10)];
    await sender.send();
    await sender.send();
    world.shared = [at(1, 10), at(2, 20)];
    await sender.send();
    expect(written).toEqual([[at(1, 10), at(2, 10)], [at(2, 20)]]);
  });

  it("writes nothing while the partner does not read, and then only where the units are", async () => {
    const { world, written, sender } = senderOf();
    world.reads = false;
    for (const atMs of [10, 20, 30]) {
      world.shared = [at(1, atMs)];
      await sender.send();
    }
    expect(written).toEqual([]);
    world.reads = true;
    await sender.send();
    expect(written).toEqual([[at(1, 30)]]);
  });

  it("sends what it may still send again after a while, for a node that came later", async () => {
    const { world, written, sender } = senderOf();
    world.shared = [at(1, 10), at(2, 10)];
    await sender.send();
    world.shared = [at(1, 10)];
    world.nowMs += 15_000;
    await sender.send();
    expect(written).toEqual([[at(1, 10), at(2, 10)], [at(1, 10)]]);
  });

  it("splits what is too much for one notice, each small enough to land", async () => {
    const { world, written, sender } = senderOf();
    world.shared = Array.from({ length: 2 * positionsPerNotice + 1 }, (_, number) => [
      unit(number),
      106.123456789,
      13.987654321,
      1_795_896_044_731,
      359.99,
      12.345678,
    ]);
    await sender.send();
    expect(written.map(({ length }) => length)).toEqual([positionsPerNotice, positionsPerNotice, 1]);
    for (const positions of written)
      expect(Buffer.byteLength(JSON.stringify({ v: 1, positions }))).toBeLessThan(65_536);
  });
});

describe("a notice of positions", () => {
  const [id, lng, lat, atMs] = at(1, 10);
  it.each([
    ["a longitude that is none", [id, 999, lat, atMs, null, null]],
    ["a unit that is none", ["STR-21", lng, lat, atMs, null, null]],
    ["a moment that is none", [id, lng, lat, "now", null, null]],
    ["too many parts", [id, lng, lat, atMs, null, null, "more"]],
  ])("with %s is none", (_, position) => {
    expect(positionsNoticeSchema.safeParse({ v: 1, positions: [position] }).success).toBe(false);
  });

  it("with too many positions is none", () => {
    const positions = Array.from({ length: positionsPerNotice + 1 }, () => at(1, 10));
    expect(positionsNoticeSchema.safeParse({ v: 1, positions }).success).toBe(false);
  });
});
