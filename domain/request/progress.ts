/** How the work on a request stands: its tasks of each side, and whether somebody still has to do something. */
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import type { Country } from "../vocabulary";
import { isLiveRequest } from "./machine";
import type { Request } from "./schema";

export type TaskOf = (id: string) => Task | undefined;

/** The request's tasks of one side. */
export function tasksOfSide({ taskIds }: Request, country: Country, taskOf: TaskOf): readonly Task[] {
  return taskIds.flatMap((id) => {
    const task = taskOf(id);
    return task?.country === country ? [task] : [];
  });
}

/** When it came to stand as it does now: since when the next move has been what it is. ISO 8601 UTC. */
export function sinceOf(request: Request): string {
  const { made, asked, answered, status } = request;
  switch (status) {
    case "made":
      return made.at;
    case "withdrawn":
      return asked.at;
    case "countered":
    case "completed":
      return answered.at ?? made.at;
    case "accepted":
    case "declined":
      return asked.state === "open" ? (answered.at ?? made.at) : asked.at;
  }
}

/** Tasks that are still live though the request was withdrawn, the asked side's first. */
export function strayTasks(request: Request, taskOf: TaskOf): readonly Task[] {
  if (request.status !== "withdrawn") return [];
  return [request.to, request.from].flatMap((side) => tasksOfSide(request, side, taskOf).filter(isLiveTask));
}

/** Whether somebody still has to do something about it: live, or withdrawn with a unit still on its way. */
export const isOpenRequest = (request: Request, taskOf: TaskOf): boolean =>
  isLiveRequest(request) || strayTasks(request, taskOf).length > 0;

/** The open ones and the ended ones, the newest first in each. */
export function byOpenness(
  requests: readonly Request[],
  taskOf: TaskOf,
): { open: Request[]; ended: Request[] } {
  const newest = [...requests].sort((a, b) => (a.made.at < b.made.at ? 1 : -1));
  const open = newest.filter((request) => isOpenRequest(request, taskOf));
  return { open, ended: newest.filter((request) => !open.includes(request)) };
}
