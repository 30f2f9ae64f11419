import fc from "fast-check";
import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import provinces from "./built/provinces.json";
import { gazetteer, nameIn } from "./gazetteer";
import { boxOf } from "./places/box";
import { type SearchableIncident, search } from "./search";

const incidents: SearchableIncident[] = [
  { id: "one", ref: "KH-STR-7304" },
  { id: "two", ref: "LA-CHA-7305" },
];
const first = (text: string) => search(text, { language: "en", incidents }).results[0];

describe("search", () => {
  it.each(gazetteer.map((place) => [place.id, place] as const))(
    "finds %s by each of its names",
    (_, place) => {
      const texts = [place.names.en, place.names.km, place.names.lo].flatMap((name) =>
        name ? [name.text] : [],
      );
      for (const text of [...texts, ...place.aliases]) {
        const ids = search(text, { language: "en", limit: 20 }).results.map(
          (result) => result.type === "place" && result.id,
        );
        expect(ids, text).toContain(place.id);
      }
    },
  );

  it.each([
    ["dong kralor", "crossing-trapeang-kriel"],
    ["Ropov", "ropov"],
    ["xe lam phao", "ropov"],
    ["ត្រពាំងក្រៀល", "crossing-trapeang-kriel"],
    ["ຈຳປາສັກ", "LA-CH"],
    ["ជាំក្សាន្ត", "district-KH-1303"],
    ["kratie", "town-kratie"],
    ["oudong meas", undefined],
    ["Atapeu", "LA-AT"],
    ["1906", "district-KH-1906"],
  ])("%s means %s", (text, id) => {
    const found = first(text);
    expect(found?.type === "place" ? found.id : undefined).toBe(id);
  });

  it("finds a unit by its callsign", () => {
    const units = [{ id: "KH-1", callsign: "KILO 2" }];
    const of = (text: string) => search(text, { language: "en", units }).results[0];
    for (const text of ["kilo 2", "KILO2", "kil"])
      expect(of(text)).toMatchObject({ type: "unit", id: "KH-1" });
    expect(of("lima")).not.toMatchObject({ type: "unit" });
  });

  it("pins what is a point, outlines the border provinces, and names alone what is larger or has no place", () => {
    for (const place of gazetteer) {
      const found = search(nameIn(place, "en"), { language: "en", limit: 40 }).results.find(
        (result) => result.type === "place" && result.id === place.id,
      );
      if (found?.type !== "place") continue;
      const isArea = ["province", "district", "river"].includes(place.kind);
      expect(found.mark, place.id).toBe(isArea || !place.position ? "name" : "pin");
      const isBorderProvince = place.kind === "province" && place.province !== undefined;
      const isApproximate = place.position === undefined && place.province !== undefined;
      expect(found.outline?.code, place.id).toBe(
        isBorderProvince || isApproximate ? place.province : undefined,
      );
    }
    expect(first("13.9, 106.1")).toMatchObject({ mark: "pin" });
  });

  it("knows the extent of each province that it outlines, as it is drawn", () => {
    for (const { properties, geometry } of provinces.features) {
      const area = geometry as Polygon;
      expect(gazetteer.find(({ id }) => id === properties.code)?.extent).toEqual(boxOf(area));
    }
  });

  it("finds an incident by its whole reference or its number", () => {
    expect(first("KH-STR-7304")).toMatchObject({ type: "incident", id: "one" });
    expect(first("str 7304")).toMatchObject({ type: "incident", id: "one" });
    expect(first("7305")).toMatchObject({ type: "incident", id: "two" });
  });

  it("flies to typed coordinates in every format", () => {
    for (const text of [
      "13.929, 106",
      "13°55'44.4\"N 106°00'00\"E",
      "48N 608029 1540101",
      "48P XA 08028 40101",
    ]) {
      expect(first(text)).toMatchObject({ type: "coordinates" });
    }
  });

  it("says what is wrong with coordinates that name no place here", () => {
    expect(search("48.85, 2.35", { language: "en" })).toEqual({ results: [], error: "outside-area" });
    expect(search("13.9", { language: "en" })).toEqual({ results: [], error: "incomplete" });
  });

  it("writes labels in the reader's language and says where a position is not known", () => {
    expect(search("Pakse", { language: "lo" }).results[0]).toMatchObject({
      label: "ປາກເຊ",
      within: "ຈຳປາສັກ",
    });
    expect(search("Phouvong", { language: "en" }).results[0]).toMatchObject({ approximate: true, zoom: 8.6 });
    expect(search("Pakse", { language: "lo" }).results[0]).toMatchObject({ approximate: false });
  });

  it("finds nothing in nothing, and never throws", () => {
    expect(search("  ", { language: "en" }).results).toEqual([]);
    expect(search("zzzzzz", { language: "km" }).results).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        search(text, { language: "km", incidents });
      }),
    );
  });

  it("keeps to the limit", () => {
    expect(search("a", { language: "en", limit: 3 }).results).toHaveLength(3);
    expect(nameIn(gazetteer[0] ?? expect.fail(), "en")).toBe("Preah Vihear");
  });
});
