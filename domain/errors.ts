/** Errors: a code for machines, a stable reason, and a sentence in the reader's language (protocol/sentences.ts). */
import { z } from "zod";
import { type Running, runningSchema } from "./running";

export const errorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "rate-limited",
  "too-large",
  "unavailable",
  "protocol",
] as const;
export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** Why a command was turned down; each has a sentence per language. */
export const denialReasons = {
  "bad-form": "invalid",
  "bad-text": "invalid",
  "unknown-command": "invalid",
  ahead: "invalid",
  "future-time": "invalid",
  "time-range": "invalid",
  "foreign-subject": "invalid",
  "historical-danger": "invalid",
  "id-reused": "invalid",
  "signed-out": "unauthenticated",
  "role-may-not": "forbidden",
  "not-the-owner": "forbidden",
  "not-the-originator": "forbidden",
  "revise-instead": "forbidden",
  "own-country-may-not": "forbidden",
  "four-eyes": "forbidden",
  "not-the-author": "forbidden",
  "flag-officer-only": "forbidden",
  "not-there": "not-found",
  "subject-taken": "conflict",
  "wrong-status": "conflict",
  "wrong-sharing": "conflict",
  "already-read": "conflict",
  "already-struck": "conflict",
  "not-released": "conflict",
  "protection-flag": "conflict",
  "no-exact-place": "conflict",
  "not-urgent": "conflict",
  "changed-since": "conflict",
  "nothing-to-change": "conflict",
  "bad-target": "conflict",
  "unit-unavailable": "conflict",
  "not-confirmed": "conflict",
  "still-running": "conflict",
  "numbers-differ": "conflict",
  "too-early": "conflict",
  "time-order": "invalid",
  "before-incident": "invalid",
  archived: "conflict",
  "too-fast": "rate-limited",
  "too-long": "too-large",
  "partner-older": "conflict",
  "not-saved": "unavailable",
  restored: "unavailable",
} as const satisfies Record<string, ErrorCode>;
export type DenialReason = keyof typeof denialReasons;

/** A command turned down: nothing has changed. */
export type Denial = { reason: DenialReason; path?: string; running?: readonly Running[] };
export const deny = (reason: DenialReason, path?: string): Denial => (path ? { reason, path } : { reason });

export const wireErrorSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  path: z.string().optional(),
  reason: z.string().optional(),
  /** What still runs, where that is why an incident cannot be ended. */
  running: z.array(runningSchema).optional(),
});
export type WireError = z.infer<typeof wireErrorSchema>;
