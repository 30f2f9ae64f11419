import { describe, expect, it } from "vitest";
import type { MapDrawing } from "../../types";
import { drawingFeatures } from "./drawings";

const area: MapDrawing = {
  id: "KH-1",
  shape: "area",
  owner: "KH",
  label: "Search sector 3",
  shared: true,
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [106, 14],
        [107, 14],
        [107, 15],
        [106, 15],
        [106, 14],
      ],
    ],
  },
};

describe("drawingFeatures", () => {
  it("sets an area's words at its northern edge, with the owner's letters", () => {
    const [drawn, words] = drawingFeatures(area);
    expect(drawn?.geometry).toEqual(area.geometry);
    expect(words?.geometry).toEqual({ type: "Point", coordinates: [106.5, 15] });
    expect(words?.properties).toMatchObject({ id: "KH-1", text: "KH · Search sector 3", joint: true });
    expect(words?.id).not.toBe(drawn?.id);
  });

  it("names the owner alone where the words are withheld, as on a wall", () => {
    const { label: _, ...redacted } = area;
    expect(drawingFeatures(redacted)[0]?.properties?.text).toBe("KH");
  });

  it("marks what only one country sees", () => {
    const { shared: _, ...national } = area;
    expect(drawingFeatures(national)[0]?.properties?.joint).toBe(false);
  });

  it("sets a line's words at its middle", () => {
    const coordinates: [number, number][] = [
      [106, 14],
      [106.4, 14.2],
    ];
    const [, words] = drawingFeatures({
      ...area,
      shape: "line",
      geometry: { type: "LineString", coordinates },
    });
    expect(words?.geometry).toEqual({ type: "Point", coordinates: [106.2, 14.1] });
  });

  it("makes one feature of a point", () => {
    const geometry = { type: "Point" as const, coordinates: [106, 14] as [number, number] };
    expect(drawingFeatures({ ...area, shape: "point", geometry })).toHaveLength(1);
  });
});
