/** The types of a storyline, one incident from its report to its end as data, and the most common steps. */
import type { z } from "zod";
import type { ClockKind } from "@/domain/clock/clock";
import type { CommandType, commandBodies } from "@/domain/commands";
import type { reportSchema } from "@/domain/incident/details";
import type { PhraseId, phraseSlots } from "@/domain/phrases";
import { type Country, type Outcome, type ProvinceCode, partnerOf } from "@/domain/vocabulary";

/**
 * The desks of the exercise; each country has them all. `system` is the account of the country's jobs; `crew` is that of
 * the unit a step is about: its officer where the demo has one, else a commander.
 */
export type Desk =
  | "officer"
  | "officer2"
  | "operator"
  | "operator2"
  | "commander"
  | "commander2"
  | "protection"
  | "system"
  | "crew";

/** `own` is the country whose incident it is, `partner` the other one. */
export type Side = "own" | "partner";
export const otherSide = (side: Side): Side => (side === "own" ? "partner" : "own");

/** A report without its time, which is the moment it is sent. */
export type StoryReport = Omit<z.input<typeof reportSchema>, "occurredAt">;

/** What belongs to an incident and is a subject of its own; a storyline gives it a name. */
export type ThingKind = "task" | "request" | "proposal" | "message" | "drawing";
export type Making = {
  name: string;
  kind: ThingKind;
  /** A task's possible units by callsign, in order of preference: the first that has no other task gets it. */
  units?: readonly string[];
};

/** What a step is about when it is not the storyline's incident. */
export type Target = { thing: string } | { unit: string } | { clock: ClockKind; about: "incident" | string };

/** What is known only at the moment a step is sent. */
export type StoryContext = {
  nowMs: number;
  /** The storyline's incident. */
  incident: string;
  /** The subject of a named thing of this storyline. */
  thing: (name: string) => string;
  /** The subject of the unit that a task was given to. */
  unitOf: (name: string) => string;
  /** Another storyline's incident of the same round. */
  incidentOf: (key: string) => string;
  /** The id of the note written last. */
  lastNote: string;
};

export type StepType = Exclude<CommandType, "incident.report" | "unit.register">;
export type BodyInput<Type extends CommandType> = z.input<(typeof commandBodies)[Type]>;
/** A body, or a function that makes it at the moment it is sent. */
export type StoryBody<Type extends CommandType> =
  | BodyInput<Type>
  | ((context: StoryContext) => BodyInput<Type>);
export type StoryAct = { [Type in StepType]: { type: Type; body: StoryBody<Type> } }[StepType];

export type StoryStep = {
  side: Side;
  desk: Desk;
  /** Script minutes after the step before it. */
  after: number;
  act: StoryAct;
  on?: Target;
  makes?: Making;
  /** Named things without which the step is left out. */
  needs?: readonly string[];
};

/** The country that takes a step of a storyline of `home`. */
export const countryOfStep = (home: Country, { side }: Pick<StoryStep, "side">): Country =>
  side === "own" ? home : partnerOf(home);

/** A storyline without an incident: the shifts of the units. */
export type Shift = {
  /** Unique in the scenario. */
  key: string;
  country: Country;
  steps: readonly StoryStep[];
};

export type Story = Shift & {
  /** Where the place lies; a test holds the coordinates against the map. */
  province: ProvinceCode;
  reporter: Exclude<Desk, "crew">;
  report: StoryReport;
};

type Optional<Type extends StepType> = Record<never, never> extends BodyInput<Type> ? true : false;
type Rest<Type extends StepType> =
  Optional<Type> extends true ? [body?: StoryBody<Type>] : [body: StoryBody<Type>];

/** One step of either side; `more` says what it is about and what it makes. */
export function stepOf<Type extends StepType>(
  side: Side,
  after: number,
  desk: Desk,
  type: Type,
  body: StoryBody<Type>,
  more: Pick<StoryStep, "on" | "makes" | "needs"> = {},
): StoryStep {
  // The pairing of type and body is what the signature has just checked; the compiler cannot follow it.
  return { side, desk, after, act: { type, body } as StoryAct, ...more };
}

// A body that may be left out is an empty one; the compiler cannot follow it from the optional parameter.
const bodyOf = <Type extends StepType>([body]: Rest<Type>) => (body ?? {}) as StoryBody<Type>;

/** A step of the incident's own country; `after` counts script minutes from the step before. */
export const own = <Type extends StepType>(after: number, desk: Desk, type: Type, ...rest: Rest<Type>) =>
  stepOf("own", after, desk, type, bodyOf(rest));

/** A step of the other country. */
export const partner = <Type extends StepType>(after: number, desk: Desk, type: Type, ...rest: Rest<Type>) =>
  stepOf("partner", after, desk, type, bodyOf(rest));

/** Merges the incident into another storyline's, which must be open. */
export const mergeInto = (after: number, desk: Desk, key: string): StoryStep =>
  own(after, desk, "incident.merge", ({ incidentOf }) => ({ into: incidentOf(key) }));

/** Links the incident to another storyline's. */
export const linkTo = (after: number, desk: Desk, key: string): StoryStep =>
  own(after, desk, "incident.link", ({ incidentOf }) => ({ to: incidentOf(key) }));

/** Strikes the note written last. */
export const strikeLast = (after: number, desk: Desk, reason: string): StoryStep =>
  own(after, desk, "entry.strike", ({ lastNote }) => ({ entryId: lastNote, reason }));

/** The watch desk takes the report and verifies it. */
export const intake = (after: number, desk: Desk = "operator"): StoryStep[] => [
  own(after, desk, "incident.take"),
  own(after + 6, desk, "incident.verify"),
];

/** A release: requested by one desk, approved by a commander who is not an author. */
export const release = (
  after: number,
  options: { asks?: Desk; approves?: Desk; exactPlace?: true } = {},
): StoryStep[] => {
  const { asks = "operator", approves = "commander", exactPlace } = options;
  return [
    own(after, asks, "release.request"),
    own(after - 2, approves, "release.approve", exactPlace ? { exactPlace } : {}),
  ];
};

type Grade = BodyInput<"incident.assess">["grading"];

/** The partner acknowledges the incident and, if given, adds its own grading. */
export const read = (after: number, desk: Desk = "operator", grading?: Grade): StoryStep[] => [
  partner(after, desk, "incident.acknowledge"),
  ...(grading ? [partner(after + 10, desk, "incident.assess", { grading })] : []),
];

type SlotsOf<Id extends PhraseId> = {
  [Slot in keyof (typeof phraseSlots)[Id]]: (typeof phraseSlots)[Id][Slot] extends z.ZodType<infer Value>
    ? Value
    : never;
};
/** A phrase with its slots. */
export type Phrase = { [Id in PhraseId]: { id: Id; slots: SlotsOf<Id> } }[PhraseId];
/** A phrase, or a function that makes it at the moment it is sent, as phrases may name a future time. */
export type Saying = Phrase | ((nowMs: number) => Phrase);
type WirePhrase = BodyInput<"incident.note">["phrase"];

// The wire's inferred type merges the slots of all phrases; a test parses every phrase of the scenario.
export const onWire = (saying: Saying, nowMs: number) =>
  (typeof saying === "function" ? saying(nowMs) : saying) as WirePhrase;

/** A note from the phrase book, which each side reads in its own language. */
export const says = (
  side: Side,
  after: number,
  desk: Desk,
  saying: Saying,
  audience: "joint" | "national" = "joint",
): StoryStep =>
  stepOf(side, after, desk, "incident.note", ({ nowMs }) => ({ phrase: onWire(saying, nowMs), audience }));

export const close = (after: number, outcome: Outcome, desk: Desk = "operator"): StoryStep =>
  own(after, desk, "incident.close", { outcome });

/** The instant a number of real minutes from now, rounded to the second. */
export const inMinutes = (nowMs: number, minutes: number): string =>
  new Date(Math.round((nowMs + minutes * 60_000) / 1_000) * 1_000).toISOString();
