/** When something is said to have happened: neither before its incident nor before the thing's own earlier step. */
import type { Command, CommandIn } from "./commands";
import type { DecisionView } from "./decision";
import { type Denial, deny } from "./errors";
import { isIncident } from "./incident/schema";
import type { Request, requestCommands } from "./request/schema";
import { lastStepAt } from "./task/stages";

/** The commands whose body may say when it happened. */
type Timed<Each> = Each extends { body: infer Body } ? TimedBody<Body, Each> : never;
/** An empty body has no name of its own and every name by its type. */
type TimedBody<Body, Each> = string extends keyof Body
  ? never
  : "happenedAt" extends keyof Body
    ? Each
    : never;
type TimedCommand = Timed<Command>;
type RequestStep = Exclude<
  CommandIn<keyof typeof requestCommands>["type"],
  "request.make" | "request.archive"
>;

/** The steps of a request that come before each step. What the two sides do beside each other has no order. */
const stepsBefore: Record<RequestStep, (request: Request) => (string | undefined)[]> = {
  "request.withdraw": ({ made, asked }) => [made.at, asked.at],
  "request.acknowledge": ({ made }) => [made.at],
  "request.accept": ({ asked, answered }) => [asked.at, answered.at],
  "request.decline": ({ asked, answered }) => [asked.at, answered.at],
  "request.counter": ({ asked, answered }) => [asked.at, answered.at],
  "request.accept-counter": ({ asked, answered }) => [asked.at, answered.at],
  "request.refuse-counter": ({ asked, answered }) => [asked.at, answered.at],
  "request.confirm": ({ asked, answered }) => [asked.at, answered.at],
  "request.complete": ({ asked, answered }) => [asked.at, answered.at],
};

/** What a command continues: its incident's id, and when the steps before it happened. */
type Before = { incidentId: string | undefined; steps: readonly (string | undefined)[] };

function beforeOf(view: DecisionView, command: TimedCommand): Before {
  switch (command.type) {
    case "incident.note":
      return { incidentId: command.subject, steps: [] };
    case "task.assign":
    case "request.make":
    case "message.post":
      return { incidentId: command.body.incidentId, steps: [] };
    case "task.acknowledge":
    case "task.advance":
    case "task.decline":
    case "task.cancel":
    case "task.reassign": {
      const task = view.task(command.subject);
      return { incidentId: task?.incidentId, steps: task ? [lastStepAt(task)] : [] };
    }
    default: {
      const request = view.request(command.subject);
      return { incidentId: request?.incidentId, steps: request ? stepsBefore[command.type](request) : [] };
    }
  }
}

const isTimed = (command: Command): command is TimedCommand => "happenedAt" in command.body;

/** Why a command's `happenedAt` cannot be; undefined when it can, or when none was given. */
export function happenedTooEarly(view: DecisionView, command: Command): Denial | undefined {
  const happenedAt = isTimed(command) ? command.body.happenedAt : undefined;
  if (happenedAt === undefined || !isTimed(command)) return undefined;
  const isLater = (at: string | undefined) => at !== undefined && Date.parse(at) > Date.parse(happenedAt);
  const { incidentId, steps } = beforeOf(view, command);
  const incident = incidentId === undefined ? undefined : view.incident(incidentId);
  if (isIncident(incident) && isLater(incident.occurredAt)) return deny("before-incident", "body.happenedAt");
  return steps.some(isLater) ? deny("time-order", "body.happenedAt") : undefined;
}
