/**
 * Times as people type them: 07:42, 7:42, 07.42 or 0742, local (UTC+7), alone or with a day. The one parser of them. What
 * happened looks back and what is due looks forward; what cannot be meant is named, never replaced by another time.
 */
import { aheadMs } from "@/domain/protocol/limits";
import { trimInvisible } from "@/domain/text";
import { latinDigits } from "./digits";
import { type TypedDay, typedDay } from "./typed-day";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;
/** Both sides keep UTC+7 without daylight saving (docs/domain.md §5). */
const offsetMs = 7 * hourMs;
/** A day that was typed without its year is at most this far away. */
const unnamedYearMs = 183 * dayMs;
/** What is due is at most this far away (docs/protocol.md). */
const farthestMs = 366 * dayMs;

/** Whether it happened, or is still to come. */
export type Direction = "past" | "coming";

export type TypedTime =
  | { state: "empty" }
  /** ISO 8601 UTC; `now` where it is the present moment, give or take what clocks differ by. */
  | { state: "time"; at: string; now?: true }
  | { state: "unclear" }
  /** Said to have happened, and still to come. */
  | { state: "ahead" }
  /** Said to be coming, and gone by. */
  | { state: "gone" }
  | { state: "far" };

const clockPattern = /^(?:([01]?\d|2[0-3])[:.]|([01]\d|2[0-3]))([0-5]\d)$/;

/** Milliseconds since midnight; undefined when it is no time of day. */
function sinceMidnight(text: string): number | undefined {
  const match = clockPattern.exec(text);
  return match ? Number(match[1] ?? match[2]) * hourMs + Number(match[3]) * minuteMs : undefined;
}

type Said = { time: number; day?: TypedDay };

/** Letters and digits parted, since Khmer and Lao are typed without spaces; one space between words. */
const tidy = (text: string): string =>
  latinDigits(trimInvisible(text))
    .replace(/[\u200b-\u200d,]/g, " ")
    .replace(/(?<=\d)(?=\p{L})|(?<=[\p{L}\p{M}])(?=\d)/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** The time and the day, in either order. */
function saidIn(text: string): Said | undefined {
  const alone = sinceMidnight(text);
  if (alone !== undefined) return { time: alone };
  const words = text.split(" ");
  for (const [time, day] of [
    [words.at(-1), words.slice(0, -1)],
    [words[0], words.slice(1)],
  ] as const) {
    const at = sinceMidnight(time ?? "");
    const said = typedDay(day.join(" "));
    if (at !== undefined && said) return { time: at, day: said };
  }
  return undefined;
}

const midnightOf = (ms: number): number => Math.floor((ms + offsetMs) / dayMs) * dayMs - offsetMs;

/** Every moment that may be meant, earliest first: without a day the one of three days, without a year of three years. */
function candidates({ time, day }: Said, nowMs: number): number[] {
  const today = midnightOf(nowMs) + time;
  if (!day) return [today - dayMs, today, today + dayMs];
  if ("days" in day) return [today + day.days * dayMs];
  const thisYear = new Date(nowMs + offsetMs).getUTCFullYear();
  const years = day.year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [day.year];
  return years.map((year) => Date.UTC(year, day.month - 1, day.day) - offsetMs + time);
}

/** What was typed, by the server's time; `nowMs` in milliseconds since the epoch. */
export function typedTime(typed: string, direction: Direction, nowMs: number): TypedTime {
  const text = tidy(typed);
  if (text === "") return { state: "empty" };
  const said = saidIn(text);
  if (!said) return { state: "unclear" };
  const all = candidates(said, nowMs);
  // Clocks differ, and what is typed has no seconds: so near the present moment it is the present moment.
  const now = all.find((at) => Math.abs(at - nowMs) <= aheadMs && (direction === "past") === at > nowMs);
  if (now !== undefined) return { state: "time", at: new Date(nowMs).toISOString(), now: true };
  const at = direction === "past" ? all.findLast((each) => each <= nowMs) : all.find((each) => each >= nowMs);
  if (at === undefined) return { state: direction === "past" ? "ahead" : "gone" };
  const hasYear = said.day && "year" in said.day;
  const reach = hasYear ? (direction === "past" ? Number.POSITIVE_INFINITY : farthestMs) : unnamedYearMs;
  return Math.abs(at - nowMs) <= reach ? { state: "time", at: new Date(at).toISOString() } : { state: "far" };
}

const atOf = (typed: TypedTime): string | undefined => (typed.state === "time" ? typed.at : undefined);

/** The next moment of that time; undefined when it is none. ISO 8601 UTC. */
export const nextTime = (text: string, nowMs: number): string | undefined =>
  atOf(typedTime(text, "coming", nowMs));

/**
 * The last moment of that time; undefined when it is none. What was typed has no seconds, so in the minute of the step
 * before (`notBefore`, ISO 8601 UTC) it means not earlier than that step. ISO 8601 UTC.
 */
export function lastTime(text: string, nowMs: number, notBefore?: string): string | undefined {
  const at = atOf(typedTime(text, "past", nowMs));
  return at && notBefore !== undefined && minuteOf(at) === minuteOf(notBefore) && at < notBefore
    ? notBefore
    : at;
}

const minuteOf = (at: string): number => Math.floor(Date.parse(at) / minuteMs);
