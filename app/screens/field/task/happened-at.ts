/** When a step happened that is reported later. Pure. */
import type { Task } from "@/domain/task/schema";
import { lastStepAt } from "@/domain/task/stages";
import { lastTime, typedTime } from "../../../i18n/typed-time";

export type HappenedAt =
  | { ok: true; at: string | undefined }
  | { ok: false; why: "notATime" }
  /** `last`: the step it would come before, ISO 8601 UTC. */
  | { ok: false; why: "beforeLast"; last: string };

/** What was typed, as an instant; empty means now, and is left to the server. */
export function happenedAt(text: string, task: Task, nowMs: number): HappenedAt {
  const typed = typedTime(text, "past", nowMs);
  if (typed.state === "empty") return { ok: true, at: undefined };
  const last = lastStepAt(task);
  const at = lastTime(text, nowMs, last);
  if (!at) return { ok: false, why: "notATime" };
  return at >= last ? { ok: true, at } : { ok: false, why: "beforeLast", last };
}
