/** What calls a centre can be answered there, and every screen of it is called to the same. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { pictureFor } from "@/domain/audience";
import { alarmsFor, alarmViewer } from "@/domain/clock/alarms";
import { clocksOf } from "@/domain/clock/clocks";
import { takeoversOf } from "@/domain/takeover";
import { play, steps } from "../steps";
import { accountsOf, type Node, World } from "../world";
import { lateMs, ordersEnding, whoMay } from "./offers";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`simulation seed: SEED=${seed}`);
const options = { seed, endOnFailure: true, numRuns: Number(process.env.RUNS ?? 40) };
const site = { alarmRepeatSeconds: 30, escalateMinutes: 5 };

/** Checks a node each time its picture has changed, on every few steps. */
function eachPicture(check: (node: Node) => void): void {
  fc.assert(
    fc.property(steps, (script) => {
      const world = new World();
      const lengths = { KH: 0, LA: 0 };
      play(world, script, () => {
        for (const node of Object.values(world.nodes)) {
          if (node.applied.length < lengths[node.country] + 5) continue;
          lengths[node.country] = node.applied.length;
          check(node);
        }
      });
    }),
    options,
  );
}

test("K3 every alarm that sounds in a centre can be acknowledged there, and what it asks for can be done there", () => {
  eachPicture((node) => {
    const { picture } = node.fold;
    const clocks = clocksOf(picture);
    for (const account of accountsOf(node.country)) {
      for (const { clock, audible } of alarmsFor(
        clocks,
        picture,
        alarmViewer(picture, account),
        lateMs,
        site,
      )) {
        if (!audible) continue;
        const acknowledge = { type: "alarm.acknowledge", subject: clock.id, body: {} };
        const said = `${account.role} of ${node.country}: ${clock.kind} about ${clock.about}`;
        expect([said, whoMay(node, [acknowledge]).length > 0]).toEqual([said, true]);
        expect([said, whoMay(node, ordersEnding(clock, picture)).length > 0]).toEqual([said, true]);
      }
    }
  });
});

test("K5 desks and walls of a centre are taken over by the same", () => {
  eachPicture(({ fold: { picture }, country }) => {
    expect(takeoversOf(pictureFor("redacted", picture), country)).toEqual(takeoversOf(picture, country));
  });
});
