/** Runs the exercise's player in tests, on two nodes in memory and a simulated clock. A script minute is a second. */
import { demoUnits } from "@/db/seed/units";
import type { Account } from "@/domain/actor";
import { isOpen } from "@/domain/incident/machine";
import { isIncident } from "@/domain/incident/schema";
import { type Collection, collections } from "@/domain/picture";
import { isLiveRequest } from "@/domain/request/machine";
import { isLiveTask } from "@/domain/task/machine";
import { type Country, countries, partnerOf, type Role } from "@/domain/vocabulary";
import { exerciseAccounts } from "@/server/exercise/accounts";
import { Player } from "@/server/exercise/player";
import type { Submission } from "@/server/exercise/run";
import { type Beginning, beginnings, roundMinutes } from "@/server/exercise/scenario";
import type { Story } from "@/server/exercise/scenario/story";
import { dueNow } from "@/server/jobs/retention";
import { accountsOf, World } from "@/tests/simulation/world";

export const startMs = Date.parse("2026-11-23T08:00:00.000Z");
export const accounts = exerciseAccounts("a secret for tests that is long enough");
export const never = 1_000_000;

type Command = { type: string; subject: string; body: unknown };

/** Two nodes that know the demo's units, as the server registers them. */
export function worldWithUnits(): World {
  const world = new World();
  const at = new Date(startMs).toISOString();
  for (const { id: subject, country, callsign, kind, base, onDuty } of demoUnits) {
    const system = accounts.at(country, "system");
    const body = { callsign, kind, base };
    world.nodes[country].run({ type: "unit.register", subject, body }, system, at);
    if (onDuty) world.nodes[country].run({ type: "duty.start", subject, body: {} }, system, at);
  }
  return world;
}

export class Stage {
  readonly refused: string[] = [];
  readonly sent: (Command & { at: number; by: string })[] = [];
  readonly player: Player;
  script = 0;
  #ids = 0;

  constructor(
    list: readonly Beginning[] = beginnings,
    minutes = roundMinutes,
    readonly world = worldWithUnits(),
  ) {
    const newId = () => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, "0")}`;
    this.player = new Player({ plays: countries, beginnings: list, roundMinutes: minutes, accounts, newId });
    for (const country of countries) {
      for (const unit of this.picture(country).units.values()) this.player.registry.initialise(unit, false);
    }
  }

  get time() {
    return { script: this.script, nowMs: startMs + this.script * 1_000 };
  }

  /** Runs the script for a number of minutes; the server's retention runs every 60 of them. */
  run(minutes: number, each?: () => void): void {
    for (const until = this.script + minutes; this.script < until; this.script += 1) {
      for (const submission of this.player.due(this.time)) this.send(submission);
      if (this.script % 60 === 0) this.#retain();
      each?.();
    }
  }

  send(submission: Submission): void {
    const { command, account } = submission;
    const { type, subject, body } = command;
    this.sent.push({ type, subject, body, at: this.script, by: account.by });
    const decision = this.act(command, account);
    if (decision.ok) this.player.answered(submission, { ok: true }, this.time);
    else {
      this.refused.push(`${type}: ${decision.denial.reason}`);
      this.player.answered(submission, { ok: false, reason: decision.denial.reason }, this.time);
    }
  }

  /** Runs a command of any account; its events reach the player and the partner's node at once. */
  act({ type, subject, body }: Command, account: Account) {
    const node = this.world.nodes[account.country];
    const known = node.own.length;
    const decision = node.run({ type, subject, body }, account, new Date(this.time.nowMs).toISOString());
    this.world.deliver(partnerOf(account.country), Number.POSITIVE_INFINITY);
    for (const event of node.own.slice(known)) this.player.observe(event, this.time);
    return decision;
  }

  types(): string[] {
    return this.sent.map(({ type }) => type);
  }

  picture(country: Country) {
    return this.world.nodes[country].fold.picture;
  }

  openIncidents(): number {
    return this.#count((country) =>
      [...this.picture(country).incidents.values()].filter(
        (entity) => entity.owner === country && isIncident(entity) && isOpen(entity),
      ),
    );
  }

  liveTasks(): number {
    return this.#count((country) =>
      [...this.picture(country).tasks.values()].filter(
        (task) => task.country === country && isLiveTask(task),
      ),
    );
  }

  liveRequests(): number {
    return [...this.picture("KH").requests.values()].filter(isLiveRequest).length;
  }

  /** How many entities of a collection the countries' pictures hold together. */
  held(collection: Collection): number {
    return this.#count((country) => [...this.picture(country)[collection].keys()]);
  }

  /** The collections, except units, that are not empty. */
  left(): Collection[] {
    return collections.filter((name) => name !== "units" && this.held(name) > 0);
  }

  #count(of: (country: Country) => readonly unknown[]): number {
    return countries.reduce((sum, country) => sum + of(country).length, 0);
  }

  #retain(): void {
    for (const country of countries) {
      for (const { type, subject } of dueNow(this.picture(country), country, this.time.nowMs, 200)) {
        this.act({ type, subject, body: {} }, accounts.at(country, "system"));
      }
    }
  }
}

export const story = (key: string, steps: Story["steps"]): Story => ({
  key,
  country: "KH",
  province: "KH-19",
  reporter: "officer",
  report: { kind: "timber", impact: "low", place: { lng: 106, lat: 13.8 } },
  steps,
});
export const once = (...list: Story[]) => list.map((one, index) => ({ at: 1 + index, story: one }));

export function person(role: Role, country: Country = "KH"): Account {
  const found = accountsOf(country).find((account) => account.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
}
