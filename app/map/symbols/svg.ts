import type { Palette } from "@/map/style/palette";
import type { Box } from "./draw";
import type { Part } from "./parts";

function partSvg(part: Part, palette: Palette): string {
  const attributes: Record<string, string | number | undefined> = {
    d: part.path,
    fill: part.fill ? palette[part.fill] : "none",
    stroke: part.stroke ? palette[part.stroke] : "none",
    "stroke-width": part.width,
    "stroke-dasharray": part.dash?.join(" "),
    "stroke-linejoin": "round",
    "stroke-linecap": part.round ? "round" : "butt",
    opacity: part.opacity,
    transform: part.at ? `translate(${part.at[0]} ${part.at[1]}) scale(${part.at[2]})` : undefined,
  };
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");
  return `<path ${text}/>`;
}

/** Shapes as a standalone SVG document in fixed colours, for prints, exports and tests; `width` in pixels. */
export function partsSvg(parts: readonly Part[], box: Box, width: number, palette: Palette): string {
  const height = (width * box.height) / box.width;
  const view = `${box.left} ${box.top} ${box.width} ${box.height}`;
  const body = parts.map((part) => partSvg(part, palette)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}">${body}</svg>`;
}
