import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { mapStyle, type Screen, type Theme } from "./index";

const themes: Theme[] = ["dark", "light"];
const screens: Screen[] = ["wall", "command", "field"];
const languages = ["en", "km", "lo"] as const;
const all = themes.flatMap((theme) =>
  screens.flatMap((screen) => languages.map((language) => ({ theme, screen, language }))),
);

describe("mapStyle", () => {
  it.each(all)("is a valid style: $theme, $screen, $language", (options) => {
    expect(validateStyleMin(mapStyle({ ...options, base: "/map" }))).toEqual([]);
  });

  it.each(all)("asks for nothing outside its base: $theme, $screen, $language", (options) => {
    const text = JSON.stringify(mapStyle({ ...options, base: "/map" }));
    expect(text.match(/https?:\/\//g)).toBeNull();
    expect(mapStyle({ ...options, base: "/map" }).glyphs).toBeUndefined();
    expect(mapStyle({ ...options, base: "/map" }).sprite).toBeUndefined();
  });

  it("does not space Khmer or Lao letters", () => {
    for (const language of ["km", "lo"] as const) {
      const { layers } = mapStyle({ theme: "dark", screen: "wall", language, base: "/map" });
      for (const layer of layers) {
        if (layer.type === "symbol") expect(layer.layout?.["text-letter-spacing"] ?? 0).toBe(0);
      }
    }
  });

  it("credits the four sources", () => {
    const { sources } = mapStyle({ theme: "dark", screen: "wall", language: "en", base: "/map" });
    const credits = JSON.stringify(sources.countries);
    for (const source of ["OpenStreetMap", "ODbL", "Natural Earth", "GSHHG", "GeoNames"])
      expect(credits).toContain(source);
  });

  it("draws the KH–LA line dashed: it is indicative", () => {
    const { layers } = mapStyle({ theme: "dark", screen: "wall", language: "en", base: "/map" });
    const border = layers.find((layer) => layer.id === "border");
    expect(border?.type === "line" && border.paint?.["line-dasharray"]).toBeTruthy();
  });
});
