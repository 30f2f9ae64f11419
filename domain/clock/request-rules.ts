/** The deadlines of a request: reading it, answering it, doing it; and the end of work that nobody asks for any more. */
import { requestsEndAt } from "../incident/ended";
import type { IncidentEntity } from "../incident/schema";
import { agreedOf, isLiveRequest, unconfirmedBy, workersOf } from "../request/machine";
import { sinceOf, strayTasks, type TaskOf, tasksOfSide } from "../request/progress";
import type { Request } from "../request/schema";
import type { Country } from "../vocabulary";
import type { ClockConfig, ClockConfigs } from "./config";
import { hasteOf, hastyAnswer, hastyRead } from "./haste";
import { type ClockRule, laterOf, minutesBetween } from "./rule";

/** What a request's deadlines depend on beside itself. */
export type RequestScene = { incident: IncidentEntity | undefined; taskOf: TaskOf; configs: ClockConfigs };

/** What a request starts. */
export function requestClockRules(request: Request, scene: RequestScene): ClockRule[] {
  const { id, incidentId, status, from, to, made, asked, answered } = request;
  const { incident, taskOf, configs } = scene;
  const about = { about: id, incidentId, national: false };
  const endedAt = requestsEndAt(incident);
  if (endedAt !== undefined && isLiveRequest(request)) {
    const startedAt = laterOf(endedAt, sinceOf(request));
    return [{ ...about, kind: "stand-down", due: from, startedAt, minutes: configs[from].read.request }];
  }
  switch (status) {
    case "made": {
      const asking = { ...about, due: to, startedAt: made.at };
      const answer: ClockRule = { ...asking, kind: "request-answer", minutes: answerTime(request, scene) };
      if (answered.read) return [answer];
      const usual = requestReadMinutes(request.urgency, incident, configs[to]);
      const minutes = soonest(usual, made.at, [request.dueAt, request.appointmentAt]);
      return [{ ...asking, kind: "request-read", minutes }, answer];
    }
    case "countered": {
      const startedAt = answered.at ?? made.at;
      const minutes = counterMinutes(request, startedAt, scene);
      return [{ ...about, kind: "request-answer", due: from, startedAt, minutes }];
    }
    case "accepted":
      return [{ ...about, kind: "task-due", due: whoWorks(request), ...workTime(request, scene) }];
    case "withdrawn": {
      const [stray] = strayTasks(request, taskOf);
      if (!stray) return [];
      const { country: due } = stray;
      return [{ ...about, kind: "task-after-withdrawal", due, startedAt: asked.at, minutes: 0 }];
    }
    case "declined":
    case "completed":
      return [];
  }
}

/** The asked side; the asking one when it alone must still confirm that something was handed over. */
function whoWorks(request: Request): Country {
  const unconfirmed = unconfirmedBy(request);
  return unconfirmed.length === 0 || unconfirmed.includes(request.to) ? request.to : request.from;
}

/** An answer is never due later than what is asked for. */
function answerTime(request: Request, { incident, configs }: RequestScene): number {
  const { to, urgency, made, dueAt, appointmentAt } = request;
  const usual = answerMinutes(urgency, incident, configs[to]);
  return soonest(usual, made.at, [dueAt, appointmentAt]);
}

function counterMinutes(request: Request, startedAt: string, { incident, configs }: RequestScene): number {
  const { from, urgency, dueAt, appointmentAt, answered } = request;
  const usual = answerMinutes(urgency, incident, configs[from]);
  return soonest(usual, startedAt, [answered.counter?.dueAt ?? appointmentAt ?? dueAt]);
}

/** How soon a request is answered where no time was asked for, in minutes. */
export function answerMinutes(
  urgency: Request["urgency"],
  incident: IncidentEntity | undefined,
  config: ClockConfig,
): number {
  return Math.min(config.answer[urgency], hastyAnswer(hasteOf(incident), config) ?? Number.POSITIVE_INFINITY);
}

const soonest = (minutes: number, startedAt: string, times: readonly (string | undefined)[]): number =>
  Math.min(minutes, ...times.flatMap((time) => (time ? [minutesBetween(startedAt, time)] : [])));

/**
 * From the request, or from the counter that was agreed, to the time agreed. Without one: in danger or a pursuit until
 * a unit must be there, else as a full report.
 */
function workTime(request: Request, scene: RequestScene): Pick<ClockRule, "startedAt" | "minutes"> {
  const { made, asked, answered, to, urgency } = request;
  const { dueAt } = agreedOf(request);
  const agreedAt = asked.state === "counter-accepted" ? asked.at : undefined;
  if (dueAt) {
    const startedAt = agreedAt ?? made.at;
    return { startedAt, minutes: minutesBetween(startedAt, dueAt) };
  }
  const config = scene.configs[to];
  const hasty = hastyAnswer(hasteOf(scene.incident, urgency), config);
  const minutes = isOnScene(request, scene.taskOf) ? undefined : hasty;
  return { startedAt: agreedAt ?? answered.at ?? made.at, minutes: minutes ?? config.fullReport };
}

/** Whether a unit of those who work on it has arrived. */
export const isOnScene = (request: Request, taskOf: TaskOf): boolean =>
  workersOf(request).some((side) => tasksOfSide(request, side, taskOf).some(({ times }) => times.on_scene));

/** How soon the asked side must have read a request, in minutes. */
export function requestReadMinutes(
  urgency: Request["urgency"],
  incident: IncidentEntity | undefined,
  config: ClockConfig,
): number {
  return hastyRead(hasteOf(incident, urgency), config) ?? config.read.request;
}
