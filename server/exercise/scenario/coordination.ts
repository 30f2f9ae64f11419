/** Steps about tasks, requests and proposals. */
import type { Action } from "@/domain/vocabulary";
import {
  type BodyInput,
  type Desk,
  inMinutes,
  type Side,
  type StepType,
  type StoryBody,
  type StoryStep,
  stepOf,
} from "./story";

/** Merges lists of steps that run in parallel from the same moment, each at its own pace. */
export function together(...strands: readonly (readonly StoryStep[])[]): StoryStep[] {
  const timed = strands.flatMap((strand) => {
    let at = 0;
    return strand.map((step) => {
      at += step.after;
      return { at, step };
    });
  });
  timed.sort((a, b) => a.at - b.at);
  return timed.map(({ at, step }, index) => ({ ...step, after: at - (timed[index - 1]?.at ?? 0) }));
}

/** How long the parts of a task take, in script minutes. */
export type Pace = { reads?: number; leaves?: number; drives?: number; stays?: number; result?: string };
type Order = {
  unit: readonly string[];
  action: Action;
  desk?: Desk;
  /** Real minutes until the unit must be there. */
  dueIn?: number;
  /** The name of the request it serves. */
  request?: string;
  shared?: true;
};

const dueAfter = (nowMs: number, minutes: number | undefined) =>
  minutes === undefined ? {} : { dueAt: inMinutes(nowMs, minutes) };

/** A commander gives an own unit a task. */
export function assign(side: Side, after: number, name: string, order: Order): StoryStep {
  const { unit, action, desk = "commander", dueIn, request, shared } = order;
  const body: StoryBody<"task.assign"> = ({ nowMs, incident, unitOf, thing }) => ({
    incidentId: incident,
    unitId: unitOf(name),
    action,
    ...dueAfter(nowMs, dueIn),
    ...(request ? { requestId: thing(request) } : {}),
    ...(shared ? { shared } : {}),
  });
  return stepOf(side, after, desk, "task.assign", body, {
    on: { thing: name },
    makes: { name, kind: "task", units: unit },
    ...(request ? { needs: [request] } : {}),
  });
}

/** A step about a named thing. */
export const about = <Type extends StepType>(
  side: Side,
  after: number,
  desk: Desk,
  name: string,
  type: Type,
  body: StoryBody<Type>,
): StoryStep => stepOf(side, after, desk, type, body, { on: { thing: name }, needs: [name] });

/** The crew acknowledges the task and departs. */
export const setOut = (side: Side, name: string, { reads = 3, leaves = 4 }: Pace = {}): StoryStep[] => [
  about(side, reads, "crew", name, "task.acknowledge", {}),
  about(side, leaves, "crew", name, "task.advance", { to: "en_route" }),
];

/** The crew's steps from the acknowledgement to the completion. */
export const carryOut = (side: Side, name: string, pace: Pace = {}): StoryStep[] => {
  const { drives = 30, stays = 110, result } = pace;
  return [
    ...setOut(side, name, pace),
    about(side, drives, "crew", name, "task.advance", { to: "on_scene" }),
    about(side, stays, "crew", name, "task.advance", { to: "completed", ...(result ? { result } : {}) }),
  ];
};

/** A task from its assignment to its completion. */
export const task = (side: Side, after: number, name: string, order: Order & Pace): StoryStep[] => [
  assign(side, after, name, order),
  ...carryOut(side, name, order),
];

export type Wish = {
  action: Action;
  urgency?: BodyInput<"request.make">["urgency"];
  /** Real minutes until it must be done. */
  dueIn?: number;
  desk?: Desk;
  handover?: (nowMs: number) => BodyInput<"request.make">["handover"];
};

/** A commander makes a request to the other country. */
export function ask(side: Side, after: number, name: string, wish: Wish): StoryStep {
  const { action, urgency = "urgent", dueIn, desk = "commander", handover } = wish;
  const body: StoryBody<"request.make"> = ({ nowMs, incident }) => ({
    incidentId: incident,
    action,
    urgency,
    ...dueAfter(nowMs, dueIn),
    ...(handover ? { handover: handover(nowMs) } : {}),
  });
  return stepOf(side, after, desk, "request.make", body, {
    on: { thing: name },
    makes: { name, kind: "request" },
  });
}

export const readsRequest = (side: Side, after: number, name: string, desk: Desk = "operator"): StoryStep =>
  about(side, after, desk, name, "request.acknowledge", {});

/** Accepts a request, and assigns an own unit in the same step when one is named. */
export function accepts(
  side: Side,
  after: number,
  name: string,
  order: { as?: string; unit?: readonly string[]; dueIn?: number; desk?: Desk } = {},
): StoryStep {
  const { as, unit, dueIn, desk = "commander" } = order;
  if (!as || !unit) return about(side, after, desk, name, "request.accept", {});
  const body: StoryBody<"request.accept"> = ({ nowMs, thing, unitOf }) => ({
    assign: { taskId: thing(as), unitId: unitOf(as), ...dueAfter(nowMs, dueIn) },
  });
  return stepOf(side, after, desk, "request.accept", body, {
    on: { thing: name },
    needs: [name],
    makes: { name: as, kind: "task", units: unit },
  });
}

export const declines = (side: Side, after: number, name: string, reason: string): StoryStep =>
  about(side, after, "commander", name, "request.decline", { reason });

/** Answers a request with a counter-offer. */
export const counters = (
  side: Side,
  after: number,
  name: string,
  offer: { action: Action; dueIn?: number },
): StoryStep =>
  about(side, after, "commander", name, "request.counter", ({ nowMs }) => ({
    action: offer.action,
    ...dueAfter(nowMs, offer.dueIn),
  }));

export const completes = (side: Side, after: number, name: string, result: string): StoryStep =>
  about(side, after, "commander", name, "request.complete", { result });

/** One side confirms that a handover took place as agreed. */
export const confirms = (side: Side, after: number, name: string, desk: Desk = "operator"): StoryStep =>
  about(side, after, desk, name, "request.confirm", {});

/** The country that does not own the incident proposes a change. */
export const proposes = (
  side: Side,
  after: number,
  desk: Desk,
  name: string,
  changes: BodyInput<"proposal.make">["changes"],
): StoryStep =>
  stepOf(side, after, desk, "proposal.make", ({ incident }) => ({ incidentId: incident, changes }), {
    on: { thing: name },
    makes: { name, kind: "proposal" },
  });

/** A commander gives the task to another unit. */
export const reassigns = (
  side: Side,
  after: number,
  name: string,
  units: readonly string[],
  reason: string,
): StoryStep =>
  stepOf(side, after, "commander", "task.reassign", ({ unitOf }) => ({ unitId: unitOf(name), reason }), {
    on: { thing: name },
    needs: [name],
    makes: { name, kind: "task", units },
  });
