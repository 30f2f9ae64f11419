import { describe, expect, it } from "vitest";
import { compareText } from "@/domain/order";
import { triageGroups } from "@/domain/urgency/triage";
import { impacts } from "@/domain/vocabulary";
import { account, flood, otherSubject, Stage, subject } from "@/tests/support/given";
import { LiveStore } from "../store/store";
import { loadSnapshot } from "../testing/doubles";
import { Clocks } from "./clocks";
import { Drawings } from "./drawings";
import { Listing, unitsOfTask } from "./listing";
import { Ranking } from "./ranking";
import { Takeovers } from "./takeovers";
import { Triage } from "./triage";
import { UnseenIncidents } from "./unseen-incidents";
import { View } from "./view";

const commander = account("KH", "commander");
const lao = account("LA", "commander");
const unit = "LA-00000000-0000-4000-8000-0000000000a1";
const ownUnit = "KH-00000000-0000-4000-8000-0000000000a2";
const request = "KH-00000000-0000-4000-8000-0000000000b1";
const drawing = "KH-00000000-0000-4000-8000-0000000000d1";
const task = "LA-00000000-0000-4000-8000-0000000000c1";
const ask = { incidentId: subject, action: "rescue", urgency: "danger-to-life" };
const sector = { shape: "point", geometry: { type: "Point", coordinates: [106, 14] }, audience: "joint" };

const stage = new Stage()
  .released({ ...flood, dangerToLife: true })
  .do(account("KH", "officer"), "incident.report", { ...flood, impact: "low" }, otherSubject)
  .do(lao, "unit.register", { callsign: "CHA-99", kind: "boat" }, unit)
  .do(commander, "unit.register", { callsign: "STR-21", kind: "patrol" }, ownUnit)
  .do(commander, "drawing.put", sector, drawing)
  .do(commander, "request.make", ask, request)
  .do(lao, "incident.acknowledge")
  .do(lao, "request.acknowledge", {}, request)
  .do(lao, "request.accept", { assign: { taskId: task, unitId: unit } }, request)
  .do(lao, "task.acknowledge", {}, task)
  .do(commander, "drawing.put", { ...sector, label: "Sector 4" }, drawing)
  .do(account("KH", "operator"), "incident.verify", {}, otherSubject)
  .do(commander, "drawing.remove", {}, drawing)
  .do(commander, "request.withdraw", { reason: "found" }, request);

/** Incident references in the order they came, with what was asked of the view. */
class Refs extends View {
  readonly placed: string[] = [];
  readonly #refs = new Map<string, string>();
  cleared = 0;

  get refs(): string[] {
    return [...this.#refs.values()];
  }
  protected clear(): void {
    this.cleared += 1;
    this.#refs.clear();
  }
  protected allIds(): Iterable<string> {
    return this.store.picture.incidents.keys();
  }
  protected idsOf({ collection, id }: { collection: string; id: string }): string[] {
    return collection === "incidents" ? [id] : [];
  }
  protected place(id: string): boolean {
    this.placed.push(id);
    const ref = this.store.get("incidents", id)?.ref ?? "";
    if (this.#refs.get(id) === ref) return false;
    this.#refs.set(id, ref);
    return true;
  }
}

const log = stage.nodes.KH.applied;
const reported = log.findIndex((event) => event.subject === otherSubject) + 1;
const [begin, rest] = [log.slice(0, reported), log.slice(reported)];

function open(events = begin) {
  const store = new LiveStore();
  store.apply(events);
  const view = new Refs(store);
  let notified = 0;
  const unsubscribe = view.subscribe(() => {
    notified += 1;
  });
  return { store, view, unsubscribe, notified: () => notified };
}

describe("a view", () => {
  it("does nothing before its first listener, and builds itself once for all of them", () => {
    const store = new LiveStore();
    store.apply(begin);
    const view = new Refs(store);
    expect([view.version, view.cleared]).toEqual([0, 0]);
    view.subscribe(() => undefined);
    view.subscribe(() => undefined);
    expect([view.version, view.cleared, view.refs.length]).toEqual([1, 1, 2]);
  });

  it("places only what a change names, and notifies only when that shows something else", () => {
    const { store, view, notified } = open();
    view.placed.length = 0;
    store.apply(rest);
    expect(new Set(view.placed)).toEqual(new Set([subject, otherSubject]));
    expect([notified(), view.version]).toEqual([0, 1]);
  });

  it("notifies once for a batch that changes several", () => {
    const { store, view, notified } = open([]);
    store.apply(log);
    expect([notified(), view.version, view.refs.length]).toEqual([1, 2, 2]);
    expect(view.placed).toEqual([...new Set(view.placed)]);
  });

  it("builds itself again when the picture is replaced", () => {
    const { store, view, notified } = open([]);
    loadSnapshot(store, log);
    expect([notified(), view.cleared, view.refs.length]).toEqual([1, 2, 2]);
  });

  it("stops with its last listener, and has missed nothing when the next one comes", () => {
    const { store, view, unsubscribe } = open();
    unsubscribe();
    view.placed.length = 0;
    store.apply(rest);
    expect(view.placed).toEqual([]);
    view.subscribe(() => undefined);
    expect(view.placed).toEqual([subject, otherSubject]);
  });

  it("places as much for one change in a picture of hundreds as in a small one", () => {
    const crowd = new Stage();
    const ids = Array.from(
      { length: 200 },
      (_, n) => `KH-00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    );
    for (const id of ids) crowd.do(account("KH", "officer"), "incident.report", flood, id);
    const { store, view } = open(crowd.nodes.KH.applied);
    expect(view.placed).toHaveLength(ids.length);
    view.placed.length = 0;
    const [one = ""] = ids;
    crowd.do(account("KH", "operator"), "incident.note", { text: { text: "x", lang: "en" } }, one);
    store.apply(crowd.nodes.KH.applied.slice(-1));
    expect(view.placed).toEqual([one]);
  });
});

/** Every view of a screen, each with what it shows as plain data. */
function viewsOn(store: LiveStore, country: "KH" | "LA") {
  const viewer = account(country, "commander");
  const clocks = new Clocks(store);
  const triage = new Triage(store, clocks, viewer);
  const ranking = new Ranking(store, clocks, country, "gravity");
  const takeovers = new Takeovers(store, country);
  const drawings = new Drawings(store);
  const unseen = new UnseenIncidents(store, country);
  const units = new Listing<"units", string>(store, {
    collection: "units",
    keyOf: (one) => `${store.unitStatusOf(one)} ${one.callsign}`,
    compare: compareText,
    also: unitsOfTask,
  });
  const views: [View, () => unknown][] = [
    [
      triage,
      () => [triageGroups.map((group) => [...triage.ids(group)]), triage.count("KH"), triage.count("LA")],
    ],
    [ranking, () => [[...ranking.ids], impacts.map((impact) => ranking.count(impact))]],
    [takeovers, () => takeovers.list],
    [clocks, () => clocks.all],
    [drawings, () => drawings.list],
    [unseen, () => unseen.list],
    [units, () => [...units.ids]],
  ];
  for (const [view] of views) view.subscribe(() => undefined);
  return views.map(([view, shown]) => ({ name: view.constructor.name, version: () => view.version, shown }));
}

describe("every view", () => {
  it.each(["KH", "LA"] as const)("R6 shows after each event what one built afresh shows (%s)", (country) => {
    const store = new LiveStore();
    const views = viewsOn(store, country);
    const shownBefore = views.map(({ shown }) => JSON.stringify(shown()));
    for (const event of stage.nodes[country].applied) {
      const versions = views.map(({ version }) => version());
      store.apply([event]);
      const fresh = viewsOn(store, country);
      for (const [index, { name, shown, version }] of views.entries()) {
        expect(shown(), `${name} after ${event.type}`).toEqual(fresh[index]?.shown());
        const text = JSON.stringify(shown());
        if (text !== shownBefore[index]) expect(version(), name).toBeGreaterThan(versions[index] ?? 0);
        shownBefore[index] = text;
      }
    }
    expect(views.filter(({ version }) => version() < 2).map(({ name }) => name)).toEqual([]);
  });
});
