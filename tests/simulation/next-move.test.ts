import fc from "fast-check";
import { expect, test } from "vitest";
import { pictureFor } from "@/domain/audience";
import { clocksOf } from "@/domain/clock/clocks";
import { requestClocks } from "@/domain/clock/due";
import { isIncident } from "@/domain/incident/schema";
import { type NextMove, nextMoveOf } from "@/domain/pending-actions/next-move";
import { pendingActionsOf, requestPendingActions } from "@/domain/pending-actions/pending-actions";
import type { Picture } from "@/domain/picture";
import { isLiveRequest } from "@/domain/request/machine";
import { isOpenRequest } from "@/domain/request/progress";
import type { Request } from "@/domain/request/schema";
import { contextOf } from "../support/context";
import { play, sampledScripts, steps } from "./steps";
import { type Node, World } from "./world";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`simulation seed: SEED=${seed}`);
const options = { seed, endOnFailure: true, numRuns: Number(process.env.RUNS ?? 60) };

const taskOf = (picture: Picture) => (id: string) => picture.tasks.get(id);

const moveIn = (picture: Picture, request: Request): NextMove | null =>
  nextMoveOf(request, taskOf(picture), picture.incidents.get(request.incidentId));

/** What a wall of the same country makes of it: it holds the redacted picture. */
function onWall(picture: Picture, request: Request): NextMove | null {
  const wall = pictureFor("redacted", picture);
  const shown = wall.requests.get(request.id);
  return shown ? moveIn(wall, shown) : null;
}

/** The next move follows from what is pending, and from nothing else. */
function checkAgainstPending(picture: Picture, request: Request, move: NextMove | null): void {
  const pending = requestPendingActions(request, taskOf(picture), picture.incidents.get(request.incidentId));
  if (pending.length === 0) {
    expect(move?.what).toBe(isLiveRequest(request) ? "working" : undefined);
    return;
  }
  const same = pending.filter(({ name }) => name === move?.what);
  expect(move?.countries).toEqual(same.map(({ by }) => by));
  expect(same.length).toBeGreaterThan(0);
  for (const { since } of same) expect(since).toBe(move?.since);
  const incident = picture.incidents.get(request.incidentId);
  if (!isIncident(incident)) return;
  const ofIncident = pendingActionsOf(incident, contextOf(picture, incident.id));
  expect(ofIncident.filter(({ about }) => about === request.id)).toEqual(expect.arrayContaining(pending));
}

function check({ fold: { picture } }: Node): void {
  const open = new Set<string>();
  for (const request of picture.requests.values()) {
    const move = moveIn(picture, request);
    expect(onWall(picture, request)).toEqual(move);
    checkAgainstPending(picture, request, move);
    expect(isOpenRequest(request, taskOf(picture))).toBe(move !== null);
    if (move) open.add(request.id);
  }
  // The board lists requests by their deadlines: it must show each open one and no other.
  const listed = requestClocks(clocksOf(picture), (id) => picture.requests.has(id));
  expect(new Set(listed.map(({ about }) => about))).toEqual(open);
}

test("K6 at every step desk, wall and board of a country say the same of whose move each request is", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const world = new World();
      const lengths = { KH: 0, LA: 0 };
      play(world, script, () => {
        for (const node of Object.values(world.nodes)) {
          if (node.applied.length === lengths[node.country]) continue;
          lengths[node.country] = node.applied.length;
          check(node);
        }
      });
    }),
    options,
  );
});

test("once both countries hold the same events they say the same of whose move each request is", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const world = new World();
      play(world, script);
      world.deliverAll();
      const { KH, LA } = world.nodes;
      for (const request of KH.fold.picture.requests.values()) {
        const there = LA.fold.picture.requests.get(request.id);
        const move = there && moveIn(LA.fold.picture, there);
        expect(move).toEqual(moveIn(KH.fold.picture, request));
      }
    }),
    options,
  );
});

test("the random scripts reach every move there is about a request", () => {
  const missing = new Set<string>([
    "read-request",
    "answer-request",
    "answer-counter",
    "confirm-handover",
    "assign-unit",
    "working",
    "complete-request",
    "cancel-task",
    "stand-down",
  ]);
  for (const script of sampledScripts()) {
    const world = new World();
    play(world, script, () => {
      for (const { fold } of Object.values(world.nodes))
        for (const request of fold.picture.requests.values())
          missing.delete(moveIn(fold.picture, request)?.what ?? "");
    });
    if (missing.size === 0) break;
  }
  expect([...missing]).toEqual([]);
});
