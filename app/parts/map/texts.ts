import type { PositionFreshness } from "@/domain/freshness/positions";
import type { CoordinateError, CoordinateFormat } from "@/map/coordinates";
import type { PlaceKind } from "@/map/gazetteer";
import type { Ring } from "../../map/symbols/catalogue";
import type { Country, Impact } from "../../map/types";

/** The texts of the map's tools in the reader's language. */
export type MapToolTexts = {
  searchLabel: string;
  searchPlaceholder: string;
  /** Shown when nothing fits what was typed. */
  nothingFound: string;
  /** After a result whose own position no source gives. */
  showsProvince: string;
  incident: string;
  placeKind: Record<PlaceKind, string>;
  coordinateError: Record<CoordinateError, string>;
  coordinateFormat: Record<CoordinateFormat, string>;
  /** Before the format in the read-out's button, e.g. "Change format". */
  changeFormat: string;
  /** Beside coordinates that are of the middle of the map, not of the pointer. */
  ofMiddle: string;
  /** Heads the units that a search found. */
  unit: string;
  measure: string;
  measureEnd: string;
  bearing: string;
  legend: string;
  legendImpact: string;
  legendRing: string;
  legendOwner: string;
  impact: Record<Impact, string>;
  ring: Record<Ring, string>;
  owner: Record<Country, string>;
  /** Heads the units of the legend: how old a position is. */
  legendUnits: string;
  freshness: Record<PositionFreshness, string>;
  coarse: string;
  cluster: string;
  border: string;
  drawings: string;
  inView: string;
  nothingInView: string;
  /** Under a list that does not show all. */
  moreInView: (count: number) => string;
};
