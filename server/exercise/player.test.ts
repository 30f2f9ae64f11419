import { describe, expect, it, test } from "vitest";
import type { Account } from "@/domain/actor";
import { isOpen } from "@/domain/incident/machine";
import { incidentCommands, isIncident } from "@/domain/incident/schema";
import { releaseCommands } from "@/domain/release/schema";
import { countries, partnerOf } from "@/domain/vocabulary";
import { accountsOf, World } from "@/tests/simulation/world";
import { type Actors, exerciseActors } from "./actors";
import { archiveAfterMs, Player, type Submission } from "./player";
import { type Beginning, beginnings, roundMinutes } from "./scenario";
import { close, intake, release, type Story } from "./scenario/story";

const startMs = Date.parse("2026-11-23T08:00:00.000Z");
const actors: Actors = exerciseActors("a secret for tests that is long enough");

/** The world, the player and a clock in one: a script minute is a second. */
class Stage {
  readonly world = new World();
  readonly refused: string[] = [];
  readonly sent: { type: string; at: number; by: string }[] = [];
  readonly player: Player;
  script = 0;
  #ids = 0;

  constructor(list: readonly Beginning[] = beginnings, minutes = roundMinutes) {
    const newId = () => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, "0")}`;
    this.player = new Player({ beginnings: list, roundMinutes: minutes, actors, newId });
  }

  get time() {
    return { script: this.script, nowMs: startMs + this.script * 1_000 };
  }

  /** Lets the script run so many minutes. */
  run(minutes: number): void {
    for (const until = this.script + minutes; this.script < until; this.script += 1) {
      for (const submission of this.player.due(this.time)) this.send(submission);
    }
  }

  send(submission: Submission): void {
    const { command, account } = submission;
    this.sent.push({ type: command.type, at: this.script, by: account.by });
    const decision = this.act(command, account);
    if (decision.ok) this.player.answered(submission, { ok: true }, this.time);
    else {
      this.refused.push(`${command.type}: ${decision.denial.reason}`);
      this.player.answered(submission, { ok: false, reason: decision.denial.reason }, this.time);
    }
  }

  /** A command by whomever; the log is shown to the player and lands at the partner at once. */
  act(command: { type: string; subject: string; body: unknown }, account: Account) {
    const node = this.world.nodes[account.country];
    const known = node.own.length;
    const { type, subject, body } = command;
    const decision = node.run({ type, subject, body }, account, new Date(this.time.nowMs).toISOString());
    this.world.deliver(partnerOf(account.country), Number.POSITIVE_INFINITY);
    for (const event of node.own.slice(known)) this.player.seen(event);
    return decision;
  }

  live(): number {
    const all = countries.flatMap((country) =>
      [...this.world.nodes[country].fold.picture.incidents.values()].filter(
        (entity) => entity.owner === country && isIncident(entity) && isOpen(entity),
      ),
    );
    return all.length;
  }
}

const story = (key: string, steps: Story["steps"]): Story => ({
  key,
  country: "KH",
  province: "KH-19",
  reporter: "officer",
  report: { kind: "timber", impact: "low", place: { lng: 106, lat: 13.8 } },
  steps,
});
const once = (...list: Story[]) => list.map((one, index) => ({ at: 1 + index, story: one }));
const never = 1_000_000;

function person(role: Account["role"]): Account {
  const found = accountsOf("KH").find((account) => account.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
}

describe("two rounds of the scenario", () => {
  const stage = new Stage();
  const open: number[] = [];
  for (let minute = 0; minute < 2 * roundMinutes; minute += 30) {
    stage.run(30);
    open.push(stage.live());
  }
  const beforeTheEnd = stage.world.nodes.KH.fold.picture.incidents.size;
  const finished = new Stage(beginnings, never);
  finished.run(2 * roundMinutes + archiveAfterMs / 1_000);

  it("has no step that is refused", () => {
    expect(stage.refused).toEqual([]);
    expect(finished.refused).toEqual([]);
  });

  it("uses every command of incident and release", () => {
    const used = new Set(stage.sent.map(({ type }) => type));
    const all = [...Object.keys(incidentCommands), ...Object.keys(releaseCommands)];
    expect(all.filter((type) => !used.has(type))).toEqual([]);
  });

  it("keeps a credible number of open incidents once it is under way", () => {
    const settled = open.slice(20);
    expect(Math.min(...settled)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...settled)).toBeLessThanOrEqual(35);
  });

  it("sends several steps a minute, never forged in time", () => {
    expect(stage.sent.length / ((2 * roundMinutes) / 60)).toBeGreaterThan(8);
    for (const country of countries) {
      for (const event of stage.world.nodes[country].own) {
        if (event.type === "incident.reported") expect(event.body?.occurredAt).toBe(event.at);
      }
    }
  });

  it("keeps the picture bounded: what is closed is archived", () => {
    expect(beforeTheEnd).toBeLessThan(120);
    for (const country of countries)
      expect(finished.world.nodes[country].fold.picture.incidents.size).toBe(0);
  });

  it("leaves both countries with the same joint picture", () => {
    expect(stage.world.nodes.KH.fold.mark).toEqual(stage.world.nodes.LA.fold.mark);
  });

  it("acts only on its own incidents, with fresh subjects in the second round", () => {
    const reported = countries.flatMap((country) =>
      stage.world.nodes[country].own.filter(({ type }) => type === "incident.reported"),
    );
    const subjects = new Set(reported.map(({ subject }) => subject));
    expect(subjects.size).toBe(reported.length);
    expect(subjects.size).toBe(2 * beginnings.length);
    for (const country of countries) {
      for (const { subject } of stage.world.nodes[country].own) expect(subjects).toContain(subject);
    }
  });
});

test("an incident that a person acts on is left alone for good", () => {
  const stage = new Stage(once(story("one", [...intake(10), close(30, "resolved")])), never);
  stage.run(5);
  const [subject = ""] = stage.world.nodes.KH.fold.picture.incidents.keys();
  stage.act({ type: "incident.take", subject, body: {} }, person("operator"));
  stage.run(3_000);
  expect(stage.sent.map(({ type }) => type)).toEqual(["incident.report"]);
  expect(stage.player.live).toBe(0);
});

test("a person's act during the wait for the archive keeps the incident in the picture", () => {
  const stage = new Stage(once(story("one", [close(5, "resolved")])), never);
  stage.run(20);
  const [subject = ""] = stage.world.nodes.KH.fold.picture.incidents.keys();
  stage.act({ type: "incident.reopen", subject, body: { reason: "Not over." } }, person("operator"));
  stage.run(archiveAfterMs / 1_000 + 60);
  expect(stage.sent.map(({ type }) => type)).not.toContain("incident.archive");
});

test("a step that conflicts is skipped and the storyline goes on", () => {
  const stage = new Stage(once(story("one", [...intake(5), ...intake(5), close(5, "resolved")])), never);
  stage.run(60);
  expect(stage.refused).toEqual(["incident.verify: wrong-status"]);
  expect(stage.sent.at(-1)?.type).toBe("incident.close");
});

test("what was not saved is sent again with the same id, and only then does the storyline go on", () => {
  const stage = new Stage(once(story("one", [...intake(5)])), never);
  stage.script = 1;
  const [first] = stage.player.due(stage.time);
  if (!first) throw new Error("nothing due");
  expect(stage.player.due(stage.time)).toEqual([]);
  stage.player.answered(first, { ok: false, reason: "not-saved" }, stage.time);
  expect(stage.player.due(stage.time)).toEqual([]);
  stage.script += 5;
  expect(stage.player.due(stage.time)).toEqual([first]);
});

test("what an earlier process left open is closed and archived; what it closed is archived in its time", () => {
  const before = new Stage(once(story("one", release(10)), story("two", [close(3, "resolved")])), never);
  before.run(8);
  const [open = "", closed = ""] = before.world.nodes.KH.fold.picture.incidents.keys();
  const after = new Stage([], never);
  for (const event of before.world.nodes.KH.own) after.world.nodes.KH.apply(event);
  after.script = 60;
  after.player.adopt("KH", open, undefined, after.script);
  after.player.adopt("KH", closed, startMs, after.script);
  after.run(archiveAfterMs / 1_000);
  expect(after.sent.map(({ type }) => type)).toEqual(["incident.close", "incident.archive"]);
  after.run(120);
  expect(after.world.nodes.KH.fold.picture.incidents.size).toBe(0);
});
