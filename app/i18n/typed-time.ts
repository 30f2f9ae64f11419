/** Times as people type them, without a day: 07:42, 7:42, 07.42 or 0742, local (UTC+7). The one parser of them. */
import { aheadMs } from "@/domain/protocol/limits";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;
/** Both sides keep UTC+7 without daylight saving (docs/domain.md §5). */
const offsetMs = 7 * hourMs;

const typed = /^(?:([01]?\d|2[0-3])[:.]|([01]\d|2[0-3]))([0-5]\d)$/;

/** Milliseconds since midnight; undefined when it is no time. */
function sinceMidnight(text: string): number | undefined {
  const match = typed.exec(text.trim());
  return match ? Number(match[1] ?? match[2]) * hourMs + Number(match[3]) * minuteMs : undefined;
}

export const isTime = (text: string): boolean => sinceMidnight(text) !== undefined;

/** That time today as ISO 8601 UTC; undefined when it is no time. `nowMs` in milliseconds since the epoch. */
export function timeToday(text: string, nowMs: number): string | undefined {
  const time = sinceMidnight(text);
  if (time === undefined) return undefined;
  const midnight = Math.floor((nowMs + offsetMs) / dayMs) * dayMs - offsetMs;
  return new Date(midnight + time).toISOString();
}

const moved = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** The next moment of that time: today, or tomorrow when it has gone by. ISO 8601 UTC. */
export function nextTime(text: string, nowMs: number): string | undefined {
  const today = timeToday(text, nowMs);
  return today && Date.parse(today) <= nowMs ? moved(today, dayMs) : today;
}

/**
 * The last moment of that time: today, or yesterday when it is still to come by more than clocks may differ. What was
 * typed has no seconds, so in the minute of the step before (`notBefore`, ISO 8601 UTC) it means not earlier than that
 * step. ISO 8601 UTC.
 */
export function lastTime(text: string, nowMs: number, notBefore?: string): string | undefined {
  const today = timeToday(text, nowMs);
  if (!today) return undefined;
  const at = Date.parse(today) > nowMs + aheadMs ? moved(today, -dayMs) : today;
  return notBefore !== undefined && minuteOf(at) === minuteOf(notBefore) ? notBefore : at;
}

const minuteOf = (at: string): number => Math.floor(Date.parse(at) / minuteMs);
