import { describe, expect, it } from "vitest";
import { alarmSubject } from "@/domain/clock/clock";
import { compareLogOrder } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { HistoryAnswer } from "@/domain/protocol/down";
import { account, Stage, subject } from "@/tests/support/given";
import { LiveStore } from "../store/store";
import { Timeline } from "./timeline";

const request = "KH-00000000-0000-4000-8000-000000000003";
const proposal = "LA-00000000-0000-4000-8000-000000000004";
const unit = "LA-00000000-0000-4000-8000-0000000000aa";
const task = "LA-00000000-0000-4000-8000-0000000000bb";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");

const stage = new Stage()
  .released()
  .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit)
  .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request)
  .do(lao, "proposal.make", { incidentId: subject, changes: { impact: "low" } }, proposal)
  .do(lao, "clock.pause", { reason: "connection down" }, alarmSubject("request-answer", request))
  .do(lao, "request.accept", { assign: { taskId: task, unitId: unit } }, request);
const log = stage.nodes.KH.applied;

type Query = { subject: string; before?: unknown; limit: number };

/** A server that holds these events; `refuse` may turn a question down first. */
function serverOf(events: readonly FullEvent[], refuse: (query: Query) => HistoryAnswer | null = () => null) {
  const asked: Query[] = [];
  const ask = async (query: Query): Promise<HistoryAnswer> => {
    asked.push(query);
    const refused = refuse(query);
    if (refused) return refused;
    const { subject: wanted, before, limit } = query;
    const found = events
      .filter((event) => event.subject === wanted)
      .filter((event) => !before || compareLogOrder(event, before as FullEvent) < 0)
      .sort((a, b) => compareLogOrder(b, a))
      .slice(0, limit);
    return { ok: true, events: found };
  };
  return { ask, asked };
}

/** Opens the timeline with all of `held` applied before, and waits until nothing moves any more. */
async function open(held: readonly FullEvent[], ask: ReturnType<typeof serverOf>["ask"]) {
  const store = new LiveStore();
  store.apply(held);
  const timeline = new Timeline(store, ask, subject, async () => {});
  timeline.subscribe(() => {});
  await settled();
  return { store, timeline };
}
const settled = () => new Promise((done) => setTimeout(done, 0));
const typesOf = (timeline: Timeline) => timeline.state.events.map(({ type }) => type);
const shared = [
  "request.made",
  "proposal.made",
  "clock.paused",
  "request.accepted",
  "task.assigned",
  "incident.acknowledged",
];

describe("an incident's timeline", () => {
  it("merges the histories of all that belongs to it in the order of the log", async () => {
    const { timeline } = await open(log, serverOf(log).ask);
    expect(typesOf(timeline)).toEqual(expect.arrayContaining(["incident.reported", ...shared]));
    const { events } = timeline.state;
    expect(events).toEqual([...events].sort(compareLogOrder));
    expect(timeline.state).toMatchObject({ status: "ready", more: false });
  });

  it("takes in live what comes to belong to it, without asking again", async () => {
    const at = log.findIndex(({ type }) => type === "request.made");
    const server = serverOf(log.slice(0, at));
    const { store, timeline } = await open(log.slice(0, at), server.ask);
    const before = server.asked.length;
    for (const event of log.slice(at)) store.apply([event]);
    expect(typesOf(timeline).slice(-shared.length).sort()).toEqual([...shared].sort());
    expect(server.asked.length).toBe(before);
  });

  it("misses nothing that happens while it is being loaded", async () => {
    const quiet = new Stage().released();
    const before = [...quiet.nodes.KH.applied];
    quiet.do(account("KH", "operator"), "incident.verify");
    const { ask } = serverOf(before);
    let answer = () => {};
    const gate = new Promise<void>((done) => {
      answer = done;
    });
    const slow: typeof ask = async (query) => {
      const found = await ask(query);
      await gate;
      return found;
    };
    const { store, timeline } = await open(before, slow);
    store.apply(quiet.nodes.KH.applied.slice(before.length));
    answer();
    await settled();
    expect(typesOf(timeline)).toEqual(expect.arrayContaining(["incident.reported", "incident.verified"]));
  });

  it("waits its turn when the server takes no more questions", async () => {
    let refusals = 3;
    const busy: HistoryAnswer = { ok: false, error: { code: "rate-limited", message: "" } };
    const { timeline } = await open(log, serverOf(log, () => (refusals-- > 0 ? busy : null)).ask);
    expect(timeline.state.status).toBe("ready");
    expect(typesOf(timeline)).toContain("request.made");
  });

  it("fails in words when the incident's own history cannot be had", async () => {
    const unavailable: HistoryAnswer = { ok: false, error: { code: "unavailable", message: "" } };
    const { timeline } = await open(log, serverOf(log, () => unavailable).ask);
    expect(timeline.state.status).toBe("failed");
  });
});

describe("a long timeline", () => {
  const long = new Stage().released();
  long.do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request);
  for (let count = 0; count < 120; count += 1)
    long.do(khmer, "incident.note", { text: { text: "-", lang: "en" } });
  const events = long.nodes.KH.applied;

  it("asks again for what a full page may have left a gap to", async () => {
    const held = events.slice(0, 10);
    const server = serverOf(held);
    const { store, timeline } = await open(held, (query) => server.ask(query));
    const later = serverOf(events);
    server.ask = later.ask;
    store.apply(events.slice(10));
    await timeline.load();
    expect(timeline.state.more).toBe(true);
    await timeline.load(true);
    expect(timeline.state).toMatchObject({ more: false });
    expect(timeline.state.events[0]).toEqual(events[0]);
  });

  it("shows no gap: nothing older than what is known of every part, until older ones are asked for", async () => {
    const { timeline } = await open(events, serverOf(events).ask);
    expect(timeline.state).toMatchObject({ more: true });
    expect(typesOf(timeline)).not.toContain("request.made");
    await timeline.load(true);
    expect(timeline.state.more).toBe(false);
    expect(timeline.state.events).toHaveLength(
      events.filter((event) => event.subject === subject).length + 1,
    );
    expect(typesOf(timeline)).toContain("request.made");
  });
});
