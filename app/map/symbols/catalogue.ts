/**
 * The one catalogue of symbols, shared by map, list and legend. Frame shape = impact, glyph = kind, ring = state,
 * bars = owner: each can be told without colour. Geometry is in units of a 64-wide square centred on (32, 30).
 */
import { coarseCell } from "@/domain/geo";
import type { Country, Impact, Kind, UnitKind } from "../types";
import glyphPaths from "./glyphs.json";

export type GlyphName = keyof typeof glyphPaths;

/** `unread`: the other side has not read it. `closed`: no ring, a slash. `unshared`: it is not for the other side yet. */
export type Ring = "unread" | "read" | "closed" | "unshared";
export const rings: readonly Ring[] = ["unread", "read", "closed", "unshared"];

export const glyphOfKind: Record<Kind, GlyphName> = {
  "victims-in-transit": "users",
  "forced-labour-site": "factory",
  recruitment: "megaphone",
  rescue: "hand-helping",
  "sexual-exploitation": "shield-exclamation-point",
  "child-at-risk": "baby",
  "drug-seizure": "pill",
  "drug-transport-road": "truck",
  "drug-transport-river": "sailboat",
  "drug-laboratory": "flask-conical",
  "drug-storage": "warehouse",
  timber: "trees",
  wildlife: "paw-print",
  fishing: "fish",
  arms: "crosshair",
  goods: "package",
  "stolen-vehicle": "car-front",
  fuel: "fuel",
  cash: "banknote",
  "missing-person": "user-search",
  "abducted-person": "user-x",
  "found-person": "user-check",
  "river-accident": "life-buoy",
  flood: "waves-horizontal",
  "unexploded-ordnance": "bomb",
  "irregular-crossing": "footprints",
  pursuit: "siren",
};

export const glyphOfUnit: Record<UnitKind, GlyphName> = {
  patrol: "car",
  boat: "ship",
  checkpoint: "traffic-cone",
  "liaison-office": "handshake",
  investigators: "search",
  medical: "ambulance",
};

/** The path of a glyph in Lucide's 24 × 24 square, to be stroked. */
export function glyphPath(name: GlyphName): string {
  return glyphPaths[name];
}

export type Frame = {
  frame: string;
  ring: string;
  /** Centre and size of the glyph. */
  glyph: { x: number; y: number; size: number };
  edge: number;
  /** Top of the owner's bars when there is a ring. */
  bars: number;
};

function circle(radius: number): string {
  return `M${32 - radius} 30a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}

function square(half: number, corner: number): string {
  const [near, far, side] = [32 - half, 30 - half, 2 * (half - corner)];
  const arc = (x: number, y: number) => `a${corner} ${corner} 0 0 1 ${x} ${y}`;
  return `M${near + corner} ${far}h${side}${arc(corner, corner)}v${side}${arc(-corner, corner)}h${-side}${arc(-corner, -corner)}v${-side}${arc(corner, -corner)}z`;
}

export const frames: Record<Impact, Frame> = {
  low: { frame: circle(17), ring: circle(22.5), glyph: { x: 32, y: 30, size: 20 }, edge: 3, bars: 55 },
  medium: { frame: square(16, 4), ring: square(21, 8), glyph: { x: 32, y: 30, size: 25 }, edge: 3, bars: 55 },
  high: {
    frame: "M32 8.5L53 45L11 45z",
    ring: "M32 0.5L60 49.5L4 49.5z",
    glyph: { x: 32, y: 34.5, size: 19 },
    edge: 3,
    bars: 55,
  },
  "very-high": {
    frame: "M32 6L56 30L32 54L8 30z",
    ring: "M32 -3L65 30L32 63L-1 30z",
    glyph: { x: 32, y: 30, size: 25 },
    edge: 3.5,
    bars: 67,
  },
};

/** How much larger very high impact is drawn than the rest. */
export const veryHighScale = 1.2;

/** Width of a symbol in CSS pixels by screen (the look: 70 wall, 40 desk, 60 field). */
export const symbolWidth = { wall: 70, command: 40, field: 60 } as const;
export const unitWidth = { wall: 40, command: 24, field: 34 } as const;

/** The square that marks a coarse place while its cell would hide behind the symbol, as a part of a symbol's width. */
export const coarseMarkScale = 1.75;

/** The zoom from which the cell itself is shown: half as wide as the mark, which encloses it until then. */
export function cellZoom(screen: keyof typeof symbolWidth): number {
  const pixels = (symbolWidth[screen] * coarseMarkScale) / 2;
  return Math.log2((pixels / coarseCell.degrees) * (360 / 512));
}

/** The owner's bars: one for Cambodia, two for Laos. */
export function ownerBars(owner: Country, top: number): string {
  const bar = (x: number, width: number) => `M${x} ${top}h${width}v6h${-width}z`;
  return owner === "KH" ? bar(19, 26) : bar(19, 11) + bar(34, 11);
}
