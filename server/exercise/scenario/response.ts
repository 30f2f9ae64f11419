/** Whole exchanges between the two centres, from beginning to end, as lists of steps. */
import type { Action } from "@/domain/vocabulary";
import {
  about,
  accepts,
  ask,
  assign,
  carryOut,
  completes,
  confirms,
  counters,
  declines,
  type Pace,
  proposes,
  readsRequest,
  together,
  type Wish,
} from "./coordination";
import { type BodyInput, type Desk, inMinutes, otherSide, type Side, type StoryStep, stepOf } from "./story";

type Service = Omit<Wish, "handover"> &
  Pace & { unit: readonly string[]; seen?: number; agrees?: number; result: string; desk?: Desk };

/** A request that the other side reads, accepts with a unit of its own, carries out and completes. */
export function served(from: Side, after: number, name: string, service: Service): StoryStep[] {
  const { unit, seen = 4, agrees = 5, result, ...rest } = service;
  const to = otherSide(from);
  const as = `${name}-task`;
  return [
    ask(from, after, name, rest),
    readsRequest(to, seen, name),
    accepts(to, agrees, name, { as, unit }),
    ...carryOut(to, as, rest),
    completes(to, 4, name, result),
  ];
}

type Joint = Pace & {
  /** The asking side's units and the other side's. */
  mine: readonly string[];
  theirs: readonly string[];
  seen?: number;
  agrees?: number;
  urgency?: Wish["urgency"];
  result: string;
};

/** The request is accepted and both sides send a unit, each with a task linked to the request. */
function bothGo(from: Side, name: string, action: Action, work: Joint): StoryStep[] {
  const { mine, theirs, seen = 4, agrees = 6 } = work;
  const to = otherSide(from);
  const [here, there] = [`${name}-mine`, `${name}-theirs`];
  return [
    readsRequest(to, seen, name),
    accepts(to, agrees, name, { as: there, unit: theirs }),
    assign(from, 3, here, { unit: mine, action, request: name }),
    ...together(carryOut(from, here, work), carryOut(to, there, work)),
  ];
}

/** A joint patrol: a request, its acceptance, and a pair of linked tasks. */
export const jointPatrol = (from: Side, after: number, name: string, work: Joint): StoryStep[] => [
  ask(from, after, name, { action: "joint-patrol", ...(work.urgency ? { urgency: work.urgency } : {}) }),
  ...bothGo(from, name, "joint-patrol", work),
  completes(otherSide(from), 5, name, work.result),
];

type Handing = Joint & {
  of: "evidence" | "vehicles";
  place: { lng: number; lat: number };
  receivingDesk: string;
};

/** A handover to the requesting side: both send a unit, both confirm it, and the request is completed. */
export function handover(from: Side, after: number, name: string, work: Handing): StoryStep[] {
  const { of, place, receivingDesk, urgency = "routine" } = work;
  const meeting = (nowMs: number) => ({ of, place, receivingDesk, at: inMinutes(nowMs, 5) });
  return [
    ask(from, after, name, { action: "handover", urgency, handover: meeting }),
    ...bothGo(from, name, "handover", work),
    confirms(otherSide(from), 6, name),
    confirms(from, 8, name),
    completes(otherSide(from), 5, name, work.result),
  ];
}

/** A request for information, answered without a unit. */
export const informed = (
  from: Side,
  after: number,
  name: string,
  {
    takes = 60,
    result,
    urgency = "urgent" as Wish["urgency"],
  }: { takes?: number; result: string; urgency?: Wish["urgency"] },
): StoryStep[] => {
  const to = otherSide(from);
  return [
    ask(from, after, name, { action: "request-information", urgency }),
    readsRequest(to, 8, name),
    accepts(to, 10, name),
    completes(to, takes, name, result),
  ];
};

/** A request that is declined, with a reason. */
export const refused = (from: Side, after: number, name: string, wish: Wish, reason: string): StoryStep[] => [
  ask(from, after, name, wish),
  readsRequest(otherSide(from), 4, name),
  declines(otherSide(from), 7, name, reason),
];

type CounterOffer = Wish & { offers: Action; unit: readonly string[]; result: string } & Pace;

/** A request answered by a counter-offer, which is accepted and carried out. */
export function counterOffer(from: Side, after: number, name: string, bargain: CounterOffer): StoryStep[] {
  const { offers, unit, result, ...wish } = bargain;
  const to = otherSide(from);
  const as = `${name}-task`;
  return [
    ask(from, after, name, wish),
    readsRequest(to, 4, name),
    counters(to, 6, name, { action: offers }),
    about(from, 8, "commander", name, "request.accept-counter", {}),
    assign(to, 4, as, { unit, action: offers, request: name }),
    ...carryOut(to, as, bargain),
    completes(to, 5, name, result),
  ];
}

/** A change proposed by the country that does not own the incident; declined with the reason `no`, else accepted. */
export const proposal = (
  after: number,
  name: string,
  changes: BodyInput<"proposal.make">["changes"],
  { waits = 18, no }: { waits?: number; no?: string } = {},
): StoryStep[] => [
  proposes("partner", after, "operator", name, changes),
  no
    ? about("own", waits, "operator", name, "proposal.decline", { reason: no })
    : about("own", waits, "operator", name, "proposal.accept", {}),
];

/** A transfer of ownership: offered, accepted, completed. */
export const transfer = (after: number, reason: string, waits = 12): StoryStep[] => [
  stepOf("own", after, "commander", "transfer.offer", { reason }),
  stepOf("partner", waits, "commander", "transfer.accept", {}),
  stepOf("own", waits, "commander", "transfer.complete", {}),
];
