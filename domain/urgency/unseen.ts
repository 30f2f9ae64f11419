/** How grave it is what a centre has not seen: by what came back, and by the incident that it is about. */
import { type IncidentEntity, isIncident } from "../incident/schema";
import { type What, whats } from "../news";
import { type AlertGrade, alertGradeOf, compareGrades } from "./alerts";

/** The partner or a unit said no to what was asked of it. */
const refusals: ReadonlySet<What> = new Set([
  "task-declined",
  "request-declined",
  "counter-refused",
  "transfer-declined",
]);

/** A call for help counts as danger to life, whatever the incident was thought to be; a tombstone has no impact left. */
export function gradeOf(what: What, entity: IncidentEntity): AlertGrade {
  if (what === "help-needed") return "danger-to-life";
  if (!isIncident(entity)) return "medium";
  return alertGradeOf(entity, refusals.has(what));
}

/** Whether lives or a pursuit are at stake. */
export function isGrave(what: What, entity: IncidentEntity): boolean {
  const grade = gradeOf(what, entity);
  return grade === "danger-to-life" || grade === "pursuit";
}

/** Sorts the gravest first: by grade, then by what came back. Two that are equal are of one kind and grade. */
export function compareGravest(
  a: { what: What; entity: IncidentEntity },
  b: { what: What; entity: IncidentEntity },
): number {
  const byGrade = compareGrades(gradeOf(a.what, a.entity), gradeOf(b.what, b.entity));
  return byGrade || whats.indexOf(a.what) - whats.indexOf(b.what);
}
