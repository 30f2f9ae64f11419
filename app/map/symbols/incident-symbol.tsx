import type { CSSProperties } from "react";
import type { Country, Impact, Kind, UnitKind } from "../types";
import type { Ring } from "./catalogue";
import { veryHighScale } from "./catalogue";
import { type Ink, type Part, symbolParts, type UnitSpec, unitParts } from "./parts";

/** The screens' CSS custom property for each ink of the catalogue, so that a theme change needs no new drawing. */
const variables: Partial<Record<Ink, string>> = {
  surface: "var(--surface-1)",
  ink1: "var(--ink-1)",
  ink2: "var(--ink-2)",
  ink3: "var(--ink-3)",
  KH: "var(--kh)",
  LA: "var(--la)",
  low: "var(--impact-low)",
  medium: "var(--impact-medium)",
  mediumFill: "color-mix(in srgb, var(--impact-medium) 26%, var(--surface-1))",
  high: "var(--impact-high)",
  veryHigh: "var(--impact-very-high)",
  onHigh: "var(--on-impact)",
  onVeryHigh: "var(--on-very-high)",
  veryHighEdge: "var(--very-high-edge)",
  halo: "var(--map-halo)",
};

function PartPath({ part }: { part: Part }) {
  return (
    <path
      d={part.path}
      fill={part.fill ? variables[part.fill] : "none"}
      stroke={part.stroke ? variables[part.stroke] : "none"}
      strokeWidth={part.width}
      strokeDasharray={part.dash?.join(" ")}
      strokeLinejoin="round"
      strokeLinecap={part.round ? "round" : "butt"}
      opacity={part.opacity}
      transform={part.at ? `translate(${part.at[0]} ${part.at[1]}) scale(${part.at[2]})` : undefined}
    />
  );
}

type Shared = { size: number; title?: string; className?: string; style?: CSSProperties };

function Drawing({
  parts,
  viewBox,
  width,
  height,
  title,
  className,
  style,
}: Omit<Shared, "size"> & {
  parts: readonly Part[];
  viewBox: string;
  width: number;
  height: number;
}) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={viewBox}
      className={className}
      style={{ display: "block", overflow: "visible", flex: "none", ...style }}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of one symbol never move within it
        <PartPath key={index} part={part} />
      ))}
    </svg>
  );
}

export type IncidentSymbolProps = Shared & {
  kind?: Kind;
  impact: Impact;
  ring: Ring;
  owner?: Country;
  /** Its side of the picture is old. */
  old?: boolean;
};

/**
 * The symbol of an incident for lists, details and legends; the same geometry as on the map. `size` is the width in
 * CSS pixels before the enlargement of very high impact. Without `title` it is decoration beside words.
 */
export function IncidentSymbol({ kind, impact, ring, owner, old, size, ...rest }: IncidentSymbolProps) {
  const width = Math.round(size * (impact === "very-high" ? veryHighScale : 1));
  const parts = symbolParts({ kind, impact, ring, owner, old });
  return (
    <Drawing parts={parts} viewBox="-4 -6 72 80" width={width} height={Math.round(width * 1.11)} {...rest} />
  );
}

export type UnitSymbolProps = Shared & { kind: UnitKind; owner: Country; freshness?: UnitSpec["freshness"] };

/** The symbol of a unit: one ring for Cambodia, two for Laos, dotted when its signal is lost. */
export function UnitSymbol({ kind, owner, freshness = "fresh", size, ...rest }: UnitSymbolProps) {
  return (
    <Drawing
      parts={unitParts({ kind, owner, freshness })}
      viewBox="0 0 64 64"
      width={size}
      height={size}
      {...rest}
    />
  );
}
