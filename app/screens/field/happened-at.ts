/** When a step happened that is reported later. Pure. */
import type { Task } from "@/domain/task/schema";
import { lastTime } from "../../parts/report/draft";
import { lastStepAt } from "./my-tasks";

export type HappenedAt =
  | { ok: true; at: string | undefined }
  | { ok: false; why: "notATime" }
  /** `last`: the step it would come before, ISO 8601 UTC. */
  | { ok: false; why: "beforeLast"; last: string };

const minuteMs = 60_000;

/** What was typed, as an instant; empty means now, and is left to the server. */
export function happenedAt(text: string, task: Task, nowMs: number): HappenedAt {
  if (text.trim() === "") return { ok: true, at: undefined };
  const at = lastTime(text, nowMs);
  if (!at) return { ok: false, why: "notATime" };
  const last = lastStepAt(task);
  if (at >= last) return { ok: true, at };
  // Typed to the minute: within the minute of the step before it, it is that very moment.
  if (Date.parse(at) + minuteMs > Date.parse(last)) return { ok: true, at: last };
  return { ok: false, why: "beforeLast", last };
}
