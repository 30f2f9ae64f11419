/** What the layers of what moves depend on: theme, screen, and whose part of the picture is old. */
import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { type Palette, palettes, type Screen, type Theme } from "@/map/style";
import type { StaleSide } from "../../types";

export type LiveState = { theme: Theme; screen: Screen; stale: StaleSide };
export type Context = LiveState & { palette: Palette };

/** The countries whose part is old. */
export function sides(stale: StaleSide): string[] {
  if (stale === null) return [];
  return stale === "all" ? ["KH", "LA"] : [stale];
}

/** "old" for what an old side owns, "live" for the rest. */
export function age(stale: StaleSide): ExpressionSpecification {
  return ["case", ["in", ["get", "owner"], ["literal", sides(stale)]], "old", "live"];
}

/** The live state with its palette. */
export function liveContext(state: LiveState): Context {
  return { ...state, palette: palettes[state.theme] };
}
