/** A first report: national, graded F6 unless stated; the reporter's country is stated, never derived. */
import type { CommandIn } from "../commands";
import type { Decision, DecisionView, Draft, Meta } from "../decide";
import { deny } from "../protocol/errors";
import { ungraded } from "../vocabulary";
import { makeRef } from "./ref";

export function decideReport(
  view: DecisionView,
  command: CommandIn<"incident.report">,
  meta: Meta,
): Decision {
  if (view.subjectTaken(command.subject)) return { ok: false, denial: deny("subject-taken", "subject") };
  const [id, noteId] = meta.eventIds;
  if (!id || !noteId) throw new Error("a report needs two event ids");
  const {
    note,
    protection,
    dangerToLife,
    place,
    grading = ungraded,
    handling = "H0",
    ...details
  } = command.body;
  const { subject } = command;
  const report: Draft = {
    id,
    scope: "national",
    type: "incident.reported",
    subject,
    body: {
      ...details,
      ref: makeRef(meta.account.country, meta.resolved?.province, id, view.refTaken),
      place: { ...place, ...meta.resolved },
      grading,
      handling,
      ...(dangerToLife ? { dangerToLife: true as const } : {}),
      ...(protection ? { protection: true as const } : {}),
    },
  };
  if (!note) return { ok: true, drafts: [report] };
  const noted: Draft = {
    id: noteId,
    scope: "national",
    type: "incident.noted",
    subject,
    body: { text: note },
  };
  return { ok: true, drafts: [report, noted] };
}
