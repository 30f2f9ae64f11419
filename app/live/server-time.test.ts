import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ServerTime } from "./server-time";

const minute = 60_000;
/** What the server's clock says at the start of each test. */
const server = Date.parse("2026-10-14T00:42:07.300Z");

beforeEach(() => void vi.useFakeTimers({ now: server }));
afterEach(() => void vi.useRealTimers());

/** A screen on a device that is this far ahead of the server, after it heard the server once. */
function screenOf(aheadMs: number): ServerTime {
  const time = new ServerTime(() => Date.now() + aheadMs);
  time.hear(Date.now(), Date.now() + aheadMs);
  return time;
}

test("T1 the time is the server's on any device, and so is the time of a moment that the device measured", () => {
  for (const ahead of [0, 1_500, 7 * minute, -12 * minute]) {
    const time = screenOf(ahead);
    expect(time.now()).toBe(server);
    expect(time.of(server + ahead - 5_000)).toBe(server - 5_000);
  }
});

test("T1 a desk 12 min fast and a wall 12 min slow count on at the same moment to the same time", () => {
  const screens = [screenOf(12 * minute), screenOf(-12 * minute), screenOf(0)];
  const shown: number[][] = screens.map(() => []);
  screens.forEach((time, index) => {
    const ticker = time.ticker(15_000);
    ticker.subscribe(() => shown[index]?.push(ticker.now()));
  });
  expect(screens.map((time) => time.ticker(15_000).now())).toEqual(screens.map(() => server - 7_300));
  vi.advanceTimersByTime(40_000);
  const expected = [7_700, 22_700, 37_700].map((ms) => server + ms);
  expect(shown).toEqual(screens.map(() => expected));
});

test("T1 a screen draws again at once when its device's clock turns out to be wrong", () => {
  const time = new ServerTime(() => Date.now() + 7 * minute);
  const ticker = time.ticker(minute);
  const drawn: number[] = [];
  const stop = ticker.subscribe(() => drawn.push(ticker.now()));
  expect(time.hear(server, server + 7 * minute)).toBe(true);
  expect(drawn).toEqual([server - (server % minute)]);
  expect(time.hear(server + 2_000, server + 2_000 + 7 * minute)).toBe(false);
  expect(drawn).toHaveLength(1);
  stop();
  time.hear(server, server);
  vi.advanceTimersByTime(5 * minute);
  expect(drawn).toHaveLength(1);
});
