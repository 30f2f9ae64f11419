import { expect, it } from "vitest";
import { outdatedPart } from "./outdated";

const at = "2026-10-14T00:12:00.000Z";
const live = { name: "live" } as const;
const stale = { name: "stale", since: 7 } as const;
const down = { state: "down", since: at } as const;

it.each([
  ["nothing while both are heard", live, { ...down, state: "live" }, null],
  ["nothing before the link is known", live, undefined, null],
  ["the partner's side while the link is down", live, down, { side: "LA", since: Date.parse(at) }],
  ["all while the server is not heard", stale, down, { side: "all", since: 7 }],
] as const)("R3 is out of date: %s", (_, connection, partner, expected) => {
  expect(outdatedPart(connection, partner, "KH")).toEqual(expected);
});
