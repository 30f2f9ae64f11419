/** What the random scripts must reach of raises and readings, so that the other properties hold for them too. */
import { expect, test } from "vitest";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import { isIncident } from "@/domain/incident/schema";
import { countries } from "@/domain/vocabulary";
import { play, sampledScripts } from "./steps";
import { World } from "./world";

/** What a node's events did about raises: by which stream, what was read in vain, what was read again. */
function found(events: readonly FullEvent[]): string[] {
  const fold = new Fold();
  return events.flatMap((event) => {
    const before = fold.picture.incidents.get(event.subject);
    fold.apply(event);
    const after = fold.picture.incidents.get(event.subject);
    if (!isIncident(before) || !isIncident(after)) return [];
    const { raised } = after;
    if (raised && raised !== before.raised) return [`raised in ${event.stream}`];
    if (after.attention?.raised && !before.attention?.raised) return ["raised at home"];
    if (event.type !== "incident.acknowledged" || !raised || event.stream === raised.stream) return [];
    if (event.stream.endsWith("national")) return ["read at home"];
    return [event.seen < raised.seq ? "read in vain" : "read again"];
  });
}

test("K13 the random scripts raise in both streams and at home, and read too early and again", () => {
  const missing = new Set([
    "raised in KH.joint",
    "raised in LA.joint",
    "raised at home",
    "read in vain",
    "read again",
  ]);
  // Fixed seeds, as this tests the generator and must not depend on chance.
  for (const script of sampledScripts()) {
    const world = new World();
    play(world, script);
    world.deliverAll();
    for (const country of countries)
      for (const what of found(world.nodes[country].applied)) missing.delete(what);
    if (missing.size === 0) break;
  }
  expect([...missing]).toEqual([]);
});
