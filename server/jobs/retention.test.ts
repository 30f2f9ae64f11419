import { describe, expect, it } from "vitest";
import type { Incident } from "@/domain/incident/schema";
import { emptyPicture } from "@/domain/picture";
import { archiveAfterMs, dueNow, expireAfterMs } from "./retention";

const reportedAt = "2026-01-01T00:00:00.000Z";
const closedAt = "2026-01-02T00:00:00.000Z";
const afterClosing = (ms: number) => Date.parse(closedAt) + ms;

const incident = (parts: Partial<Incident> = {}): Incident => ({
  id: "KH-00000000-0000-4000-8000-000000000001",
  ref: "KH-STR-0001",
  owner: "KH",
  sharing: "national",
  kind: "flood",
  impact: "high",
  status: "closed",
  place: { lng: 106, lat: 13.9 },
  occurredAt: reportedAt,
  reportedAt,
  acknowledged: {},
  grading: { source: "F", info: "6" },
  handling: "H0",
  closed: { at: closedAt, outcome: "resolved" },
  ...parts,
});

function due(entity: Incident, nowMs: number, country: "KH" | "LA" = "KH") {
  const picture = emptyPicture();
  picture.incidents.set(entity.id, entity);
  return dueNow(picture, country, nowMs, 100).map(({ type }) => type);
}

describe("S9 retention", () => {
  it("archives a closed incident 72 hours after closing, not a moment earlier", () => {
    expect(due(incident(), afterClosing(archiveAfterMs) - 1)).toEqual([]);
    expect(due(incident(), afterClosing(archiveAfterMs))).toEqual(["incident.archive"]);
  });

  it("leaves open incidents and the partner's in the picture", () => {
    const open = incident({ status: "verified", closed: undefined });
    expect(due(open, afterClosing(archiveAfterMs))).toEqual([]);
    expect(due(incident(), afterClosing(archiveAfterMs), "LA")).toEqual([]);
  });

  it("K8 leaves an incident in the picture while something still runs on it", () => {
    const picture = emptyPicture();
    const { id } = incident();
    picture.incidents.set(id, incident());
    const times = { assigned: reportedAt };
    const unit = { callsign: "STR-21", kind: "boat" as const };
    const task = { id: "t", incidentId: id, unitId: "u", unit, country: "KH" as const, times };
    picture.tasks.set("t", { ...task, action: "patrol", status: "en_route" });
    expect(dueNow(picture, "KH", afterClosing(archiveAfterMs), 100)).toEqual([]);
    picture.tasks.set("t", { ...task, action: "patrol", status: "cancelled", ended: { at: closedAt } });
    const found = dueNow(picture, "KH", afterClosing(archiveAfterMs), 100);
    expect(found.map(({ type }) => type)).toEqual(["incident.archive"]);
  });

  it("expires every incident at one year, open or closed, before it archives it", () => {
    const yearLater = Date.parse(reportedAt) + expireAfterMs;
    const open = incident({ status: "reported", closed: undefined });
    expect(due(open, yearLater - 1)).toEqual([]);
    expect(due(open, yearLater)).toEqual(["incident.expire"]);
    expect(due(incident(), yearLater)).toEqual(["incident.expire"]);
    expect(due(incident({ status: "expired" }), yearLater)).toEqual(["incident.archive"]);
  });

  it("archives messages once their incident has left the picture", () => {
    const picture = emptyPicture();
    const from = { desk: "KH-JOC-1", country: "KH" as const };
    const base = { from, at: closedAt, read: {} };
    picture.incidents.set(incident().id, incident({ status: "verified", closed: undefined }));
    picture.messages.set("m1", { ...base, id: "m1", incidentId: incident().id });
    picture.messages.set("m2", { ...base, id: "m2", incidentId: "KH-gone" });
    picture.messages.set("m3", { ...base, id: "m3" });
    const found = dueNow(picture, "KH", afterClosing(archiveAfterMs), 100);
    expect(found.map(({ subject }) => subject)).toEqual(["m2", "m3"]);
    expect(dueNow(picture, "KH", afterClosing(archiveAfterMs), 1)).toHaveLength(1);
  });
});
