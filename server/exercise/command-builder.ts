/** Builds the command of a step: its account, its subject, its unit and its body. */
import { demoUnitId } from "@/db/seed/units";
import type { Account } from "@/domain/actor";
import { alarmSubject } from "@/domain/clock/clock";
import type { Country } from "@/domain/vocabulary";
import type { ExerciseAccounts } from "./accounts";
import type { NamedThing, Run } from "./run";
import { countryOfStep, type Making, type Story, type StoryContext, type StoryStep } from "./scenario/story";
import { thingSubject } from "./subjects";
import type { UnitRegistry } from "./unit-registry";

export type BuilderOptions = {
  accounts: ExerciseAccounts;
  /** A fresh UUID each time. */
  newId: () => string;
  registry: UnitRegistry;
  runs: ReadonlyMap<string, Run>;
};

export class CommandBuilder {
  constructor(private readonly options: BuilderOptions) {}

  /** Whether a step can be sent: what it needs exists, and its unit is in service and not controlled by people. */
  isApplicable(run: Run, { needs = [], on, act, makes }: StoryStep): boolean {
    const { registry } = this.options;
    if (on && "unit" in on && !registry.allows(demoUnitId(on.unit), act)) return false;
    if (makes?.units && !makes.units.some((unit) => registry.inService(demoUnitId(unit)))) return false;
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
    return { submission: { command, account: this.options.accounts.at(country, reporter) } };
  }

  stepOf(run: Run, step: StoryStep, nowMs: number): Run["sent"] {
    const { act } = step;
    const country = countryOfStep(run.country, step);
    const made = step.makes ? this.#thingMade(run, step.makes, country) : undefined;
    const context = this.#contextOf(run, made, nowMs);
    const body = typeof act.body === "function" ? act.body(context) : act.body;
    const subject = subjectOf(step, context);
    const command = { id: this.options.newId(), type: act.type, subject, body };
    return {
      submission: { command, account: this.#accountOf(run, step, country) },
      ...(made ? { made } : {}),
    };
  }

  /** What a step creates, or a task that it gives to another unit. */
  #thingMade(run: Run, { name, kind, units }: Making, country: Country): NamedThing {
    const known = run.things.get(name);
    const incident = run.incident ?? `${country}-${this.options.newId()}`;
    const subject = known?.subject ?? thingSubject(country, incident, name);
    const live = kind === "task" || kind === "request" || kind === "proposal";
    const callsign = units && this.#leastBusy(units.filter((unit) => unit !== known?.callsign));
    return { name, thing: { subject, kind, country, live, ...(callsign ? { callsign } : {}) } };
  }

  /** The unit in service with the fewest tasks of the exercise, those on duty preferred; the first named of equals. */
  #leastBusy(units: readonly string[]): string | undefined {
    const { runs, registry } = this.options;
    const tasks = [...runs.values()].flatMap(({ things, sent }) => [
      ...[...things.values()].filter(({ live }) => live),
      ...(sent?.made ? [sent.made.thing] : []),
    ]);
    const loadOf = (callsign: string) => tasks.filter((task) => task.callsign === callsign).length;
    const usable = units.filter((callsign) => registry.inService(demoUnitId(callsign)));
    const isOff = (callsign: string) => Number(!registry.onDuty(demoUnitId(callsign)));
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
    const { accounts } = this.options;
    if (desk !== "crew") return accounts.at(country, desk);
    if (on && "unit" in on) return accounts.crew(on.unit);
    const task = on && "thing" in on ? run.things.get(on.thing) : undefined;
    return accounts.crew(task?.callsign ?? "");
  }

  /** Another storyline's incident of the same round; an empty string, which is refused, when it has ended. */
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
