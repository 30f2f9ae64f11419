import { describe, expect, it } from "vitest";
import { defaultClockConfig, ofBothSides } from "@/domain/clock/config";
import type { FullEvent } from "@/domain/events";
import { triageGroups } from "@/domain/urgency/triage";
import { account, flood, Stage } from "@/tests/support/given";
import { LiveStore } from "../store/store";
import type { Order } from "./by-gravity";
import { Clocks } from "./clocks";
import type { Timing } from "./due-timer";
import { Ranking } from "./ranking";
import { Triage } from "./triage";

const operator = account("KH", "operator");
const idOf = (n: number) => `KH-00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

type Wait = { work: () => void; atMs: number };

/** A time that passes only when the test says so, and how often anything waited for it. */
class TestTime implements Timing {
  waits = 0;
  #nowMs: number;
  readonly #waiting = new Set<Wait>();

  constructor(at: string) {
    this.#nowMs = Date.parse(at);
  }
  readonly now = () => this.#nowMs;
  readonly later = (work: () => void, ms: number) => {
    const wait = { work, atMs: this.#nowMs + ms };
    this.waits += 1;
    this.#waiting.add(wait);
    return () => void this.#waiting.delete(wait);
  };
  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }
  pass(toMs: number): void {
    for (let next = this.#nextBy(toMs); next; next = this.#nextBy(toMs)) {
      this.#waiting.delete(next);
      this.#nowMs = next.atMs;
      next.work();
    }
    this.#nowMs = toMs;
  }
  #nextBy(toMs: number): Wait | undefined {
    return [...this.#waiting].filter(({ atMs }) => atMs <= toMs).sort((a, b) => a.atMs - b.atMs)[0];
  }
}

/** Low, very high and medium, reported one minute after another: each must be verified within a day of its report. */
const reports = ["low", "very-high", "medium"] as const;
const stage = new Stage();
for (const [n, impact] of reports.entries())
  stage.do(account("KH", "officer"), "incident.report", { ...flood, impact }, idOf(n));
const { applied } = stage.nodes.KH;
const dueMs = applied.map(({ at }) => Date.parse(at) + defaultClockConfig.fullReport * 60_000);
const lastAt = applied.at(-1)?.at ?? "";

function open(events: readonly FullEvent[], time: TestTime, order: Order = "gravity") {
  const store = new LiveStore();
  store.apply(events);
  const clocks = new Clocks(store);
  const triage = new Triage(store, clocks, operator, { order, timing: time });
  const ranking = new Ranking(store, clocks, "KH", order, time);
  const close = [triage, ranking].map((view) => view.subscribe(() => undefined));
  return { store, clocks, triage, ranking, close: () => close.map((stop) => stop()) };
}
const numbers = (ids: readonly string[]) => ids.map((id) => Number(id.slice(-3)));

describe("what is ordered by gravity", () => {
  it("U1 is ordered anew when a deadline passes, though nothing happens", () => {
    const time = new TestTime(lastAt);
    const { triage, ranking } = open(applied, time);
    const shown = () => {
      expect(ranking.ids).toEqual(triage.ids("needs"));
      return numbers(triage.ids("needs"));
    };
    // The nearest deadline first, whatever the impact.
    expect(shown()).toEqual([0, 1, 2]);
    time.pass((dueMs[0] ?? 0) - 1);
    expect(shown()).toEqual([0, 1, 2]);
    const version = triage.version;
    time.pass(dueMs[0] ?? 0);
    expect(shown()).toEqual([0, 1, 2]);
    time.pass(dueMs[1] ?? 0);
    expect(shown()).toEqual([1, 0, 2]);
    expect(triage.version).toBe(version + 1);
    time.pass((dueMs[2] ?? 0) + 1);
    expect(shown()).toEqual([1, 2, 0]);
    expect(time.isWaiting).toBe(false);
  });

  it("U1 shows at every moment what one built afresh shows", () => {
    const time = new TestTime(lastAt);
    const { triage, ranking } = open(applied, time);
    for (const due of dueMs) {
      for (const at of [due - 1, due, due + 1]) {
        time.pass(at);
        const fresh = open(applied, new TestTime(new Date(at).toISOString()));
        expect(triage.ids("needs")).toEqual(fresh.triage.ids("needs"));
        expect(ranking.ids).toEqual(fresh.ranking.ids);
      }
    }
  });

  it("waits for the next deadline alone, in a day as seldom as in a minute's steps, and not once it is closed", () => {
    const crowd = new Stage();
    for (let n = 0; n < 60; n += 1) crowd.do(account("KH", "officer"), "incident.report", flood, idOf(n));
    const events = crowd.nodes.KH.applied;
    const time = new TestTime(events.at(-1)?.at ?? "");
    const { close } = open(events, time);
    const before = time.waits;
    time.pass(time.now() + 10 * 60_000);
    expect(time.waits - before).toBeLessThanOrEqual(2 * 11);
    close();
    expect(time.isWaiting).toBe(false);
  });

  it("follows a pause and what the site sets, without a change of the incident", () => {
    const time = new TestTime(lastAt);
    const paused = new Stage();
    for (const [n, impact] of reports.entries())
      paused.do(account("KH", "officer"), "incident.report", { ...flood, impact }, idOf(n));
    const { store, clocks, triage } = open(paused.nodes.KH.applied, time);
    const [clock] = clocks.ofIncident(idOf(0));
    paused.do(operator, "clock.pause", { reason: "night" }, clock?.id ?? "");
    store.apply(paused.nodes.KH.applied.slice(-1));
    expect(numbers(triage.ids("needs"))).toEqual([1, 2, 0]);
    clocks.configure(ofBothSides({ ...defaultClockConfig, fullReport: 1 }));
    expect(numbers(triage.ids("needs"))).toEqual([1, 2, 0]);
    time.pass(time.now() + 60 * 60_000);
    paused.do(operator, "clock.resume", {}, clock?.id ?? "");
    store.apply(paused.nodes.KH.applied.slice(-1));
    expect(numbers(triage.ids("needs"))).toEqual([1, 2, 0]);
  });

  it("U1 stands in the same order in the list's groups and on the wall", () => {
    const released = new Stage()
      .released({ ...flood, impact: "low" }, {}, idOf(1))
      .released({ ...flood, impact: "low", dangerToLife: true }, {}, idOf(2))
      .released({ ...flood, kind: "pursuit" }, {}, idOf(3))
      .do(operator, "incident.verify", {}, idOf(1))
      .do(account("LA", "operator"), "incident.acknowledge", {}, idOf(2));
    const events = released.nodes.KH.applied;
    const { triage, ranking } = open(events, new TestTime(events.at(-1)?.at ?? ""));
    const places = (ids: readonly string[]) => ids.map((id) => ranking.ids.indexOf(id));
    for (const group of triageGroups.filter((one) => one !== "closed")) {
      const inGroup = places(triage.ids(group));
      expect(inGroup).toEqual([...inGroup].sort((a, b) => a - b));
    }
    expect(numbers(ranking.ids)).toEqual([2, 3, 1]);
  });

  it("keeps 'newest' in every group where it is chosen", () => {
    const time = new TestTime(lastAt);
    const { triage } = open(applied, time, "newest");
    expect(numbers(triage.ids("needs"))).toEqual([2, 1, 0]);
    time.pass((dueMs[2] ?? 0) + 1);
    expect(numbers(triage.ids("needs"))).toEqual([2, 1, 0]);
  });
});
