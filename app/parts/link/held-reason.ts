/** Why an event of the partner waits, as a sentence. */
import { useTranslations } from "use-intl";
import type { HeldReason, QuarantineReason } from "@/domain/admission/judge";
import type { HeldEvent } from "@/domain/protocol/down";

export const heldSentences = [
  "newer",
  "ahead",
  "missing",
  "chain",
  "unreadable",
  "ourName",
  "rights",
  "unknown",
  "exists",
  "other",
] as const;
type Sentence = (typeof heldSentences)[number];

const held: Record<HeldReason, Sentence> = {
  "unknown-type": "newer",
  "newer-body": "newer",
  "own-stream-behind": "ahead",
  "event-missing": "missing",
};

const quarantined: Record<QuarantineReason, Sentence> = {
  "wrong-stream": "chain",
  "chain-broken": "chain",
  "seen-falls": "chain",
  "wrong-clock": "chain",
  "id-reused": "chain",
  "header-differs": "unreadable",
  "too-large": "unreadable",
  unreadable: "unreadable",
  "body-differs": "unreadable",
  "wrong-body": "unreadable",
  "wrong-country": "ourName",
  "national-type": "rights",
  "foreign-subject": "rights",
  "not-its-part": "rights",
  "not-the-owner": "rights",
  "not-the-originator": "rights",
  "not-shared": "rights",
  "foreign-unit": "rights",
  "foreign-reference": "rights",
  "not-accepted": "rights",
  "unknown-subject": "unknown",
  "unknown-type": "unknown",
  "subject-exists": "exists",
};

/** A reason that another version gave has no sentence of its own here. */
export function useHeldReason(): (waits: Pick<HeldEvent, "state" | "reason">) => string {
  const t = useTranslations("link.reasons");
  return ({ state, reason }) => {
    const table: Record<string, Sentence> = state === "held" ? held : quarantined;
    return t(table[reason] ?? "other");
  };
}
