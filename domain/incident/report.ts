/** A first report: national, graded F6 unless stated; the reporter's country is stated, never derived. */
import type { CommandIn } from "../commands";
import {
  accept,
  type Decision,
  type DecisionView,
  type Draft,
  eventIdAt,
  type Meta,
  refuse,
} from "../decision";
import { ungraded } from "../vocabulary";
import { makeRef } from "./ref";

export function decideReport(
  view: DecisionView,
  command: CommandIn<"incident.report">,
  meta: Meta,
): Decision {
  const { historical, dangerToLife: danger } = command.body;
  if (historical && danger) return refuse("historical-danger", "body.historical");
  if (view.subjectTaken(command.subject)) return refuse("subject-taken", "subject");
  const id = eventIdAt(meta);
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
  if (!note) return accept(report);
  const noted: Draft = {
    id: eventIdAt(meta, 1),
    scope: "national",
    type: "incident.noted",
    subject,
    body: { text: note },
  };
  return accept(report, noted);
}
