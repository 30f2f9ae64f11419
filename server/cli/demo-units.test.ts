import { expect, test } from "vitest";
import { demoUnits } from "@/db/seed/units";
import { provinceAt } from "@/map/places/province-at";

test.each(demoUnits.map((unit) => [unit.callsign, unit] as const))(
  "%s is based in its own province",
  (_, unit) => {
    expect(provinceAt(unit.base.lng, unit.base.lat)).toBe(unit.province);
  },
);
