import { describe, expect, it } from "vitest";
import { provinceAt } from "./province-at";

describe("provinceAt", () => {
  it.each([
    ["Stung Treng", 105.968, 13.526, "KH-19"],
    ["Tbeng Meanchey", 104.98, 13.807, "KH-13"],
    ["Banlung", 106.987, 13.739, "KH-16"],
    ["Pakse", 105.799, 15.12, "LA-CH"],
    ["Attapeu", 106.832, 14.811, "LA-AT"],
  ])("finds %s in its province", (_, lng, lat, province) => {
    expect(provinceAt(lng, lat)).toBe(province);
  });

  it.each([
    ["Phnom Penh", 104.92, 11.56],
    ["Salavan", 106.417, 15.717],
    ["Pleiku in Viet Nam", 108, 13.983],
    ["the moon", 400, 95],
    ["no number", Number.NaN, Number.NaN],
  ])("knows no border province at %s", (_, lng, lat) => {
    expect(provinceAt(lng, lat)).toBeUndefined();
  });
});
