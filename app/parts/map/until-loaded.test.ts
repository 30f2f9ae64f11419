import { afterEach, expect, test, vi } from "vitest";
import { untilLoaded } from "./until-loaded";

afterEach(() => {
  vi.useRealTimers();
});

test("a part that cannot be fetched is tried again until it is there", async () => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockReturnValue();
  let tries = 0;
  const loaded = untilLoaded(async () => {
    tries += 1;
    if (tries < 3) throw new Error("no connection");
    return "part";
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await expect(loaded).resolves.toBe("part");
  expect(tries).toBe(3);
});
