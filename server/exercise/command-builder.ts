/** From a step as it is written to the command that is sent: who says it, about what, with which unit. */
import { demoUnitId } from "@/db/seed/units";
import type { Account } from "@/domain/actor";
import { alarmSubject } from "@/domain/clock/clocks";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { Actors } from "./accounts";
import type { NamedThing, Run } from "./run";
import type { Making, Story, StoryContext, StoryStep } from "./scenario/story";
import type { Roster } from "./unit-registry";

export type CastingOptions = {
  actors: Actors;
  /** A fresh UUID each time. */
  newId: () => string;
  roster: Roster;
  runs: ReadonlyMap<string, Run>;
};

export class Casting {
  constructor(private readonly options: CastingOptions) {}

  /** A step is left out when what it is about did not come about, or its unit is people's or cannot go. */
  hasSense(run: Run, { needs = [], on, act, makes }: StoryStep): boolean {
    const { roster } = this.options;
    if (on && "unit" in on && !roster.allows(demoUnitId(on.unit), act)) return false;
    if (makes?.units && !makes.units.some((unit) => roster.inService(demoUnitId(unit)))) return false;
    return needs.every((name) => run.things.has(name));
  }

  reportOf({ country, reporter, incident = "" }: Run, report: Story["report"], nowMs: number): Run["sent"] {
    const body = { ...report, occurredAt: new Date(nowMs).toISOString() };
    const command = {
      id: this.options.newId(),
      type: "incident.report" as const,
      subject: incident,
      body,
    };
    return { submission: { command, account: this.options.actors.at(country, reporter) } };
  }

  stepOf(run: Run, step: StoryStep, nowMs: number): Run["sent"] {
    const { act, side } = step;
    const country = side === "own" ? run.country : partnerOf(run.country);
    const made = step.makes ? this.#make(run, step.makes, country) : undefined;
    const context = this.#contextOf(run, made, nowMs);
    const body = typeof act.body === "function" ? act.body(context) : act.body;
    const subject = subjectOf(step, context);
    const command = { id: this.options.newId(), type: act.type, subject, body };
    return {
      submission: { command, account: this.#accountOf(run, step, country) },
      ...(made ? { made } : {}),
    };
  }

  /** A new thing, or a task that is given to another unit. */
  #make(run: Run, { name, kind, units }: Making, country: Country): NamedThing {
    const known = run.things.get(name);
    const subject = known?.subject ?? `${country}-${this.options.newId()}`;
    const live = kind === "task" || kind === "request" || kind === "proposal";
    const callsign = units && this.#freest(units.filter((unit) => unit !== known?.callsign));
    return { name, thing: { subject, kind, country, live, ...(callsign ? { callsign } : {}) } };
  }

  /** Of the units in service the first with the fewest tasks of the exercise; crews on duty go before others. */
  #freest(units: readonly string[]): string | undefined {
    const { runs, roster } = this.options;
    const tasks = [...runs.values()].flatMap(({ things, sent }) => [
      ...[...things.values()].filter(({ live }) => live),
      ...(sent?.made ? [sent.made.thing] : []),
    ]);
    const loadOf = (callsign: string) => tasks.filter((task) => task.callsign === callsign).length;
    const usable = units.filter((callsign) => roster.inService(demoUnitId(callsign)));
    const isOff = (callsign: string) => Number(!roster.onDuty(demoUnitId(callsign)));
    return usable.sort((a, b) => isOff(a) - isOff(b) || loadOf(a) - loadOf(b))[0];
  }

  #contextOf(run: Run, made: NamedThing | undefined, nowMs: number): StoryContext {
    const thing = (name: string) => (made?.name === name ? made.thing : run.things.get(name));
    return {
      nowMs,
      incident: run.incident ?? "",
      thing: (name) => thing(name)?.subject ?? "",
      unitOf: (name) => demoUnitId(thing(name)?.callsign ?? ""),
      incidentOf: (key) => this.#incidentOf(key, run.round),
      lastNote: run.lastNote ?? "",
    };
  }

  #accountOf(run: Run, { desk, on }: StoryStep, country: Country): Account {
    const { actors } = this.options;
    if (desk !== "crew") return actors.at(country, desk);
    if (on && "unit" in on) return actors.crew(on.unit);
    const task = on && "thing" in on ? run.things.get(on.thing) : undefined;
    return actors.crew(task?.callsign ?? "");
  }

  /** Another storyline's incident of the same round; an empty text, which is refused, when it is gone. */
  #incidentOf(key: string, round: number): string {
    const found = [...this.options.runs.values()].find((run) => run.key === key && run.round === round);
    return found?.incident ?? "";
  }
}

function subjectOf({ on }: StoryStep, { incident, thing }: StoryContext): string {
  if (!on) return incident;
  if ("thing" in on) return thing(on.thing);
  if ("unit" in on) return demoUnitId(on.unit);
  return alarmSubject(on.clock, on.about === "incident" ? incident : thing(on.about));
}
