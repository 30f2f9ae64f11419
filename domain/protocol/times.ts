/** Which times a command may name: what happened is not in the future, what is due is neither past nor far away. */
import { aheadMs } from "./limits";

/** Nothing that is written here happened before. Milliseconds since the epoch. */
const earliestMs = Date.UTC(2000, 0, 1);
/** A leap year, so that the same day of next year always fits. Milliseconds. */
const yearMs = 366 * 86_400_000;

type TimeFault = { reason: "future-time" | "time-range"; path: string };
type Check = (timeMs: number, nowMs: number) => TimeFault["reason"] | undefined;

const happened: Check = (timeMs, nowMs) =>
  timeMs <= nowMs + aheadMs && timeMs >= earliestMs ? undefined : "future-time";
const coming: Check = (timeMs, nowMs) =>
  timeMs >= nowMs - aheadMs && timeMs <= nowMs + yearMs ? undefined : "time-range";

/** By the field's name, or by its holder's and its own, wherever in a command's body it stands. */
const checks = new Map<string, Check>([
  ["occurredAt", happened],
  ["happenedAt", happened],
  ["dueAt", coming],
  ["expiresAt", coming],
  ["handover.at", coming],
]);

/** The first time of a body that cannot be meant. `at` is the server's time, ISO 8601 UTC. */
export function findBadTime(
  body: object,
  at: string,
  path: readonly string[] = ["body"],
): TimeFault | undefined {
  for (const [name, value] of Object.entries(body)) {
    const here = [...path, name];
    const check = checks.get(name) ?? checks.get(here.slice(-2).join("."));
    const reason = typeof value === "string" && check?.(Date.parse(value), Date.parse(at));
    if (reason) return { reason, path: here.join(".") };
    const inner = typeof value === "object" && value !== null ? findBadTime(value, at, here) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
