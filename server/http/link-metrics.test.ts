import { Registry } from "prom-client";
import { describe, expect, it } from "vitest";
import type { LinkFigures } from "../link/figures";
import { registerLinkMetrics } from "./link-metrics";

const down: LinkFigures = {
  partner: { state: "down", since: "2026-10-14T00:00:00.000Z" },
  waiting: 7,
  heardSeconds: undefined,
  slot: undefined,
  certificateDays: undefined,
};

async function samplesOf(figures: () => LinkFigures): Promise<() => Promise<string[]>> {
  const registry = new Registry();
  registerLinkMetrics(registry, async () => figures());
  return async () => (await registry.metrics()).split("\n").filter((line) => line && !line.startsWith("#"));
}

describe("the metrics of the link", () => {
  it("have no sample of what nobody knows", async () => {
    const samples = await samplesOf(() => down);
    expect(await samples()).toEqual([
      'sekong_link_state{state="live"} 0',
      'sekong_link_state{state="behind"} 0',
      'sekong_link_state{state="down"} 1',
      "sekong_link_waiting_events 7",
      "sekong_link_behind_events 0",
      "sekong_link_behind_seconds 0",
      "sekong_link_held_events 0",
      "sekong_link_quarantined_events 0",
    ]);
  });

  it("follow the link, and lose what is known no more", async () => {
    let figures: LinkFigures = {
      ...down,
      partner: {
        state: "behind",
        since: "2026-10-14T00:00:00.000Z",
        behind: { events: 3, seconds: 12 },
        clockOffsetMs: -2_500,
      },
      heardSeconds: 1.5,
      slot: { bytes: 4_096, safeBytes: null },
      certificateDays: 20,
    };
    const samples = await samplesOf(() => figures);
    expect(await samples()).toEqual(
      expect.arrayContaining([
        'sekong_link_state{state="behind"} 1',
        "sekong_link_behind_events 3",
        "sekong_link_behind_seconds 12",
        "sekong_link_clock_offset_seconds -2.5",
        "sekong_link_heard_seconds 1.5",
        "sekong_link_certificate_days 20",
        "sekong_link_slot_bytes 4096",
      ]),
    );
    figures = { ...figures, slot: undefined };
    expect((await samples()).filter((line) => line.includes("slot"))).toEqual([]);
  });
});
