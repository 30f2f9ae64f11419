import { describe, expect, it } from "vitest";
import type { MapIncident } from "../../types";
import { areaFeature, incidentFeature, sourceOf, urgencyOf } from "./features";

const incident: MapIncident = {
  id: "0190",
  ref: "KH-STR-7304",
  owner: "KH",
  kind: "pursuit",
  impact: "high",
  status: "verified",
  sharing: "released",
  place: { lng: 106, lat: 13.9 },
  acknowledged: { KH: "06:58" },
};

describe("features", () => {
  it("keeps open incidents of very high impact out of the clusters", () => {
    expect(sourceOf({ ...incident, impact: "very-high" })).toBe("urgent");
    expect(sourceOf({ ...incident, impact: "very-high", status: "closed" })).toBe("incidents");
    expect(sourceOf(incident)).toBe("incidents");
  });

  it("draws an area for a coarse place only", () => {
    expect(areaFeature(incident)).toBeUndefined();
    expect(areaFeature({ ...incident, place: { ...incident.place, coarse: true } })?.geometry.type).toBe(
      "Polygon",
    );
  });

  it("rings an incident by whether the other side has read it", () => {
    const symbol = (of: MapIncident) => incidentFeature(of).properties?.symbol;
    expect(symbol(incident)).toBe("pursuit:high:unread:KH");
    expect(symbol({ ...incident, acknowledged: { LA: "07:03" } })).toBe("pursuit:high:read:KH");
    expect(symbol({ ...incident, owner: "LA" })).toBe("pursuit:high:read:LA");
    expect(symbol({ ...incident, sharing: "national" })).toBe("pursuit:high:unshared:KH");
    expect(symbol({ ...incident, status: "expired" })).toBe("pursuit:high:closed:KH");
  });

  it("ranks impact before state, unread before read, closed last", () => {
    const read = { ...incident, acknowledged: { LA: "07:03" } };
    expect(urgencyOf(incident)).toBeGreaterThan(urgencyOf(read));
    expect(urgencyOf({ ...read, impact: "very-high" })).toBeGreaterThan(urgencyOf(incident));
    expect(urgencyOf({ ...incident, impact: "very-high", status: "closed" })).toBeLessThan(
      urgencyOf({ ...read, impact: "low" }),
    );
  });
});
