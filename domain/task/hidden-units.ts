/** Safeguard S12 on a screen: what was shown of a partner's unit is forgotten the moment its joint task ends. */
import type { Change, Picture } from "../picture";
import { isLiveTask } from "./machine";
import type { Task } from "./schema";

const isJoint = (task: Task | undefined): task is Task => task?.shared === true && isLiveTask(task);

/**
 * The partner's units that a screen may no longer show the position of after these changes. A unit that stands in the
 * screen's picture is its own country's: the partner's units are national and never do.
 */
export function unitsHiddenBy(picture: Picture, changes: readonly Change[]): Set<string> {
  const hidden = new Set<string>();
  for (const change of changes) {
    if (change.collection !== "tasks" || !isJoint(change.before)) continue;
    const { unitId } = change.before;
    if (!picture.units.has(unitId) && !hasJointTask(picture, unitId)) hidden.add(unitId);
  }
  return hidden;
}

function hasJointTask(picture: Picture, unitId: string): boolean {
  for (const task of picture.tasks.values()) if (task.unitId === unitId && isJoint(task)) return true;
  return false;
}
