import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionKind, ActionName } from "@/app/act/actions";
import { offers } from "@/app/act/offers";
import type { SessionUser } from "@/app/live/session";
import { LiveStore } from "@/app/live/store/store";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { type Need, needs, needsOf } from "@/domain/pending-actions/needs";
import { contextOf } from "../support/context";
import { play, type Step, sampledScripts, steps } from "./steps";
import { accountsOf, type Node, World } from "./world";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`simulation seed: SEED=${seed}`);
const options = { seed, endOnFailure: true, numRuns: Number(process.env.RUNS ?? 25) };

type Met = { [Kind in ActionKind]?: readonly ActionName<Kind>[] };

/** By which offered action each need is met: one of these, on the incident or on what belongs to it. */
const metBy: Record<Need, Met> = {
  "answer-request": { request: ["accept", "decline"] },
  "read-request": { request: ["read"] },
  "answer-counter": { request: ["acceptCounter", "refuseCounter"] },
  "cancel-task": { request: ["cancelTask"] },
  "stand-down": { request: ["withdraw"], task: ["cancel"] },
  "answer-transfer": { transfer: ["accept", "decline"] },
  "complete-transfer": { transfer: ["complete"] },
  "clear-protection": { incident: ["clearProtection"] },
  read: { incident: ["acknowledge"] },
  "acknowledge-recall": { recalled: ["acknowledgeRecall"] },
  approve: { incident: ["approve"] },
  review: { incident: ["review"] },
  "confirm-handover": { request: ["confirm"] },
  "assign-unit": { request: ["assign"] },
  "complete-request": { request: ["complete"] },
  "decide-proposal": { proposal: ["accept", "decline"] },
  "send-revision": { incident: ["sendPending"] },
  verify: { incident: ["verify"] },
};

/** All that an account is offered on an incident and on what belongs to it, without what is shown as denied. */
function offered(store: LiveStore, user: SessionUser, entity: IncidentEntity): Set<string> {
  const { requests, proposals, tasks } = store.contextOf(entity.id);
  const named = <Kind extends ActionKind>(kind: Kind, found: ReturnType<typeof offers<Kind>>): string[] =>
    found.flatMap(({ name, denial }) => (denial ? [] : [`${kind} ${name}`]));
  const own = isIncident(entity)
    ? [
        ...named("incident", offers("incident", { entity, user, store })),
        ...named("transfer", offers("transfer", { entity, user, store })),
      ]
    : named("recalled", offers("recalled", { entity, user, store }));
  const others = [
    ...requests.flatMap((one) => named("request", offers("request", { entity: one, user, store }))),
    ...tasks.flatMap((one) => named("task", offers("task", { entity: one, user, store }))),
    ...proposals.flatMap((one) => named("proposal", offers("proposal", { entity: one, user, store }))),
  ];
  return new Set([...own, ...others]);
}

const names = (met: Met): string[] =>
  Object.entries(met).flatMap(([kind, actions]) => actions.map((name) => `${kind} ${name}`));

/** Each need that an account of this node is shown, with whether it is offered an action that meets it. */
function* shownNeeds(node: Node, store: LiveStore) {
  for (const account of accountsOf(node.country)) {
    for (const entity of node.fold.picture.incidents.values()) {
      const shown = needsOf(entity, account, store.contextOf(entity.id));
      const possible = shown.length > 0 ? offered(store, account, entity) : new Set<string>();
      for (const need of shown)
        yield { need, role: account.role, isMet: names(metBy[need]).some((name) => possible.has(name)) };
    }
  }
}

/** Plays a script and looks at both nodes after every `every`th step and at the end. */
function playAndCheck(script: readonly Step[], every: number, check: (node: Node, store: LiveStore) => void) {
  const world = new World();
  const stores = { KH: new LiveStore(), LA: new LiveStore() };
  const lengths = { KH: 0, LA: 0 };
  let step = 0;
  const look = () => {
    for (const node of Object.values(world.nodes)) {
      const store = stores[node.country];
      store.apply(node.applied.slice(lengths[node.country]));
      lengths[node.country] = node.applied.length;
      check(node, store);
    }
  };
  play(world, script, () => {
    step += 1;
    if (step % every === 0) look();
  });
  world.deliverAll();
  look();
}

test("U4 every need that an account is shown is one that it is offered an action for", () => {
  fc.assert(
    fc.property(steps, (script) => {
      playAndCheck(script, 20, (node, store) => {
        for (const { need, role, isMet } of shownNeeds(node, store))
          expect(isMet, `${need} of a ${role} of ${node.country}`).toBe(true);
      });
    }),
    options,
  );
});

test("the random scripts reach every need there is", () => {
  const missing = new Set<Need>(needs);
  for (const script of sampledScripts()) {
    const world = new World();
    let step = 0;
    play(world, script, () => {
      step += 1;
      if (step % 10 !== 0) return;
      for (const { country, fold } of Object.values(world.nodes))
        for (const account of accountsOf(country))
          for (const entity of fold.picture.incidents.values())
            for (const need of needsOf(entity, account, contextOf(fold.picture, entity.id)))
              missing.delete(need);
    });
    if (missing.size === 0) break;
  }
  expect([...missing]).toEqual([]);
});
