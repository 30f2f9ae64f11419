import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FullEvent } from "@/domain/events";
import { summaryOf } from "@/domain/urgency/absence";
import { account, flood, otherSubject, Stage, subject } from "@/tests/support/given";
import { Absence, newsMs, type Return } from "./absence";
import { LiveStore } from "./store/store";
import { headsAfter, loadSnapshot, snapshotOf } from "./testing/doubles";

const third = "KH-00000000-0000-4000-8000-000000000003";
const request = "LA-00000000-0000-4000-8000-0000000000aa";
const [lao, khmer] = [account("LA", "commander"), account("KH", "commander")];

/** A desk of Laos that is live with what has happened so far, and what it is told when it comes back. */
function desk(stage: Stage) {
  const store = new LiveStore();
  const returns: Return[] = [];
  const events = (): FullEvent[] => stage.nodes.LA.applied;
  let held = events().length;
  vi.setSystemTime(events().at(-1)?.at ?? 0);
  loadSnapshot(store, events());
  const absence = new Absence(store, "LA");
  absence.onReturn((what) => void returns.push(what));
  const back = () => {
    store.signal({ type: "caught-up" });
    vi.advanceTimersByTime(1_500);
  };
  back();
  return {
    ...{ store, returns, absence },
    lose: () => store.signal({ type: "lost", since: Date.now() }),
    back,
    /** Gives it all that happened since; `snapshot` as a new picture. */
    catchUp: (snapshot = false) => {
      const missing = events().slice(held);
      held = events().length;
      const message = snapshotOf(events());
      if (!snapshot) store.apply(missing);
      else if (message.mode === "snapshot") store.replace(message.picture, message.vector, message.heads);
      store.setHeads(headsAfter(events(), new Date().toISOString()), Date.now());
    },
  };
}

/** Seven things that come to Laos: two releases, one of them danger to life, and five that come back. */
function seven(stage: Stage): void {
  stage.released({ ...flood, impact: "medium" }, {}, otherSubject);
  stage.released({ ...flood, dangerToLife: true }, {}, third);
  stage.do(khmer, "request.decline", { reason: "no unit free" }, request);
  for (const text of ["first", "second", "third", "fourth"])
    stage.do(khmer, "incident.note", { text: { text, lang: "en" }, audience: "joint" });
}

function asked(): Stage {
  const stage = new Stage().released();
  stage.do(lao, "incident.acknowledge");
  return stage.do(lao, "request.make", { incidentId: subject, action: "watch", urgency: "routine" }, request);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("R11 a screen that was away", () => {
  it.each([
    ["events", false],
    ["a snapshot", true],
  ])("is told seven changes once when it is back, by %s, the gravest first", (_, snapshot) => {
    const stage = asked();
    const { returns, lose, back, catchUp, absence } = desk(stage);
    expect(returns).toEqual([{ why: "start", missed: [] }]);
    lose();
    expect(absence.isAway).toBe(true);
    seven(stage);
    catchUp(snapshot);
    expect(returns).toHaveLength(1);
    back();
    expect(returns).toHaveLength(2);
    const summary = summaryOf(returns[1]?.missed ?? []);
    expect(summary).toMatchObject({ count: 7, gravest: { incidentId: third }, sound: "danger" });
    lose();
    back();
    expect(returns.at(-1)).toEqual({ why: "away", missed: [] });
  });

  it("is not told what it saw come before it went away, nor what another desk of its centre has seen", () => {
    const stage = asked();
    const { returns, lose, back, catchUp } = desk(stage);
    seven(stage);
    catchUp();
    lose();
    stage.do(khmer, "incident.note", { text: { text: "fifth", lang: "en" }, audience: "joint" });
    const { vector } = stage.nodes.LA.fold;
    stage.do(lao, "incident.attend", { through: vector });
    catchUp();
    back();
    expect(returns.at(-1)).toEqual({ why: "away", missed: [] });
  });

  it("is still away when it is live for a moment, and tells what came in pieces once", () => {
    const stage = asked();
    const { store, returns, lose, back, catchUp } = desk(stage);
    lose();
    store.signal({ type: "caught-up" });
    vi.advanceTimersByTime(500);
    seven(stage);
    catchUp();
    lose();
    stage.do(khmer, "incident.note", { text: { text: "fifth", lang: "en" }, audience: "joint" });
    back();
    catchUp();
    expect(returns.map(({ missed }) => missed.length)).toEqual([0, 7]);
  });

  it("is told when it signs in what its centre has not read or seen", () => {
    const stage = asked();
    seven(stage);
    const { returns } = desk(stage);
    expect(returns[0]?.why).toBe("start");
    expect(summaryOf(returns[0]?.missed ?? [])).toMatchObject({ count: 7, gravest: { incidentId: third } });
  });

  it("is told together what comes late over a mended link, and nothing of what comes in time", () => {
    const stage = asked();
    const { returns, catchUp } = desk(stage);
    seven(stage);
    vi.setSystemTime(Date.parse(stage.nodes.LA.applied.at(-1)?.at ?? "") + newsMs);
    catchUp();
    expect(returns).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(returns).toHaveLength(2);
    expect(returns[1]).toMatchObject({ why: "late" });
    expect(summaryOf(returns[1]?.missed ?? [])).toMatchObject({ count: 7, sound: "danger" });
    stage.do(khmer, "incident.note", { text: { text: "sixth", lang: "en" }, audience: "joint" });
    vi.setSystemTime(stage.nodes.LA.applied.at(-1)?.at ?? "");
    catchUp();
    vi.advanceTimersByTime(10_000);
    expect(returns).toHaveLength(2);
  });
});
