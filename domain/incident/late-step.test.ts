import { describe, expect, test } from "vitest";
import { World } from "@/tests/simulation/world";
import { account, atStart, flood, subject } from "@/tests/support/given";
import type { Country } from "../vocabulary";
import { isIncident } from "./schema";

const operator = account("KH", "operator");
const commander = account("KH", "commander");
const lao = account("LA", "operator");

/** A released incident that both nodes have, and a way to act on one node without the other's knowledge. */
function released() {
  const world = new World();
  const act = (country: Country, who: typeof operator, type: string, body: unknown = {}) => {
    const decision = world.nodes[country].run({ type, subject, body }, who, atStart);
    if (!decision.ok) throw new Error(`${type} refused: ${decision.denial.reason}`);
  };
  act("KH", account("KH", "officer"), "incident.report", flood);
  act("KH", operator, "release.request");
  act("KH", commander, "release.approve");
  world.deliverAll();
  return { world, act };
}

const incidentOf = (world: World, country: Country) =>
  world.nodes[country].fold.picture.incidents.get(subject);

describe("O3 a partner's step that was decided without knowing", () => {
  test("of a recall changes nothing, on both sides", () => {
    const { world, act } = released();
    act("LA", lao, "incident.acknowledge");
    act("KH", commander, "release.recall", { reason: "mistaken place" });
    world.deliverAll();
    expect(incidentOf(world, "KH")?.sharing).toBe("recalled");
    for (const country of ["KH", "LA"] as const) {
      expect(JSON.stringify(incidentOf(world, country))).not.toContain(lao.desk);
    }
    expect(world.nodes.KH.fold.mark).toEqual(world.nodes.LA.fold.mark);
  });

  test("of a second release counts as no reading of it, on both sides", () => {
    const { world, act } = released();
    act("LA", lao, "incident.acknowledge");
    act("KH", commander, "release.recall", { reason: "mistaken place" });
    act("KH", operator, "release.request");
    act("KH", commander, "release.approve");
    world.deliverAll();
    for (const country of ["KH", "LA"] as const) {
      const incident = incidentOf(world, country);
      if (!isIncident(incident)) throw new Error(`${country} holds no full record`);
      expect(incident.sharing).toBe("released");
      expect(incident.acknowledged.LA).toBeUndefined();
    }
    act("LA", lao, "incident.acknowledge");
    world.deliverAll();
    expect(incidentOf(world, "KH")).toMatchObject({ acknowledged: { LA: { desk: lao.desk } } });
    expect(world.nodes.KH.fold.mark).toEqual(world.nodes.LA.fold.mark);
  });
});
