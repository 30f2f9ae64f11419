/** What goes wrong in one round: how the line is, and what is killed when. Drawn by the seed. */

import { type Country, countries } from "@/domain/vocabulary";
import type { LineChange } from "@/scripts/two-nations/line";
import { type CutNodes, type Part, parts } from "./nodes";
import type { Random } from "./random";

type Kill = { country: Country; part: Part; afterMs: number; downMs: number };
export type Faults = {
  line: LineChange;
  /** How long the line is like that, at least. */
  lastsMs: number;
  kills: Kill[];
  /** Killed at the moment of the mend, so that catching up is disturbed. */
  atMend: Kill[];
};

/** Each way 200 ms, and 5 % of what passes waits 400 ms. */
const slow: LineChange = { state: "slow", delayMs: 200, late: { share: 0.05, delayMs: 400 } };
const lines: readonly LineChange[] = [
  { state: "cut" },
  { state: "cut" },
  { state: "stalled" },
  { state: "stalled" },
  slow,
  { state: "up" },
];

function killOf(random: Random, withinMs: number): Kill {
  return {
    country: random.pick(countries),
    part: random.pick(parts),
    afterMs: random.between(0, withinMs),
    downMs: random.between(100, 3_000),
  };
}

/** Whether nothing passes, so that each side must say so. */
export const isDown = ({ line }: Faults): boolean => line.state === "cut" || line.state === "stalled";

export function drawFaults(random: Random): Faults {
  const line = random.pick(lines);
  const lastsMs = random.between(2_000, 6_000);
  // A round in which nothing is killed and the line is well would be none.
  const fewest = line.state === "up" ? 1 : 0;
  const kills = Array.from({ length: random.between(fewest, 2) }, () => killOf(random, lastsMs));
  const atMend = random.chance(0.3) ? [{ ...killOf(random, 0), downMs: 100 }] : [];
  return { line, lastsMs, kills, atMend };
}

export function describeFaults({ line, kills, atMend }: Faults): string {
  const named = (kill: Kill) => `kill -9 ${kill.country} ${kill.part}`;
  return [
    `line ${line.state}`,
    ...kills.map(named),
    ...atMend.map((kill) => `${named(kill)} at the mend`),
  ].join(" · ");
}

/** Runs the kills of a list; resolves once the last is dead. */
export async function runKills({ nodes }: CutNodes, kills: readonly Kill[]): Promise<void> {
  await Promise.all(
    kills.map(async ({ country, part, afterMs, downMs }) => {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await nodes[country].kill(part, downMs);
    }),
  );
}
