import { describe, expect, it } from "vitest";
import { deleteOldTracks } from "./archive";

describe("S9 old tracks", () => {
  it("are deleted after the number of days in the site's settings, and logged when there were any", async () => {
    const asked: number[] = [];
    const logged: unknown[] = [];
    const round = (gone: number) => ({
      tracks: {
        write: async () => undefined,
        read: async () => [],
        deleteBefore: async (beforeMs: number) => {
          asked.push(beforeMs);
          return gone;
        },
      },
      trackDays: 30,
      now: () => new Date("2026-11-25T12:00:00.000Z"),
    });
    const logger = { info: (line: unknown) => void logged.push(line) };
    await deleteOldTracks(round(3), logger);
    await deleteOldTracks(round(0), logger);
    expect(asked.map((ms) => new Date(ms).toISOString())).toEqual(Array(2).fill("2026-10-26T12:00:00.000Z"));
    expect(logged).toEqual([{ points: 3 }]);
  });
});
