import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { countries, impacts, kinds, unitKinds } from "@/domain/vocabulary";
import { palettes, type Theme } from "@/map/style/palette";
import { glyphOfKind, rings, symbolWidth, veryHighScale } from "./catalogue";
import { type Box, discBox, symbolBox } from "./draw";
import { type Part, symbolParts, unitParts } from "./parts";
import { partsSvg } from "./svg";

type Drawn = { name: string; pixels: Uint8Array };

/** Draws shapes on the land of the map, in greyscale, at the smallest size any screen uses and two pixels each. */
async function grey(
  name: string,
  parts: readonly Part[],
  box: Box,
  width: number,
  theme: Theme,
): Promise<Drawn> {
  const svg = partsSvg(parts, box, width * 2, palettes[theme]);
  const pixels = await sharp(Buffer.from(svg))
    .resize(160, 200, { fit: "contain", background: "#0000", kernel: "nearest", withoutEnlargement: true })
    .flatten({ background: palettes[theme].landKH })
    .greyscale()
    .raw()
    .toBuffer();
  return { name, pixels };
}

/** Pixels that differ by more than an eighth of the whole range: what an eye tells apart, not shades. */
function differing(left: Drawn, right: Drawn): number {
  let count = 0;
  for (const [index, value] of left.pixels.entries()) {
    if (Math.abs(value - (right.pixels[index] ?? 0)) > 32) count += 1;
  }
  return count;
}

function tooAlike(drawn: readonly Drawn[], least: number): string[] {
  return drawn.flatMap((left, index) =>
    drawn
      .slice(index + 1)
      .filter((right) => differing(left, right) < least)
      .map((right) => `${left.name} ~ ${right.name}: ${differing(left, right)}`),
  );
}

const themes: Theme[] = ["dark", "light"];
const width = symbolWidth.command;

describe.each(themes)("symbols in greyscale, %s", (theme) => {
  it("tells impact, state and owner apart with the same glyph", async () => {
    const drawn = await Promise.all(
      impacts.flatMap((impact) =>
        rings.flatMap((ring) =>
          countries.map((owner) => {
            const parts = symbolParts({ kind: "timber", impact, ring, owner });
            const size = impact === "very-high" ? width * veryHighScale : width;
            return grey(`${impact} ${ring} ${owner}`, parts, symbolBox, size, theme);
          }),
        ),
      ),
    );
    expect(drawn).toHaveLength(32);
    expect(tooAlike(drawn, 18)).toEqual([]);
  });

  it.each(impacts)("tells all kinds apart at impact %s", async (impact) => {
    const drawn = await Promise.all(
      kinds.map((kind) =>
        grey(kind, symbolParts({ kind, impact, ring: "unread", owner: "LA" }), symbolBox, width, theme),
      ),
    );
    expect(drawn).toHaveLength(kinds.length);
    expect(tooAlike(drawn, 18)).toEqual([]);
  });

  it("tells units' kinds, owners and freshness apart", async () => {
    const drawn = await Promise.all(
      unitKinds.flatMap((kind) =>
        countries.flatMap((owner) =>
          (["fresh", "stale", "lost"] as const).map((freshness) =>
            grey(`${kind} ${owner} ${freshness}`, unitParts({ kind, owner, freshness }), discBox, 24, theme),
          ),
        ),
      ),
    );
    expect(tooAlike(drawn, 12)).toEqual([]);
  });
});

describe("catalogue", () => {
  it("gives every kind its own glyph", () => {
    expect(new Set(Object.values(glyphOfKind)).size).toBe(kinds.length);
  });
});
