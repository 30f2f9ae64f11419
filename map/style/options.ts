import type { PlaceLanguage } from "../gazetteer";
import type { Palette, Screen, Theme } from "./palette";

export type StyleOptions = {
  theme: Theme;
  language: PlaceLanguage;
  screen: Screen;
  /** Where public/map is served, with no slash at its end: "/map", or an absolute address. */
  base: string;
};

/** Sizes of one kind of screen in CSS pixels. Type floors from the look: wall 24, desk 12, field 13. */
export type Sizes = {
  town: number;
  smallTown: number;
  province: number;
  neighbour: number;
  river: number;
  crossing: number;
  /** Factor on every line's width. */
  line: number;
};

const sizes: Record<Screen, Sizes> = {
  wall: { town: 25, smallTown: 24, province: 29, neighbour: 24, river: 24, crossing: 24, line: 1.7 },
  command: {
    town: 13.5,
    smallTown: 12.5,
    province: 17,
    neighbour: 12.5,
    river: 12.5,
    crossing: 12.5,
    line: 1.1,
  },
  field: { town: 15, smallTown: 13.5, province: 17, neighbour: 13, river: 13, crossing: 14, line: 1.3 },
};

export type StyleContext = StyleOptions & { palette: Palette; sizes: Sizes };

/** The sizes of a screen. */
export function sizesOf(screen: Screen): Sizes {
  return sizes[screen];
}
