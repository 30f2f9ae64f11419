/** The folded state decisions are made on: one per country this process serves, moved on under the append lock. */
import type { DecisionView } from "@/domain/decide";
import { type Stream, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { Fold, type Step } from "@/domain/fold";
import type { IncidentEntity } from "@/domain/incident/schema";
import { type Evolve, emptyPicture, type Picture } from "@/domain/picture";
import type { Unit } from "@/domain/unit/schema";
import type { Country } from "@/domain/vocabulary";
import { lowestOf, onlyStreams } from "../vectors";

/** Where a start begins: what the projection holds. */
export type StateSeed = { picture: Picture; vector: Vector; subjects: Set<string>; refs: Set<string> };

/** What one event changed, so that it can be taken back. */
type CountryStep = { step: Step; subject?: string; ref?: string };

function refOf(event: FullEvent): string | undefined {
  if (event.body === null) return undefined;
  if (event.type === "incident.reported") return event.body.ref;
  if (event.type === "incident.released") return event.body.record.ref;
  return undefined;
}

/** One country's state. Subjects and refs are remembered for ever: neither may be used again after an archive. */
class CountryState implements DecisionView {
  readonly fold: Fold;
  readonly #subjects: Set<string>;
  readonly #refs: Set<string>;

  constructor(country: Country, evolveWith: Evolve, seed?: StateSeed) {
    const vector = onlyStreams(seed?.vector ?? {}, streamsSeenBy(country));
    this.fold = new Fold(copyOf(seed?.picture ?? emptyPicture()), vector, undefined, evolveWith);
    this.#subjects = new Set(seed?.subjects);
    this.#refs = new Set(seed?.refs);
  }

  get vector(): Vector {
    return this.fold.vector;
  }

  // Bound: the domain hands some of these on by themselves.
  readonly incident = (id: string): IncidentEntity | undefined => this.fold.picture.incidents.get(id);
  readonly unit = (id: string): Unit | undefined => this.fold.picture.units.get(id);
  readonly subjectTaken = (id: string): boolean => this.#subjects.has(id);
  readonly refTaken = (ref: string): boolean => this.#refs.has(ref);

  apply(event: FullEvent): CountryStep | null {
    const step = this.fold.apply(event);
    if (!step) return null;
    const subject = this.#subjects.has(event.subject) ? undefined : event.subject;
    if (subject !== undefined) this.#subjects.add(subject);
    const named = refOf(event);
    const ref = named === undefined || this.#refs.has(named) ? undefined : named;
    if (ref !== undefined) this.#refs.add(ref);
    return { step, subject, ref };
  }

  undo({ step, subject, ref }: CountryStep): void {
    this.fold.undo(step);
    if (subject !== undefined) this.#subjects.delete(subject);
    if (ref !== undefined) this.#refs.delete(ref);
  }
}

/** What one event changed in every country that sees it. */
export type StateStep = { country: Country; step: CountryStep }[];

export class DecisionStates {
  readonly streams: Stream[];
  readonly #states: Map<Country, CountryState>;

  constructor(countries: readonly Country[], evolveWith: Evolve, seeds?: ReadonlyMap<Country, StateSeed>) {
    this.#states = new Map(
      countries.map((country) => [country, new CountryState(country, evolveWith, seeds?.get(country))]),
    );
    this.streams = [...new Set(countries.flatMap(streamsSeenBy))];
  }

  /** Throws on a country this process does not serve. */
  of(country: Country): DecisionView & { readonly fold: Fold } {
    const state = this.#states.get(country);
    if (!state) throw new TypeError(`not served here: ${country}`);
    return state;
  }

  /** What every state that sees a stream has folded of it. */
  get vector(): Vector {
    return lowestOf([...this.#states.values()].map((state) => state.vector));
  }

  /** Folds an event in every country that sees its stream. Throws GapError without having changed any. */
  apply(event: FullEvent): StateStep {
    const steps: StateStep = [];
    try {
      for (const [country, state] of this.#states) {
        if (!streamsSeenBy(country).includes(event.stream)) continue;
        const step = state.apply(event);
        if (step) steps.push({ country, step });
      }
    } catch (error) {
      this.undo(steps);
      throw error;
    }
    return steps;
  }

  undo(steps: StateStep): void {
    for (const { country, step } of [...steps].reverse()) this.#states.get(country)?.undo(step);
  }
}

/** The same entities in maps of its own: entities never change, maps do. */
function copyOf(picture: Picture): Picture {
  return {
    incidents: new Map(picture.incidents),
    tasks: new Map(picture.tasks),
    requests: new Map(picture.requests),
    units: new Map(picture.units),
    messages: new Map(picture.messages),
  };
}
