import { describe, expect, it } from "vitest";
import borders from "./built/borders.json";
import builtRivers from "./built/rivers.json";
import { borderProvinces, districts, gazetteer, nameIn, rivers, towns } from "./gazetteer";
import { provinceAt } from "./places/province-at";

/** Kilometres from a point to a polyline, on a plane tangent at 14° north: good to a few metres here. */
function kilometresTo(lng: number, lat: number, line: readonly (readonly number[])[]): number {
  const east = Math.cos((14 * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  for (let index = 1; index < line.length; index += 1) {
    const [ax = 0, ay = 0] = line[index - 1] ?? [];
    const [bx = 0, by = 0] = line[index] ?? [];
    const [dx, dy] = [(bx - ax) * east, by - ay];
    const squared = dx * dx + dy * dy;
    const along =
      squared === 0 ? 0 : Math.min(1, Math.max(0, ((lng - ax) * east * dx + (lat - ay) * dy) / squared));
    best = Math.min(best, Math.hypot((lng - ax) * east - along * dx, lat - ay - along * dy));
  }
  return best * 111.2;
}

const line =
  borders.features.find((feature) => feature.properties.pair === "KH-LA")?.geometry.coordinates ?? [];

describe("gazetteer", () => {
  it.each(towns.filter((town) => town.province).map((town) => [town.names.en.text, town] as const))(
    "%s lies in its province",
    (_, town) => {
      expect(town.position && provinceAt(town.position.lng, town.position.lat)).toBe(town.province);
    },
  );

  it.each([...borderProvinces, ...districts].map((place) => [place.id, place] as const))(
    "%s is placed in its province",
    (_, place) => {
      if (place.position) expect(provinceAt(place.position.lng, place.position.lat)).toBe(place.province);
    },
  );

  it("has about forty towns, five provinces, twelve border districts", () => {
    expect(towns.length).toBeGreaterThanOrEqual(40);
    expect(borderProvinces).toHaveLength(5);
    expect(districts).toHaveLength(12);
  });

  it("gives every place its own id", () => {
    expect(new Set(gazetteer.map((place) => place.id)).size).toBe(gazetteer.length);
  });

  it("writes Khmer names in Khmer and Lao names in Lao", () => {
    for (const { names } of gazetteer) {
      if (names.km) expect(names.km.text).toMatch(/^[\u1780-\u17ff]+$/);
      if (names.lo) expect(names.lo.text).toMatch(/^[\u0e80-\u0eff]+$/);
    }
  });

  it("shows the English name where no other is vouched for", () => {
    const trapeangKriel = gazetteer.find((place) => place.id === "crossing-trapeang-kriel");
    expect(trapeangKriel && nameIn(trapeangKriel, "lo")).toBe("Trapeang Kriel – Nong Nok Khiene");
    expect(trapeangKriel && nameIn(trapeangKriel, "km")).toBe("ត្រពាំងក្រៀល");
  });

  it("puts Trapeang Kriel within a kilometre of the drawn border", () => {
    const distances = line.map((part) => kilometresTo(106, 13.929, part));
    expect(Math.min(...distances)).toBeLessThan(1);
  });

  it("names rivers that are drawn", () => {
    const drawn = new Set(
      builtRivers.features.map((feature) => ("river" in feature.properties ? feature.properties.river : "")),
    );
    for (const river of rivers) expect(drawn).toContain(river.id);
  });
});

describe("built border", () => {
  it("draws the KH–LA line with at least 700 vertices", () => {
    expect(line.reduce((sum, part) => sum + part.length, 0)).toBeGreaterThanOrEqual(700);
  });
});
