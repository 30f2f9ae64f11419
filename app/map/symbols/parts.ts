/** A symbol as a list of shapes, bottom first: the canvas of the map and the SVG of lists draw the same list. */
import type { PositionFreshness } from "@/domain/freshness/positions";
import type { Palette } from "@/map/style/palette";
import type { Country, Impact, Kind, UnitKind } from "../types";
import {
  frames,
  type GlyphName,
  glyphOfKind,
  glyphOfUnit,
  glyphPath,
  ownerBars,
  type Ring,
} from "./catalogue";

export type Ink = keyof Palette;

export type Part = {
  path: string;
  fill?: Ink;
  stroke?: Ink;
  /** Stroke width in the part's own units (before `at` scales them). */
  width?: number;
  dash?: readonly number[];
  opacity?: number;
  round?: boolean;
  /** Moves and scales the part: x, y, factor. */
  at?: readonly [x: number, y: number, scale: number];
};

export type SymbolSpec = {
  /** Absent in a legend of impacts. */
  kind?: Kind;
  impact: Impact;
  ring: Ring;
  owner?: Country;
  /** Its side of the picture is old: shown in grey. */
  old?: boolean;
};

type Inks = { fill: Ink; edge: Ink; glyph: Ink };

const inksOfImpact: Record<Impact, Inks> = {
  low: { fill: "surface", edge: "low", glyph: "low" },
  medium: { fill: "mediumFill", edge: "medium", glyph: "medium" },
  high: { fill: "high", edge: "high", glyph: "onHigh" },
  "very-high": { fill: "veryHigh", edge: "veryHighEdge", glyph: "onVeryHigh" },
};

function inksOf({ impact, ring, old }: SymbolSpec): Inks {
  if (ring === "closed") return { fill: "surface", edge: "ink3", glyph: "ink3" };
  if (old) return { fill: "surface", edge: "ink2", glyph: "ink2" };
  return inksOfImpact[impact];
}

function glyphAt(name: GlyphName, x: number, y: number, size: number, stroke: Ink, width: number): Part {
  const scale = size / 24;
  return { path: glyphPath(name), stroke, width, round: true, at: [x - size / 2, y - size / 2, scale] };
}

function ringParts(spec: SymbolSpec): Part[] {
  const { ring } = frames[spec.impact];
  if (spec.ring === "closed" || spec.ring === "unshared") return [];
  const under: Part = { path: ring, stroke: "halo", width: 7, opacity: 0.6 };
  if (spec.ring === "read") return [under, { path: ring, stroke: "ink2", width: 2.4, dash: [5, 4.5] }];
  return [under, { path: ring, stroke: spec.old ? "ink3" : "ink1", width: 3 }];
}

/** The shapes of an incident's symbol. */
export function symbolParts(spec: SymbolSpec): Part[] {
  const { frame, glyph, edge, bars } = frames[spec.impact];
  const inks = inksOf(spec);
  const closed = spec.ring === "closed";
  const top =
    closed || spec.ring === "unshared" ? Math.min(bars, spec.impact === "very-high" ? 58 : 50) : bars;
  const owner = spec.owner ? ownerBars(spec.owner, top) : undefined;
  return [
    { path: frame, fill: "halo", stroke: "halo", width: 9, opacity: 0.85 },
    ...ringParts(spec),
    { path: frame, fill: inks.fill, stroke: inks.edge, width: edge },
    ...(spec.kind ? [glyphAt(glyphOfKind[spec.kind], glyph.x, glyph.y, glyph.size, inks.glyph, 2.5)] : []),
    ...(closed
      ? [
          { path: "M11 51L53 9", stroke: "halo" as const, width: 7.5 },
          { path: "M11 51L53 9", stroke: "ink2" as const, width: 3.5 },
        ]
      : []),
    ...(owner && spec.owner
      ? [
          { path: owner, stroke: "halo" as const, width: 3 },
          { path: owner, fill: spec.old ? ("ink3" as const) : spec.owner },
        ]
      : []),
  ];
}

export type UnitSpec = { kind: UnitKind; owner: Country; freshness: PositionFreshness };

function disc(radius: number): string {
  return `M${32 - radius} 32a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}

/** The shapes of a unit in a 64 × 64 square: one ring for Cambodia, two for Laos, dotted when its signal is lost. */
export function unitParts({ kind, owner, freshness }: UnitSpec): Part[] {
  const ink: Ink = freshness === "lost" ? "ink3" : owner;
  const opacity = freshness === "fresh" ? 1 : 0.75;
  const outline: Part = {
    path: disc(26),
    stroke: ink,
    width: owner === "KH" ? 4 : 3,
    opacity,
    ...(freshness === "lost" ? { dash: [0.1, 7], round: true, width: 4.5 } : {}),
    ...(freshness === "stale" ? { dash: [9, 5] } : {}),
  };
  return [
    { path: disc(28), fill: "halo", opacity: 0.85 },
    { path: disc(24), fill: "surface" },
    outline,
    ...(owner === "LA" ? [{ path: disc(20), stroke: ink, width: 2.4, opacity }] : []),
    { ...glyphAt(glyphOfUnit[kind], 32, 32, owner === "LA" ? 25 : 29, ink, 2.3), opacity },
  ];
}

/** A small arrow at the edge of a unit, pointing north in a 64 × 64 square; the map turns it to the heading. */
export function headingParts(owner: Country): Part[] {
  const arrow = "M32 -6L40 7L32 3.5L24 7z";
  return [
    { path: arrow, fill: "halo", stroke: "halo", width: 4 },
    { path: arrow, fill: owner },
  ];
}
