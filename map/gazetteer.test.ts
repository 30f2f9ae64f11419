import { describe, expect, it } from "vitest";
import { type LngLat, metresBetween } from "@/domain/geo";
import borders from "./built/borders.json";
import builtRivers from "./built/rivers.json";
import { borderProvinces, districts, gazetteer, nameIn, rivers, towns } from "./gazetteer";
import { provinceAt } from "./places/province-at";

/** Kilometres from a place to the nearest vertex of a polyline: no less than to the line itself. */
function kilometresTo(place: LngLat, line: readonly (readonly number[])[]): number {
  const points = line.map(([lng = 0, lat = 0]) => ({ lng, lat }));
  return Math.min(...points.map((point) => metresBetween(place, point))) / 1_000;
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
    const distances = line.map((part) => kilometresTo({ lng: 106, lat: 13.929 }, part));
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
