import { describe, expect, it } from "vitest";
import type { FullEvent } from "@/domain/events";
import type { Viewer } from "@/domain/pending-actions/needs";
import { triageGroups } from "@/domain/urgency/triage";
import { account, flood, otherSubject, Stage, subject, victims } from "@/tests/support/given";
import { LiveStore } from "../store/store";
import { snapshotOf } from "../testing/doubles";
import { Clocks } from "./clocks";
import { Ranking } from "./ranking";
import { Triage, type TriageFilter } from "./triage";

const lao = account("LA", "operator");
const khmer = account("KH", "commander");
const stage = new Stage().released();
stage
  .do(account("KH", "officer"), "incident.report", victims, otherSubject)
  .do(account("KH", "operator"), "release.request", {}, otherSubject)
  .do(lao, "incident.acknowledge")
  .do(account("KH", "commander"), "release.approve", {}, otherSubject)
  .do(account("KH", "operator"), "incident.close", { outcome: "resolved" });

function watch(events: readonly FullEvent[], viewer: Viewer, filter: TriageFilter = {}) {
  const store = new LiveStore();
  const triage = new Triage(store, new Clocks(store), viewer, { filter });
  const snapshots: Record<string, string[]>[] = [];
  triage.subscribe(() => {});
  for (const event of events) {
    store.apply([event]);
    const filled = triageGroups.filter((group) => triage.ids(group).length > 0);
    snapshots.push(Object.fromEntries(filled.map((group) => [group, [...triage.ids(group)]])));
  }
  return { store, triage, snapshots };
}

describe("the triage list", () => {
  it.each([
    ["LA", lao],
    ["KH", khmer],
  ] as const)("moves one by one to what a rebuild would give (%s)", (country, viewer) => {
    const { store, triage } = watch(stage.nodes[country].applied, viewer);
    const rebuilt = new Triage(store, new Clocks(store), viewer);
    rebuilt.subscribe(() => {});
    for (const group of triageGroups) expect(triage.ids(group)).toEqual(rebuilt.ids(group));
    expect(triage.count("KH")).toBe(rebuilt.count("KH"));
  });

  it("puts a partner's released incident under 'needs you' until it is read", () => {
    const { snapshots } = watch(stage.nodes.LA.applied, lao);
    expect(snapshots.at(0)).toEqual({ needs: [subject] });
    expect(snapshots.at(1)).toEqual({ running: [subject] });
    expect(snapshots.at(-1)).toEqual({ needs: [otherSubject], closed: [subject] });
  });

  it("shows a national incident to its own side only", () => {
    const national = new Stage().do(account("KH", "officer"), "incident.report", flood);
    expect(watch(national.nodes.LA.applied, lao).snapshots).toEqual([]);
    expect(watch(national.nodes.KH.applied, khmer).snapshots).toEqual([{ needs: [subject] }]);
  });

  it("filters by purpose and country without losing the counts", () => {
    const { triage } = watch(stage.nodes.LA.applied, lao, { purpose: "trafficking" });
    expect(triageGroups.flatMap((group) => triage.ids(group))).toEqual([otherSubject]);
    expect(triage.count("KH")).toBe(1);
    expect(watch(stage.nodes.LA.applied, lao, { country: "LA" }).triage.ids("needs")).toEqual([]);
  });

  it("moves the row when its request changes, though the incident does not", () => {
    const request = "KH-00000000-0000-4000-8000-000000000003";
    const asked = { incidentId: subject, action: "patrol", urgency: "urgent" };
    const requested = new Stage()
      .released()
      .do(lao, "incident.acknowledge")
      .do(khmer, "request.make", asked, request)
      .do(account("LA", "commander"), "request.decline", { reason: "no boat" }, request);
    const { snapshots } = watch(requested.nodes.LA.applied, lao);
    const groupsOf = snapshots.map((now) => triageGroups.find((group) => now[group]?.includes(subject)));
    expect(groupsOf).toEqual(["needs", "running", "needs", "running"]);
  });
});

describe("the wall's ranking", () => {
  it("counts open incidents by impact and drops what is closed", () => {
    const store = new LiveStore();
    const ranking = new Ranking(store, new Clocks(store), "LA", "gravity");
    ranking.subscribe(() => {});
    store.apply(stage.nodes.LA.applied);
    expect(ranking.ids).toEqual([otherSubject]);
    expect(ranking.count("high")).toBe(1);
  });

  it("K15 counts imported history per country and neither ranks it nor adds it to an impact", () => {
    const history = new Stage().do(khmer, "incident.report", { ...flood, historical: true });
    const store = new LiveStore();
    const ranking = new Ranking(store, new Clocks(store), "KH", "gravity");
    ranking.subscribe(() => {});
    const shown = () => [ranking.ids.length, ranking.count("high"), ranking.imported("KH")];
    store.apply(history.nodes.KH.applied);
    expect(shown()).toEqual([0, 0, 1]);
    history.do(khmer, "incident.verify");
    store.apply(history.nodes.KH.applied);
    expect(shown()).toEqual([1, 1, 0]);
  });
});

describe("the status on the screen", () => {
  const unit = "KH-00000000-0000-4000-8000-0000000000aa";
  const task = "KH-00000000-0000-4000-8000-0000000000bb";
  const stage = new Stage()
    .released()
    .do(khmer, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit)
    .do(khmer, "task.assign", { incidentId: subject, unitId: unit, action: "watch", shared: true }, task);

  it("D5 is responding while a task is live, from events and from a snapshot alike", () => {
    const { applied } = stage.nodes.KH;
    const { store, triage } = watch(applied, khmer, { status: "responding" });
    expect(triageGroups.flatMap((group) => triage.ids(group))).toEqual([subject]);
    const loaded = new LiveStore();
    const message = snapshotOf(applied);
    if (message.mode !== "snapshot") throw new Error("no snapshot");
    loaded.replace(message.picture, message.vector, message.heads);
    for (const one of [store, loaded]) expect(one.statusOf(stage.incident("KH"))).toBe("responding");
    stage.do(khmer, "task.cancel", { reason: "not needed" }, task);
    store.apply(applied);
    expect(store.statusOf(stage.incident("KH"))).toBe("reported");
    expect(triageGroups.flatMap((group) => triage.ids(group))).toEqual([]);
  });
});
