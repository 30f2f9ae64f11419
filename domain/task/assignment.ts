/** Assigning a unit: the checks and the event, alone or as the second half of accepting a request. */
import { accept, type Decision, type DecisionView, type Meta, refuse, scopeFor } from "../decision";
import { isOpen } from "../incident/machine";
import { isIncident } from "../incident/schema";
import { isFlagged } from "../incident/victims";
import type { Unit } from "../unit/schema";
import type { Action, Country } from "../vocabulary";
import type { Task } from "./schema";

/** An own unit that is not out of service; several live tasks at once are the commander's choice. */
export function usableUnit(view: DecisionView, unitId: string, country: Country): Unit | undefined {
  const unit = view.unit(unitId);
  return unit && unit.country === country && unit.status !== "out_of_service" ? unit : undefined;
}

/** What a task shows of its unit. */
export const unitLabelOf = ({ callsign, kind }: Unit): Task["unit"] => ({ callsign, kind });

export type Order = {
  taskId: string;
  incidentId: string;
  unitId: string;
  action: Action;
  dueAt?: string | undefined;
  requestId?: string;
  happenedAt?: string | undefined;
};

/** Checks an assignment and drafts its event under the id given. Denial paths are those of `task.assign`. */
export function draftAssignment(
  view: DecisionView,
  order: Order,
  joint: boolean,
  meta: Meta,
  id: string,
): Decision {
  const { taskId, dueAt, happenedAt, ...rest } = order;
  if (view.subjectTaken(taskId)) return refuse("subject-taken", "subject");
  const incident = view.incident(order.incidentId);
  if (!isIncident(incident)) return refuse("bad-target", "body.incidentId");
  if (!isOpen(incident)) return refuse("wrong-status", "body.incidentId");
  if (joint && incident.sharing !== "released") return refuse("not-released", "body.shared");
  if (order.action === "handover" && isFlagged(incident)) return refuse("protection-flag");
  const unit = usableUnit(view, order.unitId, meta.account.country);
  if (!unit) return refuse("unit-unavailable", "body.unitId");
  const times = { ...(dueAt ? { dueAt } : {}), ...(happenedAt ? { happenedAt } : {}) };
  return accept({
    id,
    scope: scopeFor(joint),
    type: "task.assigned",
    subject: taskId,
    body: { ...rest, unit: unitLabelOf(unit), ...times },
  });
}
