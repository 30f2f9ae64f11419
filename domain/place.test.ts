import { expect, test } from "vitest";
import { coarsen, placeInputSchema } from "./place";

test("S6 a place is coarsened to the centre of its 0.1° cell and keeps no exact digit", () => {
  expect(coarsen({ lng: 106.0312, lat: 13.9291, accuracyM: 50, province: "KH-19" })).toEqual({
    lng: 106.05,
    lat: 13.95,
    accuracyM: 7_800,
    province: "KH-19",
    coarse: true,
  });
});

test("coarsening twice changes nothing", () => {
  const once = coarsen({ lng: 105.9, lat: 14.1 });
  expect(coarsen(once)).toBe(once);
  expect(once).toMatchObject({ lng: 105.95, lat: 14.15 });
});

test.each([
  [{ lng: 0, lat: 0 }],
  [{ lng: 102.2, lat: 13 }],
  [{ lng: 106, lat: 17.5 }],
  [{ lng: Number.NaN, lat: 13 }],
  [{ lng: Number.POSITIVE_INFINITY, lat: 13 }],
  [{ lng: "106", lat: 13 }],
  [{ lat: 13 }],
  [{ lng: 106, lat: 13, altitude: 3 }],
])("a place outside the box, or not of the form, is refused: %j", (place) => {
  expect(placeInputSchema.safeParse(place).success).toBe(false);
});
