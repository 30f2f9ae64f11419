/** What an opened stack draws: its symbols, a leg and a dot for each, and a count of those that stay where they are. */
import type { Feature, LineString, Point } from "geojson";
import type { LngLat } from "@/domain/geo";
import type { MapIncident } from "../../types";
import { incidentFeature } from "./features";
import { cellAround, type Sides } from "./sides";

type Place = readonly [lng: number, lat: number];

/** Where a leg ends: at the true place, or at the edge of the cell of a coarse one, which is no point. */
export function legEnd({ place }: Pick<MapIncident, "place">, [lng, lat]: Place): LngLat {
  if (!place.coarse) return place;
  const [west, south, east, north] = cellAround(place);
  return { lng: Math.min(east, Math.max(west, lng)), lat: Math.min(north, Math.max(south, lat)) };
}

function point(role: string, { lng, lat }: LngLat, properties = {}): Feature<Point> {
  return {
    type: "Feature",
    properties: { ...properties, role },
    geometry: { type: "Point", coordinates: [lng, lat] },
  };
}

function legAndDot(incident: MapIncident, at: Place): Feature[] {
  const end = legEnd(incident, at);
  const leg: Feature<LineString> = {
    type: "Feature",
    properties: { role: "leg" },
    geometry: { type: "LineString", coordinates: [[end.lng, end.lat], [...at]] },
  };
  return incident.place.coarse ? [leg] : [leg, point("dot", end, { id: incident.id })];
}

/** The features of one opened stack, whose members come most urgent first. */
export function spiderFeatures(
  stack: readonly MapIncident[],
  sides: Sides,
  places: ReadonlyMap<string, Place>,
): Feature[] {
  const [staying] = [stack.filter(({ id }) => !places.has(id))];
  const symbols = stack.map((incident) => {
    const at = places.get(incident.id);
    const shown = at ? { lng: at[0], lat: at[1] } : sides.shown(incident);
    return point("symbol", shown, incidentFeature(incident, shown).properties ?? {});
  });
  const [top] = staying;
  const count =
    top && staying.length > 1 ? [point("count", sides.shown(top), { text: String(staying.length) })] : [];
  const legs = stack.flatMap((incident) => {
    const at = places.get(incident.id);
    return at ? legAndDot(incident, at) : [];
  });
  return [...legs, ...symbols, ...count];
}
