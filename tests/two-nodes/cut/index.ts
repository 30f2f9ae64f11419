/** `npm run cut`: rounds of random faults on two full nodes under load. A failure prints the seed and leaves the folders. */
import { parseArgs } from "node:util";
import { playCut } from "./rounds";

const usage = "Usage: npm run cut [-- --rounds 30 --commands 20000 --seed NUMBER]";

function numberOf(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(usage);
  return value;
}

const option = { type: "string" } as const;
const { values } = parseArgs({ options: { rounds: option, commands: option, seed: option } });
try {
  const result = await playCut({
    seed: numberOf(values.seed, 1 + Math.floor(Math.random() * 1_000_000)),
    rounds: numberOf(values.rounds, 30),
    commands: numberOf(values.commands, 20_000),
    say: (line) => console.log(line),
  });
  const slowest = Math.max(...result.rounds.map(({ sameMs }) => sameMs));
  const downs = result.rounds.flatMap(({ saidDownMs }) => saidDownMs ?? []);
  console.log(
    `${result.acknowledged} commands of ${result.types} types acknowledged (${result.refused} refused), ${result.joint} joint events: none lost, none twice, both sides sound.`,
    `Same after at most ${(slowest / 1_000).toFixed(1)} s, said down after at most ${(Math.max(0, ...downs) / 1_000).toFixed(1)} s.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
