/** How each country's part of a storyline learns of the other's: by the events that reach its own picture. */
import type { EventType, FullEvent } from "@/domain/events";
import type { Country } from "@/domain/vocabulary";
import { type NamedThing, type Run, recordStep } from "./run";
import { countryOfStep, type StepType, type StoryContext, type StoryStep } from "./scenario/story";
import { thingSubject } from "./subjects";

/** The events by which the other country's node sees a step that it may have to follow; nobody waits for any other. */
const announcedBy: Partial<Record<StepType, EventType>> = {
  "incident.acknowledge": "incident.acknowledged",
  "incident.take": "incident.taken",
  "incident.close": "incident.closed",
  "incident.merge": "incident.merged",
  "incident.expire": "incident.expired",
  "incident.reopen": "incident.reopened",
  "release.recall": "release.recalled",
  "release.acknowledge-recall": "release.recall-acknowledged",
  "transfer.offer": "transfer.offered",
  "transfer.accept": "transfer.accepted",
  "transfer.decline": "transfer.declined",
  "transfer.complete": "transfer.completed",
  "task.assign": "task.assigned",
  "task.reassign": "task.reassigned",
  "task.acknowledge": "task.acknowledged",
  "task.decline": "task.declined",
  "task.advance": "task.advanced",
  "task.cancel": "task.cancelled",
  "request.make": "request.made",
  "request.acknowledge": "request.acknowledged",
  "request.accept": "request.accepted",
  "request.decline": "request.declined",
  "request.counter": "request.countered",
  "request.accept-counter": "request.counter-accepted",
  "request.refuse-counter": "request.counter-refused",
  "request.confirm": "request.confirmed",
  "request.complete": "request.completed",
  "request.withdraw": "request.withdrawn",
  "proposal.make": "proposal.made",
  "proposal.accept": "proposal.accepted",
  "proposal.decline": "proposal.declined",
  "message.post": "message.posted",
};

/** Events that end what they are about. */
const endings: ReadonlySet<EventType> = new Set<EventType>([
  "task.declined",
  "task.cancelled",
  "request.declined",
  "request.counter-refused",
  "request.completed",
  "request.withdrawn",
  "proposal.accepted",
  "proposal.declined",
]);
const incidentEndings: ReadonlySet<EventType> = new Set<EventType>([
  "incident.closed",
  "incident.merged",
  "incident.expired",
]);

/** Enough to see which parts a body will have, before what it names exists. */
const anyContext: StoryContext = {
  nowMs: 0,
  incident: "",
  thing: (name) => name,
  unitOf: (name) => name,
  incidentOf: (key) => key,
  lastNote: "",
};

/** Whether a task is one that the other country sees: shared, or given for its request. */
function isSharedTask({ act }: StoryStep): boolean {
  if (act.type !== "task.assign") return true;
  const body = typeof act.body === "function" ? act.body(anyContext) : act.body;
  return body.requestId !== undefined || body.shared === true;
}

/** Whether a step of the other country will be seen here, if it is taken at all. */
export function isAwaited({ things, seen }: Run, step: StoryStep): boolean {
  const named = step.on && "thing" in step.on ? step.on.thing : undefined;
  const isKnown = named === undefined || named === step.makes?.name || things.has(named);
  const hasNeeds = (step.needs ?? []).every((name) => things.has(name));
  return (
    !seen.has(step) && announcedBy[step.act.type] !== undefined && isKnown && hasNeeds && isSharedTask(step)
  );
}

/** What a step of this country creates, as both nodes know it. */
function thingMade({ incident }: Run, { makes }: StoryStep, country: Country): NamedThing | undefined {
  if (!makes || !incident) return undefined;
  const { name, kind } = makes;
  const live = kind === "task" || kind === "request" || kind === "proposal";
  return { name, thing: { subject: thingSubject(country, incident, name), kind, country, live } };
}

function subjectOf(run: Run, { on, makes }: StoryStep, country: Country): string | undefined {
  if (!on) return run.incident;
  if (!("thing" in on)) return undefined;
  const known = run.things.get(on.thing)?.subject;
  if (known || on.thing !== makes?.name || !run.incident) return known;
  return thingSubject(country, run.incident, on.thing);
}

function isAnnounced(run: Run, step: StoryStep, { type, subject, actor, body }: FullEvent): boolean {
  const { country } = actor;
  if (countryOfStep(run.country, step) !== country || announcedBy[step.act.type] !== type) return false;
  if (subjectOf(run, step, country) !== subject) return false;
  const asked = typeof step.act.body === "function" ? undefined : step.act.body;
  if (step.act.type !== "task.advance" || !asked || !("to" in asked)) return true;
  return body !== null && "to" in body && body.to === asked.to;
}

/** Takes what the other country did in a storyline. Of its steps before the one seen, none will come any more. */
export function learn(run: Run, event: FullEvent, script: number): void {
  const { country } = event.actor;
  const index = run.steps.findIndex((one) => !run.seen.has(one) && isAnnounced(run, one, event));
  const step = run.steps[index] ?? run.missed.find((one) => isAnnounced(run, one, event));
  if (step) recordStep(run, step, thingMade(run, step, country));
  for (const one of run.steps.slice(0, index + 1))
    if (countryOfStep(run.country, one) === country) run.seen.add(one);
  for (const [name, thing] of run.things)
    if (thing.subject === event.subject && endings.has(event.type))
      run.things.set(name, { ...thing, live: false });
  if (run.phase !== "running") run.hasLateThings ||= step?.makes !== undefined;
  else if (event.subject === run.incident && incidentEndings.has(event.type)) endRunning(run, index, script);
}

/** The owner has ended the incident: only what the storyline has after that remains, as after reopening it. */
function endRunning(run: Run, index: number, script: number): void {
  run.open = false;
  run.sent = undefined;
  run.steps = index < 0 ? [] : run.steps.slice(index);
  run.dueAt = script;
}
