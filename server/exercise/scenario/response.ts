/** What two centres do together, from beginning to end, so that a storyline names it in one line. */
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

/** Both sides go, each with a task of its own linked to the one request. */
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

/** A joint patrol: asked for, accepted, and a pair of linked tasks. */
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

/** A handover to the side that asks for it: both come, both confirm it, and then it is complete. */
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

/** What the other side knows: no unit goes. */
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

/** The other side says no, with a reason. */
export const refused = (from: Side, after: number, name: string, wish: Wish, reason: string): StoryStep[] => [
  ask(from, after, name, wish),
  readsRequest(otherSide(from), 4, name),
  declines(otherSide(from), 7, name, reason),
];

type Bargain = Wish & { offers: Action; unit: readonly string[]; result: string } & Pace;

/** The other side offers something else, which is taken up and carried out. */
export function bargained(from: Side, after: number, name: string, bargain: Bargain): StoryStep[] {
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

/** A change proposed by the one who does not own the incident, and the owner's answer: no reason means yes. */
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

/** Ownership passes: offered, accepted, completed. */
export const transfer = (after: number, reason: string, waits = 12): StoryStep[] => [
  stepOf("own", after, "commander", "transfer.offer", { reason }),
  stepOf("partner", waits, "commander", "transfer.accept", {}),
  stepOf("own", waits, "commander", "transfer.complete", {}),
];
