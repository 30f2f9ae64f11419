/** The state of one storyline: its incident, what belongs to it, and the steps that remain. */
import type { Account } from "@/domain/actor";
import type { CommandType } from "@/domain/commands";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { Story, StoryStep, ThingKind } from "./scenario/story";

/** A moment: script minutes, which are real seconds while a screen is connected, and milliseconds since 1970. */
export type PlayTime = { script: number; nowMs: number };

export type Submission = {
  command: { id: string; type: CommandType; subject: string; body: unknown };
  account: Account;
};

/** What belongs to an incident and is a subject of its own. */
export type Thing = {
  subject: string;
  kind: ThingKind;
  /** The country that created it. */
  country: Country;
  /** Whether it has not ended. */
  live: boolean;
  /** A task's unit. */
  callsign?: string;
};
export type NamedThing = { name: string; thing: Thing };

export type Run = {
  id: string;
  country: Country;
  /** The incident's present owner; `country` until a transfer is complete. */
  owner: Country;
  /** The incident's subject; absent in a shift. */
  incident: string | undefined;
  open: boolean;
  key: string;
  round: number;
  /** `cleanup` ends what the steps left open; `retained` has ended and stays in the picture until it is archived. */
  phase: "running" | "cleanup" | "retained" | "archiving";
  archiveAtMs: number;
  /** The steps that remain; the first is due at `dueAt`. */
  steps: readonly StoryStep[];
  report: Story["report"] | undefined;
  reporter: Story["reporter"];
  dueAt: number;
  /** The command sent and not yet answered, or to be sent again with the same id. */
  sent: { submission: Submission; made?: NamedThing } | undefined;
  awaits: boolean;
  /** Steps of the other country that need not be waited for: taken, or left out by it. */
  readonly seen: Set<StoryStep>;
  /** Steps of the other country that were waited for in vain; they may still come. */
  readonly missed: StoryStep[];
  /** Whether the other country created something after the steps were over. */
  hasLateThings: boolean;
  lastNote: string | undefined;
  /** The closing step before which what still ran was ended. */
  endedBefore: StoryStep | undefined;
  things: Map<string, Thing>;
};

/** What an earlier process of the exercise left in the picture. */
export type Leftover = {
  country: Country;
  owner: Country;
  /** Absent where only something that belonged to an incident is left. */
  incident?: string;
  open: boolean;
  /** Whether it is the other country's, and nobody here has read it. */
  isUnread?: boolean;
  endedAtMs: number;
  things: readonly Thing[];
};

type Beginning = Pick<Run, "id" | "country" | "key" | "round" | "steps" | "dueAt"> & Partial<Run>;

export function newRun(parts: Beginning): Run {
  return {
    owner: parts.country,
    incident: undefined,
    open: false,
    phase: "running",
    archiveAtMs: Number.POSITIVE_INFINITY,
    report: undefined,
    reporter: "operator",
    sent: undefined,
    awaits: false,
    seen: new Set(),
    missed: [],
    hasLateThings: false,
    lastNote: undefined,
    endedBefore: undefined,
    things: new Map(),
    ...parts,
  };
}

/** Whether a step ends the thing it is about. */
function endsThing({ act }: StoryStep): boolean {
  switch (act.type) {
    case "task.advance":
      return typeof act.body !== "function" && act.body.to === "completed";
    case "task.decline":
    case "task.cancel":
    case "request.decline":
    case "request.complete":
    case "request.withdraw":
    case "request.refuse-counter":
    case "proposal.accept":
    case "proposal.decline":
      return true;
    default:
      return false;
  }
}

/** Records in the storyline what a step that succeeded has changed, and what it created. */
export function recordStep(run: Run, step: StoryStep, made: NamedThing | undefined): void {
  if (made) run.things.set(made.name, made.thing);
  const name = step.on && "thing" in step.on ? step.on.thing : undefined;
  const thing = name === undefined ? undefined : run.things.get(name);
  if (name && thing && endsThing(step)) run.things.set(name, { ...thing, live: false });
  switch (step.act.type) {
    case "incident.close":
    case "incident.merge":
    case "incident.expire":
      run.open = false;
      return;
    case "incident.reopen":
      run.open = true;
      return;
    case "transfer.complete":
      run.owner = partnerOf(run.owner);
      return;
    case "drawing.remove":
      if (name) run.things.delete(name);
      return;
    default:
      return;
  }
}

/** Script minutes until the unit of a task is to be on scene, counted like `dueAt`; undefined when no step says so. */
export function arrivalOf(run: Run, name: string): number | undefined {
  let at = run.dueAt;
  for (const [index, { after, on, act }] of run.steps.entries()) {
    if (index > 0) at += after;
    const isArrival =
      act.type === "task.advance" && typeof act.body !== "function" && act.body.to === "on_scene";
    if (isArrival && on && "thing" in on && on.thing === name) return at;
  }
  return undefined;
}
