import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinateFormats, formatCoordinates, mapArea, parseCoordinates } from "./coordinates";

describe("parseCoordinates", () => {
  it.each([
    ["13.929, 106.0", "decimal"],
    ["106 13.929", "decimal"],
    ["13,929 106,0", "decimal"],
    ["N13.929 E106", "decimal"],
    ["13,929; 106,0", "decimal"],
    ["13,929, 106,0", "decimal"],
    ["13,929N 106,0E", "decimal"],
    ["១៣,៩២៩ ១០៦,០", "decimal"],
    ["13°55′44,4″N 106°00′00,0″E", "dms"],
    ["13.929 N 106.0", "decimal"],
    ["  13.929N/106.0E ", "decimal"],
    ["១៣.៩២៩ ១០៦.០", "decimal"],
    ["໑໓.໙໒໙, ໑໐໖", "decimal"],
    ["13°55′44.4″N 106°00′00″E", "dms"],
    ["13 55 44.4 N 106 0 0 E", "dms"],
    ["13°55.74'N, 106°0.0'E", "dms"],
    ["N 13°55'44.4\" E 106°00'00\"", "dms"],
    ["13°55'44.4\" 106°00'00\"", "dms"],
    ["48N 608029 1540101", "utm"],
    ["48P 608 029 1 540 101", "utm"],
    ["608029 1540101", "utm"],
    ["608029E 1540101N", "utm"],
    ["48P XA 08028 40101", "mgrs"],
    ["48pxa0802840101", "mgrs"],
  ])("reads %s as %s", (text, format) => {
    const result = parseCoordinates(text);
    expect(result).toMatchObject({ ok: true, format });
    if (result?.ok) {
      expect(Math.abs(result.lng - 106)).toBeLessThan(2e-5);
      expect(Math.abs(result.lat - 13.929)).toBeLessThan(2e-5);
    }
  });

  it.each([
    ["95 200", "out-of-range"],
    ["13°61'00\"N 106°00'00\"E", "out-of-range"],
    ["99N 608029 1540101", "out-of-range"],
    ["13.929", "incomplete"],
    ["13.929N", "incomplete"],
    ["13.9N 14.1N", "incomplete"],
    ["48PXA 080", "incomplete"],
    ["48PZZ9999999999", "not-mgrs"],
    ["48.85 2.35", "outside-area"],
    ["-13.9 106", "outside-area"],
  ])("refuses %s with the code %s", (text, error) => {
    expect(parseCoordinates(text)).toEqual({ ok: false, error });
  });

  it.each(["", "Pakse", "KH-STR-7304", "STR-7304", "7304", "ປາກເຊ", "1".repeat(200)])(
    "leaves %s to the search of names",
    (text) => {
      expect(parseCoordinates(text)).toBeUndefined();
    },
  );

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9NSEWP°'", .-]{0,30}$/)), (text) => {
        parseCoordinates(text);
      }),
    );
  });
});

describe("formatCoordinates", () => {
  it.each([
    ["decimal", "13.92900 N 106.00000 E"],
    ["dms", "13°55′44.4″ N 106°00′00.0″ E"],
    ["utm", "48N 608029 1540101"],
    ["mgrs", "48P XA 08028 40101"],
  ] as const)("writes %s", (format, text) => {
    expect(formatCoordinates(106, 13.929, format)).toBe(text);
  });

  it.each(coordinateFormats)("%s reads back within four metres anywhere on the map", (format) => {
    const { west, south, east, north } = mapArea;
    const inside = (low: number, high: number) =>
      fc.double({ min: low + 0.001, max: high - 0.001, noNaN: true });
    fc.assert(
      fc.property(inside(west, east), inside(south, north), (lng, lat) => {
        const result = parseCoordinates(formatCoordinates(lng, lat, format));
        if (!result?.ok) throw new Error(`did not read back: ${formatCoordinates(lng, lat, format)}`);
        expect(Math.hypot(result.lng - lng, result.lat - lat)).toBeLessThan(4 / 111_000);
      }),
    );
  });
});
