import { expect, it } from "vitest";
import { gazetteer } from "../gazetteer";
import { placeNameSection } from "./review";

it("lists every place name for native review", () => {
  const section = placeNameSection();
  expect(gazetteer.filter(({ id }) => !section.includes(`| ${id} |`))).toEqual([]);
});
