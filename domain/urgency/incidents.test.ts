import { expect, it } from "vitest";
import { impacts } from "../vocabulary";
import { urgencyOf } from "./incidents";

it("puts danger to life above every impact, then the higher impact", () => {
  const calm = impacts.map((impact) => urgencyOf({ impact }));
  const danger = impacts.map((impact) => urgencyOf({ impact, dangerToLife: true }));
  const all = [...calm, ...danger];
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(new Set(all).size).toBe(all.length);
});
