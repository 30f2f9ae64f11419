import type { LngLat } from "@/domain/geo";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { Screen, Theme } from "@/map/style/palette";

export type { Screen, Theme } from "@/map/style/palette";

/** The texts that the engine itself writes on the map, in the reader's language. */
export type MapTexts = {
  /** What a screen reader calls the map. */
  mapLabel: string;
  /** "Boundaries indicative only". */
  indicative: string;
  /** Shown until the picture is on the map, e.g. "Loading the map". */
  loading: string;
  /** Beside the reference of a selected coarse place, e.g. "somewhere in this square". */
  somewhere: string;
  /** Plate over a side whose picture is old, e.g. "Lao side as of 07:12". */
  staleSince: (side: "KH" | "LA" | "all", since: string) => string;
};

export type EngineOptions = {
  container: HTMLElement;
  theme: Theme;
  language: PlaceLanguage;
  screen: Screen;
  reducedMotion: boolean;
  texts: MapTexts;
  /** Where public/map is served; default "/map". */
  base?: string;
  onSelect: (id: string | null) => void;
  /** A unit was clicked. */
  onUnit?: (id: string) => void;
  /** A place chosen while picking. */
  onPick?: (lng: number, lat: number) => void;
};

export type Measured = {
  /** Metres along the whole line. */
  metres: number;
  /** Degrees clockwise from north along the last leg; undefined before the second point. */
  bearing?: number;
  points: readonly LngLat[];
};
