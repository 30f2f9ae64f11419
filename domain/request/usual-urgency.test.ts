import { expect, it } from "vitest";
import { usualUrgency } from "./usual-urgency";

it.each([
  [{ kind: "flood" }, "urgent"],
  [{ kind: "pursuit" }, "pursuit"],
  [{ kind: "pursuit", dangerToLife: true }, "danger-to-life"],
] as const)("of %j is %s", (incident, urgency) => {
  expect(usualUrgency(incident)).toBe(urgency);
});
