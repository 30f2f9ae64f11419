/** Runs a player of its own for each country, on two nodes in memory with a line between them that a test cuts. */
import { type Country, countries, partnerOf } from "@/domain/vocabulary";
import { Player } from "@/server/exercise/player";
import type { Submission } from "@/server/exercise/run";
import { type Beginning, beginnings, roundMinutes } from "@/server/exercise/scenario";
import { dueNow } from "@/server/jobs/retention";
import { accounts, startMs, worldWithUnits } from "./exercise";

type Sent = { at: number; country: Country; type: string; subject: string };

export class StageApart {
  readonly world = worldWithUnits();
  readonly refused: string[] = [];
  readonly sent: Sent[] = [];
  readonly players: Record<Country, Player>;
  /** Whether nothing crosses. */
  isCut = false;
  /** Countries whose script stands still. */
  readonly paused = new Set<Country>();
  script = 0;
  #ids = 0;

  constructor(
    list: readonly Beginning[] = beginnings,
    minutes = roundMinutes,
    /** How much later a country's script began. */
    readonly later: Record<Country, number> = { KH: 0, LA: 0 },
  ) {
    const newId = () => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, "0")}`;
    const player = (country: Country) =>
      new Player({ plays: [country], beginnings: list, roundMinutes: minutes, accounts, newId });
    this.players = { KH: player("KH"), LA: player("LA") };
    for (const country of countries)
      for (const unit of this.world.nodes[country].fold.picture.units.values())
        this.players[country].registry.initialise(unit, false);
    this.#cross();
  }

  /** Runs both scripts for a number of minutes; what one node does reaches the other within a minute. */
  run(minutes: number): void {
    for (const until = this.script + minutes; this.script < until; this.script += 1) {
      for (const country of countries) {
        if (this.paused.has(country)) this.later[country] += 1;
        else this.#play(country);
      }
      if (this.script % 60 === 0) this.#retain();
      if (!this.isCut) this.#cross();
    }
  }

  timeOf(country: Country) {
    return { script: this.script - this.later[country], nowMs: startMs + this.script * 1_000 };
  }

  /** Runs a command of any account on its own node, whose exercise sees it at once. */
  act(command: Submission["command"], account: Submission["account"]) {
    const node = this.world.nodes[account.country];
    const known = node.own.length;
    const at = new Date(startMs + this.script * 1_000).toISOString();
    const decision = node.run(
      { type: command.type, subject: command.subject, body: command.body },
      account,
      at,
    );
    for (const event of node.own.slice(known))
      this.players[account.country].observe(event, this.timeOf(account.country));
    return decision;
  }

  types(country: Country): string[] {
    return this.sent.filter((one) => one.country === country).map(({ type }) => type);
  }

  picture(country: Country) {
    return this.world.nodes[country].fold.picture;
  }

  #play(country: Country): void {
    const time = this.timeOf(country);
    if (time.script < 0) return;
    for (const submission of this.players[country].due(time)) {
      const { command, account } = submission;
      const { type, subject } = command;
      this.sent.push({ at: this.script, country: account.country, type, subject });
      const decision = this.act(command, account);
      if (!decision.ok) this.refused.push(`${country} ${type}: ${decision.denial.reason}`);
      const answer = decision.ok
        ? { ok: true as const }
        : { ok: false as const, reason: decision.denial.reason };
      this.players[country].answered(submission, answer, time);
    }
  }

  #cross(): void {
    for (const country of countries) {
      const { applied } = this.world.nodes[country];
      const known = applied.length;
      this.world.deliver(country, Number.POSITIVE_INFINITY);
      for (const event of applied.slice(known))
        if (event.actor.country === partnerOf(country))
          this.players[country].observe(event, this.timeOf(country));
    }
  }

  #retain(): void {
    for (const country of countries)
      for (const { type, subject } of dueNow(
        this.picture(country),
        country,
        startMs + this.script * 1_000,
        200,
      ))
        this.act({ id: "", type, subject, body: {} }, accounts.at(country, "system"));
  }
}
