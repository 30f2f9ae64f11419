/** The outcome of a command, and its answer on the wire. */

import { type Denial, deny } from "@/domain/errors";
import type { CommandAnswer } from "@/domain/protocol/down";
import { toWireError } from "@/domain/protocol/sentences";
import type { Language } from "@/domain/vocabulary";

/** The events a command wrote, or why it was refused. */
export type Outcome = Extract<CommandAnswer, { ok: true }> | { ok: false; denial: Denial };

export const refused = (...args: Parameters<typeof deny>): Outcome => ({
  ok: false,
  denial: deny(...args),
});

/** An outcome in the account's language. */
export function answerOf(outcome: Outcome, lang: Language): CommandAnswer {
  return outcome.ok ? outcome : { ok: false, error: toWireError(outcome.denial, lang) };
}
