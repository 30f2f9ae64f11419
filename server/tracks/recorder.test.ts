import { describe, expect, it } from "vitest";
import type { TrackRow } from "@/db/types";
import type { Position } from "../hub/positions";
import { TrackRecorder } from "./recorder";

const at = (second: number, unit = "a"): Position => [unit, 106 + second / 100, 13.9, second * 1_000, 90, 10];

function recorder() {
  const written: TrackRow[][] = [];
  const state = { down: false, warned: 0 };
  const made = new TrackRecorder(
    {
      write: async (points) => {
        if (state.down) throw new Error("no database");
        written.push([...points]);
      },
    },
    {
      warn: () => {
        state.warned += 1;
      },
    },
  );
  return { made, written, state };
}
const secondsOf = (rows: readonly TrackRow[] = []) => rows.map(({ point }) => point[2] / 1_000);

describe("the recorder of tracks", () => {
  it("thins the positions of each unit and writes them in one batch", async () => {
    const { made, written } = recorder();
    for (let second = 0; second < 30; second += 2) {
      made.note("KH", at(second));
      made.note("LA", at(second, "b"));
    }
    await made.write();
    await made.write();
    expect(written).toHaveLength(1);
    const [batch = []] = written;
    expect(secondsOf(batch.filter(({ country }) => country === "KH"))).toEqual([0, 10, 20]);
    expect(batch).toHaveLength(6);
    expect(batch[0]).toEqual({ country: "KH", unitId: "a", point: [106, 13.9, 0] });
  });

  it("keeps points that could not be written and writes them later, in order", async () => {
    const { made, written, state } = recorder();
    state.down = true;
    made.note("KH", at(0));
    await made.write();
    made.note("KH", at(10));
    state.down = false;
    await made.write();
    expect([state.warned, made.waiting]).toEqual([1, 0]);
    expect(secondsOf(written[0])).toEqual([0, 10]);
  });

  it("keeps only the newest points while the database is unavailable", async () => {
    const { made, written } = recorder();
    for (let turn = 0; turn < 50_000; turn += 1) made.note("KH", at(turn * 10));
    expect(made.waiting).toBeLessThanOrEqual(20_000);
    await made.write();
    expect(secondsOf(written[0]).at(-1)).toBe(499_990);
  });
});
