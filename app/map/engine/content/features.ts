/** Turns incidents and units into the features the map's sources hold. */
import type { Feature, Point, Polygon } from "geojson";
import type { LngLat } from "@/domain/geo";
import { ringOf } from "../../symbols/ring";
import type { Impact, MapIncident, MapUnit } from "../../types";
import { cellAround } from "./sides";

/** The urgency of an impact; higher is drawn above. */
const weightOf: Record<Impact, number> = { low: 0, medium: 1, high: 2, "very-high": 3 };

export type IncidentSource = "urgent" | "incidents";

/** Open incidents of very high impact never hide in a cluster: they have a source of their own. */
export function sourceOf(incident: MapIncident): IncidentSource {
  return incident.impact === "very-high" && ringOf(incident) !== "closed" ? "urgent" : "incidents";
}

/** The urgency of an incident on the map: open before closed, then by impact, then unread before read. */
export function urgencyOf(incident: MapIncident): number {
  const ring = ringOf(incident);
  const state = ring === "closed" ? 0 : ring === "unread" ? 2 : 1;
  return (state === 0 ? 0 : 10) + weightOf[incident.impact] * 2 + state;
}

/** The point of an incident with what its symbol needs; `at` is where the symbol stands, default its place. */
export function incidentFeature(incident: MapIncident, at: LngLat = incident.place): Feature<Point> {
  return {
    type: "Feature",
    id: incident.id,
    properties: {
      id: incident.id,
      ref: incident.ref.slice(3),
      owner: incident.owner,
      segment: ringOf(incident) === "closed" ? "closed" : incident.impact,
      symbol: `${incident.kind}:${incident.impact}:${ringOf(incident)}:${incident.owner}`,
      weight: urgencyOf(incident),
      ...(incident.place.coarse ? { coarse: true } : {}),
    },
    geometry: { type: "Point", coordinates: [at.lng, at.lat] },
  };
}

/** The cell around a coarse place as a closed ring. */
export function cellOf(centre: LngLat): Polygon {
  const [west, south, east, north] = cellAround(centre);
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

/** The cell of a coarse place, or undefined for a sharp one. */
export function areaFeature(incident: MapIncident): Feature<Polygon> | undefined {
  if (!incident.place.coarse) return undefined;
  return {
    type: "Feature",
    id: incident.id,
    properties: { id: incident.id, owner: incident.owner, ended: ringOf(incident) === "closed" },
    geometry: cellOf(incident.place),
  };
}

/** The point of a unit. */
export function unitFeature(unit: MapUnit): Feature<Point> {
  return {
    type: "Feature",
    id: unit.id,
    properties: {
      id: unit.id,
      callsign: unit.callsign,
      owner: unit.owner,
      symbol: `${unit.kind}:${unit.owner}:${unit.freshness}`,
      ...(unit.heading !== undefined && unit.freshness === "fresh" ? { heading: unit.heading } : {}),
    },
    geometry: { type: "Point", coordinates: [unit.lng, unit.lat] },
  };
}
