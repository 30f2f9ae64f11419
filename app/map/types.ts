/** What the map needs of the picture: structural subsets, so that the engine depends on no store. */
import type { DrawingGeometry } from "@/domain/drawing/schema";
import type { PositionFreshness } from "@/domain/freshness/positions";
import type { Country, Impact, IncidentStatus, Kind, Sharing, UnitKind } from "@/domain/vocabulary";

export type { Country, Impact, Kind, UnitKind } from "@/domain/vocabulary";

export type MapPlace = {
  lng: number;
  lat: number;
  /** Radius in metres within which the place is known. */
  accuracyM?: number;
  /** True when the place was made coarse to the centre of a 0.1° cell (safeguard S6): drawn as an area. */
  coarse?: boolean;
  /** ISO code of the province that the report names, which says on which side of the border it is. */
  province?: string;
};

export type MapIncident = {
  id: string;
  ref: string;
  owner: Country;
  kind: Kind;
  impact: Impact;
  status: IncidentStatus;
  sharing: Sharing;
  place: MapPlace;
  /** When each side read it; any value means read. */
  acknowledged: { KH?: unknown; LA?: unknown };
};

/** One changed incident; without `before` it is new to this screen, without `after` it was removed. */
export type MapChange = { id: string; before?: MapIncident; after?: MapIncident };

export type MapUnit = {
  id: string;
  owner: Country;
  kind: UnitKind;
  callsign: string;
  lng: number;
  lat: number;
  /** Degrees clockwise from north; absent when it stands still or is unknown. */
  heading?: number;
  freshness: PositionFreshness;
};

/** A drawing on the map: a search area, a closure, a sector, a label. */
export type MapDrawing = {
  id: string;
  shape: "point" | "line" | "area" | "label";
  geometry: DrawingGeometry;
  /** Absent on a wall, whatever was written. */
  label?: string;
  owner: Country;
  shared?: true;
};

/** Whose part of the picture is old. */
export type StaleSide = Country | "all" | null;
