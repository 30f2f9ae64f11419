/** Days as people type them before a time: a word for the day, `27.11`, `27/11/2026`, `2026-11-27`, `27 Nov`. */
import months from "./texts/month.json";
import words from "./texts/time.json";

export type TypedDay =
  /** From today: -1 is yesterday. */
  | { days: number }
  /** `month` from 1; without a year where none was typed. */
  | { day: number; month: number; year?: number };

const named = (texts: Record<string, string>, value: number): [string, number][] =>
  Object.values(texts).map((word) => [word.toLowerCase(), value]);

const dayWords = new Map([
  ...named(words.day.yesterday, -1),
  ...named(words.day.today, 0),
  ...named(words.day.tomorrow, 1),
]);
const monthNames = new Map(
  Object.entries(months).flatMap(([key, texts]) => named(texts, Number(key.slice(1)))),
);

const dayFirst = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\.?$/;
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const withName = /^(\d{1,2})\.? ([^\d ]+)(?: (\d{4}))?$/;

/** The day, or undefined when there is no such day in the calendar. */
function dated(day: number, month: number, year: number | undefined): TypedDay | undefined {
  // A leap year where none was typed, so that 29.2 can be meant.
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { day, month, ...(year === undefined ? {} : { year }) } : undefined;
}

const yearOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text.length === 2 ? `20${text}` : text);

/** What a tidied text (lower case, Latin digits, single spaces) says of the day; undefined when it says none. */
export function typedDay(text: string): TypedDay | undefined {
  const days = dayWords.get(text);
  if (days !== undefined) return { days };
  const iso = yearFirst.exec(text);
  if (iso) return dated(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const short = dayFirst.exec(text);
  if (short) return dated(Number(short[1]), Number(short[2]), yearOf(short[3]));
  const long = withName.exec(text);
  const month = monthNames.get(long?.[2]?.replace(/\.$/, "") ?? "");
  return long && month ? dated(Number(long[1]), month, yearOf(long[3])) : undefined;
}
