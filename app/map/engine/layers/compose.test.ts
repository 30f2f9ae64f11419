import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { type ComposeState, composeStyle } from "./compose";

const state: ComposeState = { theme: "dark", language: "en", screen: "command", base: "/map", stale: null };

describe("composeStyle", () => {
  it.each([
    state,
    { ...state, theme: "light" as const, language: "km" as const, stale: "LA" as const },
    { ...state, screen: "wall" as const, language: "lo" as const, stale: "all" as const },
    { ...state, screen: "field" as const, stale: "KH" as const },
  ])("is a valid style: $theme $screen $language, old side $stale", (of) => {
    expect(validateStyleMin(composeStyle(of))).toEqual([]);
  });

  it("keeps the same layers and sources in every state, so that a restyle never adds or drops one", () => {
    const ids = (of: ComposeState) => composeStyle(of).layers.map((layer) => layer.id);
    const sources = (of: ComposeState) => Object.keys(composeStyle(of).sources);
    const other: ComposeState = { ...state, theme: "light", language: "lo", stale: "all" };
    expect(ids(other)).toEqual(ids(state));
    expect(sources(other)).toEqual(sources(state));
  });

  it("draws the border, the incidents and the urgent ones above an old side", () => {
    const ids = composeStyle({ ...state, stale: "LA" }).layers.map((layer) => layer.id);
    const dots = ids.indexOf("old-dots");
    for (const id of ["border", "incidents", "urgent"]) expect(ids.indexOf(id)).toBeGreaterThan(dots);
  });
});
