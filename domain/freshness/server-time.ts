/** How far the server's time is ahead of a device's, from what the server says every two seconds; and what is said of it. */

/** Samples kept: half a minute of them. */
const most = 15;
/** A sample further from the estimate than this means that a clock was set, and begins anew. Milliseconds. */
const setMs = 5_000;
/** From here on a device's own clock is called wrong. Milliseconds. */
const toldMs = 30_000;

/** `offsetMs`: how far the server's time is ahead, milliseconds; `samples` oldest first. */
export type TimeOffset = { offsetMs: number; samples: readonly number[] };

/**
 * The estimate with one more sample (what the server said less what the device has, milliseconds). A message can only
 * arrive late, so the largest of the recent samples is the nearest to the truth.
 */
export function withSample(before: TimeOffset | undefined, sampleMs: number): TimeOffset {
  const goesOn = before && Math.abs(sampleMs - before.offsetMs) <= setMs;
  const samples = [...(goesOn ? before.samples : []), sampleMs].slice(-most);
  return { offsetMs: Math.max(...samples), samples };
}

export type WrongClock = { direction: "fast" | "slow"; byMs: number };

/** What a screen says of its device's clock; undefined while it is no more than 30 s off. */
export function wrongClock(offsetMs: number): WrongClock | undefined {
  const byMs = Math.abs(offsetMs);
  return byMs <= toldMs ? undefined : { direction: offsetMs < 0 ? "fast" : "slow", byMs };
}

/** A reading of a position is this young when it comes fresh from the device, milliseconds; and this far may it be ahead. */
const justMs = 30_000;
const aheadMs = 5_000;

/**
 * When a device took a reading of its position, by the server's time and never later than now; all in milliseconds. The
 * reading's stamp is by the device's clock, so it is corrected like that. Some receivers stamp the satellites' time
 * instead, which needs no correction: that is taken where only so the reading has just been made.
 */
export function timeOfFix(stampMs: number, deviceMs: number, offsetMs: number): number {
  const now = deviceMs + offsetMs;
  const isJust = (at: number) => at <= now + aheadMs && now - at <= justMs;
  const byDevice = stampMs + offsetMs;
  return Math.min(now, !isJust(byDevice) && isJust(stampMs) ? stampMs : byDevice);
}
