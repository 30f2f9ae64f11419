/** Which storylines begin when: a country's own by the scenario's times, the other country's when it releases them. */
import { makerOf } from "@/domain/envelope";
import type { Country } from "@/domain/vocabulary";
import { newRun, type Run } from "./run";
import type { Beginning } from "./scenario";
import type { Story, StoryStep } from "./scenario/story";
import { incidentSubject, isOfStory } from "./subjects";

export type StartOptions = {
  beginnings: readonly Beginning[];
  /** Script minutes after which the scenario starts again. */
  roundMinutes: number;
  /** The countries whose part is played here: both, or on one country's node its own. */
  plays: readonly Country[];
  /** A fresh UUID each time. */
  newId: () => string;
};

export class Starts {
  readonly #joined = new Set<string>();
  #started = 0;

  constructor(private readonly options: StartOptions) {}

  /** The storylines of the countries played here that begin up to this moment of the script. */
  due(script: number): Run[] {
    const { beginnings, roundMinutes, plays } = this.options;
    const runs: Run[] = [];
    for (;;) {
      const round = Math.floor(this.#started / beginnings.length);
      const next = beginnings[this.#started % beginnings.length];
      const at = round * roundMinutes + (next?.at ?? 0);
      if (!next || at > script) return runs;
      if (plays.includes(next.story.country)) runs.push(this.#start(next.story, round, at));
      this.#started += 1;
    }
  }

  /** The own country's part in an incident that the other one has released; undefined when it has none, or has begun. */
  join(incident: string, script: number): Run | undefined {
    const { beginnings, plays } = this.options;
    const country = makerOf(incident);
    if (plays.includes(country) || this.#joined.has(incident)) return undefined;
    const stories = beginnings.flatMap(({ story }) => ("report" in story ? [story] : []));
    const story = stories.find(({ key }) => isOfStory(incident, key));
    if (!story) return undefined;
    this.leaveOut(incident);
    const steps = afterRelease(story);
    const dueAt = script + (steps[0]?.after ?? 0);
    return newRun({ id: incident, incident, country, key: story.key, round: -1, steps, dueAt, open: true });
  }

  /** Does not join in this incident, whatever comes. */
  leaveOut(incident: string): void {
    this.#joined.add(incident);
  }

  #start(story: Beginning["story"], round: number, dueAt: number): Run {
    const { key, country, steps } = story;
    if (!("report" in story)) {
      const id = `${key} ${round}`;
      return newRun({ id, country, key, round, steps, dueAt: dueAt + (steps[0]?.after ?? 0) });
    }
    const { report, reporter } = story;
    const incident = incidentSubject(country, key, this.options.newId());
    return newRun({ id: incident, incident, country, key, round, steps, dueAt, report, reporter });
  }
}

/** The steps that follow on the release: of what came before, the other country saw nothing. */
function afterRelease({ steps }: Story): readonly StoryStep[] {
  const isRelease = ({ act: { type } }: StoryStep) => type === "release.approve" || type === "release.urgent";
  return steps.slice(steps.findIndex(isRelease) + 1);
}
