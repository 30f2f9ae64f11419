/** Until when a task is to be done: none, a span from now, or a time. */
import { nextTime, typedTime } from "../../i18n/typed-time";

export const dueChoices = ["none", "15", "30", "60", "clock"] as const;
export type DueChoice = (typeof dueChoices)[number];
export type Due = { choice: DueChoice; text: string };

export const noDue: Due = { choice: "none", text: "" };

const spans: Record<Exclude<DueChoice, "clock">, number | undefined> = {
  none: undefined,
  "15": 15,
  "30": 30,
  "60": 60,
};

/** False while a time is asked for and not understood, or gone by. `nowMs` in milliseconds since the epoch. */
export const isDue = ({ choice, text }: Due, nowMs: number): boolean =>
  choice !== "clock" || typedTime(text, "coming", nowMs).state === "time";

/** ISO 8601 UTC, or undefined for none; `nowMs` in milliseconds since the epoch. */
export function dueAtOf({ choice, text }: Due, nowMs: number): string | undefined {
  if (choice === "clock") return nextTime(text, nowMs);
  const minutes = spans[choice];
  return minutes === undefined ? undefined : new Date(nowMs + minutes * 60_000).toISOString();
}
