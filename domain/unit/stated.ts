/** What a unit's crew has said of itself beside what follows from its live tasks (rule D5). */
import type { UnitStatus } from "../vocabulary";
import type { Unit } from "./schema";

/**
 * What was set by hand where it says otherwise than the shown status: busy or out of service during a task. Nothing
 * where it agrees; *available* is what a unit is before its task, and says nothing beside it.
 */
export function statedBeside(unit: Unit, shown: UnitStatus): "busy" | "out_of_service" | undefined {
  const stated = unit.stated ?? unit.status;
  if (stated === shown) return undefined;
  return stated === "busy" || stated === "out_of_service" ? stated : undefined;
}

/** Whether its crew is out of service while a task counts on it: its commander must know (rule K17). */
export const isOutOnTask = (unit: Unit, shown: UnitStatus): boolean =>
  statedBeside(unit, shown) === "out_of_service";
