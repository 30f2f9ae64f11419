/** What a storyline of the exercise is: one incident from its report to its end, as data. */
import type { z } from "zod";
import type { CommandType, commandBodies } from "@/domain/commands";
import type { reportSchema } from "@/domain/incident/schema";
import type { PhraseId, phraseSlots } from "@/domain/phrases";
import type { Country, Outcome, ProvinceCode } from "@/domain/vocabulary";

/** The desks that play; each country has them all. `system` is the country's jobs. */
export type Desk =
  | "officer"
  | "officer2"
  | "operator"
  | "operator2"
  | "commander"
  | "commander2"
  | "protection"
  | "system";

/** `own` is the country whose incident it is, `partner` the other one. */
export type Side = "own" | "partner";

/** A report without its time: what the exercise reports happens when it is reported. */
export type StoryReport = Omit<z.input<typeof reportSchema>, "occurredAt">;

/** What only the player can fill in: another storyline's subject, or the id of a note written before. */
type Resolved =
  | { type: "incident.merge"; into: string }
  | { type: "incident.link"; to: string }
  | { type: "entry.strike"; reason: string };

type Played = `incident.${string}` | `release.${string}` | `protection.${string}`;
type StepType = Exclude<Extract<CommandType, Played>, Resolved["type"] | "incident.report">;
type BodyInput<Type extends CommandType> = z.input<(typeof commandBodies)[Type]>;
/** A body, or how to make one from the moment it is sent: phrases may name a time to come. */
type StoryBody<Type extends CommandType> = BodyInput<Type> | ((nowMs: number) => BodyInput<Type>);
type Plain = { [Type in StepType]: { type: Type; body: StoryBody<Type> } }[StepType];

export type StoryAct = Plain | Resolved;
export type StoryStep = {
  side: Side;
  desk: Desk;
  /** Script minutes after the step before it. */
  after: number;
  act: StoryAct;
};

export type Story = {
  /** Unique in the scenario; other storylines refer to it. */
  key: string;
  country: Country;
  /** Where the place lies; a test holds the coordinates against the map. */
  province: ProvinceCode;
  reporter: Desk;
  report: StoryReport;
  steps: readonly StoryStep[];
};

type Optional<Type extends StepType> = Record<never, never> extends BodyInput<Type> ? true : false;
type Rest<Type extends StepType> =
  Optional<Type> extends true ? [body?: StoryBody<Type>] : [body: StoryBody<Type>];

function stepOf<Type extends StepType>(side: Side, after: number, desk: Desk, type: Type, rest: Rest<Type>) {
  // The pairing of type and body is what the signature has just checked; the compiler cannot follow it.
  return { side, desk, after, act: { type, body: rest[0] ?? {} } as StoryAct } satisfies StoryStep;
}

/** A step of the incident's own country, so many script minutes after the one before. */
export const own = <Type extends StepType>(after: number, desk: Desk, type: Type, ...rest: Rest<Type>) =>
  stepOf("own", after, desk, type, rest);

/** A step of the other country. */
export const partner = <Type extends StepType>(after: number, desk: Desk, type: Type, ...rest: Rest<Type>) =>
  stepOf("partner", after, desk, type, rest);

/** A step that names another storyline, or the note written last. */
export const ownResolved = (after: number, desk: Desk, act: Resolved): StoryStep => ({
  side: "own",
  desk,
  after,
  act,
});

/** The watch desk takes the report and verifies it. */
export const intake = (after: number, desk: Desk = "operator"): StoryStep[] => [
  own(after, desk, "incident.take"),
  own(after + 6, desk, "incident.verify"),
];

/** Asked for by a desk, approved by a commander who is not an author. */
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

/** The partner reads it and gives its own grading. */
export const read = (after: number, desk: Desk = "operator", grading?: Grade): StoryStep[] => [
  partner(after, desk, "incident.acknowledge"),
  ...(grading ? [partner(after + 10, desk, "incident.assess", { grading })] : []),
];

type SlotsOf<Id extends PhraseId> = {
  [Slot in keyof (typeof phraseSlots)[Id]]: (typeof phraseSlots)[Id][Slot] extends z.ZodType<infer Value>
    ? Value
    : never;
};
/** A phrase with just the slots it has. */
export type Phrase = { [Id in PhraseId]: { id: Id; slots: SlotsOf<Id> } }[PhraseId];
type WirePhrase = BodyInput<"incident.note">["phrase"];
// The wire's inferred type merges the slots of all phrases; a test parses every phrase of the scenario.
const onWire = (phrase: Phrase) => phrase as WirePhrase;

/** A phrase from the phrase book: each side reads it in its own language. */
export const says = (
  side: Side,
  after: number,
  desk: Desk,
  phrase: Phrase | ((nowMs: number) => Phrase),
  audience: "joint" | "national" = "joint",
): StoryStep => {
  const body =
    typeof phrase === "function"
      ? (nowMs: number) => ({ phrase: onWire(phrase(nowMs)), audience })
      : { phrase: onWire(phrase), audience };
  return side === "own"
    ? own(after, desk, "incident.note", body)
    : partner(after, desk, "incident.note", body);
};

export const close = (after: number, outcome: Outcome, desk: Desk = "operator"): StoryStep =>
  own(after, desk, "incident.close", { outcome });

/** An instant so many real minutes from now, to the second. */
export const inMinutes = (nowMs: number, minutes: number): string =>
  new Date(Math.round((nowMs + minutes * 60_000) / 1_000) * 1_000).toISOString();
