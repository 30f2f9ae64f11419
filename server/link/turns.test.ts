import { expect, it } from "vitest";
import { Turns } from "./turns";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("does work at once and again, never twice at a time, and goes on after a fault", async () => {
  const errors: unknown[] = [];
  const turns = new Turns((error) => errors.push(error));
  let [running, most, times] = [0, 0, 0];
  turns.every(5, async () => {
    running += 1;
    times += 1;
    most = Math.max(most, running);
    await pause(12);
    running -= 1;
    if (times === 1) throw new Error("the first time");
  });
  expect(times).toBe(1);
  await pause(60);
  await turns.stop();
  expect(errors).toHaveLength(1);
  expect(times).toBeGreaterThan(1);
  expect([most, running]).toEqual([1, 0]);
  const after = times;
  await pause(20);
  expect(times).toBe(after);
});
