/** What a report says now that its record does not: the answer to an earlier sending was lost, and it had arrived. */
import type { Incident } from "@/domain/incident/schema";
import { trimInvisible } from "@/domain/text";
import { type Changes, changesOf, type Draft, draftOf } from "./draft";

export type EditSince = { changes: Changes; note: string };

/**
 * The fields that differ from the record and that its author changed between two sendings. What somebody else changed
 * in the record meanwhile differs too, and is left as it stands.
 */
export function editSince(
  record: Incident,
  draft: Draft,
  attempts: readonly Draft[],
  nowMs: number,
): EditSince {
  const edited = new Set(attempts.flatMap((sent) => fieldsBetween(sent, draft, nowMs)));
  const changes = Object.fromEntries(
    Object.entries(changesOf(draftOf(record), draft, nowMs)).filter(([name]) => edited.has(name)),
  );
  const note = trimInvisible(draft.note);
  const isNew = attempts.some((sent) => trimInvisible(sent.note) !== note);
  const isThere = record.national?.notes.some(({ text }) => text?.text === note);
  return { changes, note: isNew && !isThere ? note : "" };
}

/** The names of the fields that two drafts state differently. */
function fieldsBetween(before: Draft, after: Draft, nowMs: number): string[] {
  const names = Object.keys(changesOf(before, after, nowMs));
  // A typed time is always among the changes: here it counts only where it was typed otherwise.
  return before.time === after.time ? names.filter((name) => name !== "occurredAt") : names;
}

export const isSame = ({ changes, note }: EditSince): boolean =>
  Object.keys(changes).length === 0 && note === "";
