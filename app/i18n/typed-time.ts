/** Times as people type them: "07:42", local (UTC+7), without a day. */

const dayMs = 86_400_000;
const offsetMs = 7 * 3_600_000;
const minuteMs = 60_000;
/** Clocks differ a little: as much as the server takes as the present. */
const aheadMs = 5 * minuteMs;

/** "07:42" today as ISO 8601 UTC; undefined when it is no time. */
export function timeToday(text: string, nowMs: number): string | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (!match) return undefined;
  const dayStart = Math.floor((nowMs + offsetMs) / dayMs) * dayMs - offsetMs;
  return new Date(dayStart + Number(match[1]) * 3_600_000 + Number(match[2]) * minuteMs).toISOString();
}

const moved = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** The next time the clock shows it: today, or tomorrow when it has gone by. ISO 8601 UTC. */
export function nextTime(text: string, nowMs: number): string | undefined {
  const today = timeToday(text, nowMs);
  return today && Date.parse(today) <= nowMs ? moved(today, dayMs) : today;
}

/**
 * The last time the clock showed it: today, or yesterday when it is still to come. What was typed has no seconds, so
 * in the minute of the step before (`notBefore`, ISO 8601 UTC) it means not earlier than that step. ISO 8601 UTC.
 */
export function lastTime(text: string, nowMs: number, notBefore?: string): string | undefined {
  const today = timeToday(text, nowMs);
  if (!today) return undefined;
  const at = Date.parse(today) > nowMs + aheadMs ? moved(today, -dayMs) : today;
  const sameMinute =
    notBefore !== undefined &&
    Math.floor(Date.parse(at) / minuteMs) === Math.floor(Date.parse(notBefore) / minuteMs);
  return sameMinute ? notBefore : at;
}
