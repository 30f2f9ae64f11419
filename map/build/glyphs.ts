/** Takes the few Lucide glyphs the symbols use out of lucide-react, as plain path data: `node --import tsx map/build/glyphs.ts`. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const names = [
  "users",
  "factory",
  "megaphone",
  "hand-helping",
  "shield-exclamation-point",
  "baby",
  "pill",
  "truck",
  "sailboat",
  "flask-conical",
  "warehouse",
  "trees",
  "paw-print",
  "fish",
  "crosshair",
  "package",
  "car-front",
  "fuel",
  "banknote",
  "user-search",
  "user-x",
  "user-check",
  "life-buoy",
  "waves-horizontal",
  "bomb",
  "footprints",
  "siren",
  "car",
  "ship",
  "traffic-cone",
  "handshake",
  "search",
  "ambulance",
];

type Node = [tag: string, attributes: Record<string, string>];

/** A path that may follow another: its first move is made absolute, what follows stays relative. */
function absoluteStart(d: string): string {
  const start = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)/.exec(d);
  if (!start) return d;
  const rest = d.slice(start[0].length).trimStart();
  return `M${start[1]} ${start[2]}${/^[-\d.]/.test(rest) ? "l" : ""}${rest}`;
}

/** One path for one Lucide node; circles and boxes become arcs and lines. */
function pathOf([tag, a]: Node): string {
  const n = (key: string) => Number(a[key] ?? 0);
  if (tag === "path") return absoluteStart(a.d ?? "");
  if (tag === "line") return `M${n("x1")} ${n("y1")}L${n("x2")} ${n("y2")}`;
  if (tag === "polyline" || tag === "polygon") return `M${a.points}${tag === "polygon" ? "z" : ""}`;
  if (tag === "circle") {
    const r = n("r");
    return `M${n("cx") - r} ${n("cy")}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  if (tag === "rect") {
    const r = Math.min(n("rx") || n("ry"), n("width") / 2, n("height") / 2);
    const [w, h] = [n("width") - 2 * r, n("height") - 2 * r];
    const corner = (x: number, y: number) => (r ? `a${r} ${r} 0 0 1 ${x} ${y}` : "");
    return `M${n("x") + r} ${n("y")}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}z`;
  }
  throw new Error(`no path for <${tag}>`);
}

const { resolve } = createRequire(path.resolve("package.json"));
const folder = path.join(path.dirname(resolve("lucide-react/package.json")), "dist/esm/icons");
const glyphs: Record<string, string> = {};
for (const name of names) {
  const { __iconData }: { __iconData: { node: Node[] } } = await import(
    pathToFileURL(path.join(folder, `${name}.mjs`)).href
  );
  glyphs[name] = __iconData.node.map(pathOf).join("");
}
writeFileSync(path.resolve("app/map/symbols/glyphs.json"), `${JSON.stringify(glyphs, null, 1)}\n`);
console.log(`${names.length} glyphs`);
