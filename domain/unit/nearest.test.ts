import { expect, it } from "vitest";
import type { UnitStatus } from "../vocabulary";
import { isChoosable, metresTo, nearestFirst, sightingOf } from "./nearest";
import type { Unit } from "./schema";

const now = Date.parse("2026-10-14T01:00:00.000Z");
const onDuty = { since: "2026-10-13T23:00:00.000Z", desk: "KH-JOC-1" };
const base = { lng: 106, lat: 13.5 };

const unitOf = (callsign: string, parts: Partial<Unit> = {}): Unit => ({
  id: `KH-${callsign}`,
  country: "KH",
  callsign,
  kind: "patrol",
  status: "available",
  duty: onDuty,
  ...parts,
});
const candidate = (unit: Unit, metres?: number, status: UnitStatus = unit.status) => ({
  unit,
  status,
  metres,
});
const order = (...candidates: ReturnType<typeof candidate>[]) =>
  nearestFirst(candidates).map(({ unit }) => unit.callsign);

it.each([
  [40_000, "fresh"],
  [6 * 60_000, "stale"],
  [30 * 60_000, "lost"],
] as const)("says how old a position of %d ms is", (age, freshness) => {
  const seen = sightingOf(unitOf("A", { base }), ["KH-A", 105, 14, now - age, null, null], now);
  expect(seen).toEqual({ by: "position", freshness, ageMs: age, spot: { lng: 105, lat: 14 } });
});

it("falls back on the base, and says when nothing is known", () => {
  expect(sightingOf(unitOf("A", { base }), undefined, now)).toEqual({ by: "base", spot: base });
  expect(sightingOf(unitOf("A"), undefined, now)).toEqual({ by: "nothing" });
  expect(metresTo(base, { by: "nothing" })).toBeUndefined();
});

it("measures straight-line metres", () => {
  const metres = metresTo({ lng: 106, lat: 14.5 }, { by: "base", spot: base });
  expect(metres).toBeGreaterThan(111_000);
  expect(metres).toBeLessThan(111_400);
});

it("puts the near before the far, and the unknown last of its kind", () => {
  expect(
    order(candidate(unitOf("far"), 900), candidate(unitOf("none")), candidate(unitOf("near"), 100)),
  ).toEqual(["near", "far", "none"]);
});

it("puts free and on duty before busy, off duty and out of service, however near these are", () => {
  const out = unitOf("out", { status: "out_of_service" });
  expect(
    order(
      candidate(out, 1),
      candidate(unitOf("off", { duty: undefined }), 2),
      candidate(unitOf("assigned"), 3, "assigned"),
      candidate(unitOf("free"), 400),
    ),
  ).toEqual(["free", "assigned", "off", "out"]);
});

it("keeps one order among equals", () => {
  const [a, b] = [candidate(unitOf("A"), 5), candidate(unitOf("B"), 5)];
  expect(order(a, b)).toEqual(order(b, a));
});

it("refuses what the domain refuses: what was set by hand, whatever its tasks show", () => {
  expect(isChoosable(unitOf("A", { status: "out_of_service" }))).toBe(false);
  expect(isChoosable(unitOf("A", { status: "busy" }))).toBe(true);
});
