/** The folded state that commands are decided on: one per served country, updated under the append lock. */
import { type ClockConfig, defaultClockConfig, ofBothSides } from "@/domain/clock/config";
import type { DecisionView } from "@/domain/decision";
import { type Stream, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { Fold, type Step } from "@/domain/fold";
import { copyPicture, type Evolve, emptyPicture, type Picture } from "@/domain/picture";
import { viewOf } from "@/domain/view";
import type { Country } from "@/domain/vocabulary";
import { lowestOf, onlyStreams } from "../vectors";

/** What the projection holds, to start from. */
export type StateSeed = { picture: Picture; vector: Vector; subjects: Set<string>; refs: Set<string> };

/** The fold and the settings of a state. */
export type StateRules = {
  evolveWith: Evolve;
  /** The site's own minutes, the defaults when absent. No decision depends on when a deadline ends, only on whether it runs. */
  clocks?: ClockConfig;
};

/** What one event changed, so that it can be undone. */
type CountryStep = { step: Step; subject?: string; ref?: string };

function refOf(event: FullEvent): string | undefined {
  if (event.body === null) return undefined;
  if (event.type === "incident.reported") return event.body.ref;
  if (event.type === "incident.released") return event.body.record.ref;
  return undefined;
}

/** One country's state. Subjects and refs are kept for ever, as neither may be reused after an archive. */
class CountryState {
  readonly fold: Fold;
  readonly view: DecisionView;
  readonly #subjects: Set<string>;
  readonly #refs: Set<string>;

  constructor(country: Country, { evolveWith, clocks }: StateRules, seed?: StateSeed) {
    const vector = onlyStreams(seed?.vector ?? {}, streamsSeenBy(country));
    this.fold = new Fold(copyPicture(seed?.picture ?? emptyPicture()), vector, evolveWith);
    this.#subjects = new Set(seed?.subjects);
    this.#refs = new Set(seed?.refs);
    const known = {
      subjectTaken: (id: string) => this.#subjects.has(id),
      refTaken: (ref: string) => this.#refs.has(ref),
      vector: () => this.fold.vector,
    };
    this.view = viewOf(this.fold.picture, known, ofBothSides(clocks ?? defaultClockConfig));
  }

  get vector(): Vector {
    return this.fold.vector;
  }

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

  constructor(countries: readonly Country[], rules: StateRules, seeds?: ReadonlyMap<Country, StateSeed>) {
    this.#states = new Map(
      countries.map((country) => [country, new CountryState(country, rules, seeds?.get(country))]),
    );
    this.streams = [...new Set(countries.flatMap(streamsSeenBy))];
  }

  /** Throws on a country this process does not serve. */
  of(country: Country): { readonly view: DecisionView; readonly fold: Fold } {
    const state = this.#states.get(country);
    if (!state) throw new TypeError(`not served here: ${country}`);
    return state;
  }

  /** Per stream what every state that sees it has folded. */
  get vector(): Vector {
    return lowestOf([...this.#states.values()].map((state) => state.vector));
  }

  /** Folds an event in every country that sees its stream. Throws GapError and changes none when one has a gap. */
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
