/** Checks the nodes of random scripts while they are played. */
import fc from "fast-check";
import { play, steps } from "../steps";
import { type Node, World } from "../world";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`simulation seed: SEED=${seed}`);
export const options = { seed, endOnFailure: true, numRuns: Number(process.env.RUNS ?? 15) };

/** Runs a check on a node each time its picture has grown by `every` events, and on both when all is delivered. */
export function eachPicture(check: (node: Node, world: World) => void, every = 8): void {
  fc.assert(
    fc.property(steps, (script) => {
      const world = new World();
      const lengths = { KH: 0, LA: 0 };
      const look = (least: number) => {
        for (const node of Object.values(world.nodes)) {
          if (node.applied.length < lengths[node.country] + least) continue;
          check(node, world);
          lengths[node.country] = node.applied.length;
        }
      };
      play(world, script, () => look(every));
      world.deliverAll();
      look(1);
    }),
    options,
  );
}
