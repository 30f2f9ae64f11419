/** What came back unseen: the same on every screen of a centre, never hidden in a quiet group, and clearable there. */
import { expect, test } from "vitest";
import { pictureFor } from "@/domain/audience";
import { clocksOf } from "@/domain/clock/clocks";
import type { What } from "@/domain/news";
import { needOf } from "@/domain/pending-actions/needs";
import { pendingActionsOf } from "@/domain/pending-actions/pending-actions";
import { mayClear, unseenOf } from "@/domain/pending-actions/unseen";
import type { Picture } from "@/domain/picture";
import { triageGroupOf } from "@/domain/urgency/triage";
import type { Country } from "@/domain/vocabulary";
import { contextOf } from "../../support/context";
import { accountsOf, type Node } from "../world";
import { eachPicture } from "./each-picture";
import { accepts } from "./offers";

/** Where an account's list shows an incident. */
function groupOf(picture: Picture, id: string, account: ReturnType<typeof accountsOf>[number]) {
  const entity = picture.incidents.get(id);
  if (!entity) throw new Error(`${id} is not there`);
  const context = contextOf(picture, id);
  const unseen = unseenOf(entity, context, account.country);
  const mine = unseen.some(({ what }) => mayClear(account.role, what));
  const standing = {
    need: needOf(entity, account, context),
    unseen: mine ? ("mine" as const) : unseen.length > 0 ? ("others" as const) : null,
    pending: pendingActionsOf(entity, context),
    clocks: clocksOf(picture).filter(({ incidentId }) => incidentId === id),
    tasks: context.tasks,
  };
  return { group: triageGroupOf(entity, standing, account.country), standing };
}

const whatsOf = (picture: Picture, id: string, country: Country): What[] => {
  const entity = picture.incidents.get(id);
  return entity ? unseenOf(entity, contextOf(picture, id), country).map(({ what }) => what) : [];
};

test("K10 a wall counts as unseen what its desks do, and names the same as the gravest", () => {
  eachPicture(({ fold: { picture }, country }) => {
    const wall = pictureFor("redacted", picture);
    for (const id of picture.incidents.keys())
      expect([id, whatsOf(wall, id, country)]).toEqual([id, whatsOf(picture, id, country)]);
  });
});

test("U2 nothing unseen and nothing with a deadline of the own side is quiet or closed, for any account", () => {
  eachPicture(({ fold: { picture }, country }) => {
    for (const account of accountsOf(country)) {
      for (const id of picture.incidents.keys()) {
        const { group, standing } = groupOf(picture, id, account);
        if (standing.unseen === "mine")
          expect([id, account.role, group]).toEqual([id, account.role, "needs"]);
        const runs = standing.clocks.some(({ due }) => due === country);
        if (standing.unseen !== null || runs) expect(["quiet", "closed"]).not.toContain(group);
      }
    }
  }, 15);
});

/** Attends to an incident as a commander whose screen holds all that its node holds. */
const attend = (node: Node, subject: string) => ({
  type: "incident.attend",
  subject,
  body: { through: node.fold.vector },
});

test("K10 a commander who has had an incident on screen clears all of it, and the partner's node is told nothing", () => {
  eachPicture((node, world) => {
    const [commander] = accountsOf(node.country).filter(({ role }) => role === "commander");
    const partner = world.nodes[node.country === "KH" ? "LA" : "KH"];
    const before = partner.applied.length;
    const joint = world.jointOf(node.country).length;
    for (const id of [...node.fold.picture.incidents.keys()]) {
      if (!commander || whatsOf(node.fold.picture, id, node.country).length === 0) continue;
      const at = new Date().toISOString();
      expect(node.run(attend(node, id), commander, at).ok).toBe(true);
      expect(whatsOf(node.fold.picture, id, node.country)).toEqual([]);
    }
    expect([partner.applied.length, world.jointOf(node.country).length]).toEqual([before, joint]);
  }, 40);
});

test("K10 auditor, protection officer and officer clear nothing", () => {
  eachPicture((node) => {
    for (const account of accountsOf(node.country)) {
      if (!["auditor", "protection", "officer"].includes(account.role)) continue;
      for (const id of node.fold.picture.incidents.keys())
        expect([account.role, accepts(node, account, attend(node, id))]).toEqual([account.role, false]);
    }
  }, 40);
});
