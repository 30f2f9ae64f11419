/**
 * `npm run cut`: rounds of random faults on two full nodes under load, or with `--away` many events that wait for a
 * partner. A failure prints the seed and leaves the folders.
 */
import { parseArgs } from "node:util";
import { countries } from "@/domain/vocabulary";
import { playAway } from "./away";
import { playCut } from "./rounds";

const usage = `Usage: npm run cut [-- --rounds 30 --commands 20000 --seed NUMBER]
       npm run cut -- --away 50000`;
const say = (line: string): void => console.log(line);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

function numberOf(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(usage);
  return value;
}

const option = { type: "string" } as const;
const readOptions = () =>
  parseArgs({ options: { rounds: option, commands: option, seed: option, away: option } }).values;

async function cut({ seed, rounds, commands }: ReturnType<typeof readOptions>): Promise<void> {
  const result = await playCut({
    seed: numberOf(seed, 1 + Math.floor(Math.random() * 1_000_000)),
    rounds: numberOf(rounds, 30),
    commands: numberOf(commands, 20_000),
    say,
  });
  const slowest = Math.max(...result.rounds.map(({ sameMs }) => sameMs));
  const downs = result.rounds.flatMap(({ saidDownMs }) => saidDownMs ?? []);
  say(
    `${result.acknowledged} commands of ${result.types} types acknowledged (${result.refused} refused), ${result.joint} joint events: none lost, none twice, both sides sound.`,
  );
  say(`Same after at most ${seconds(slowest)}, said down after at most ${seconds(Math.max(0, ...downs))}.`);
}

/** Exit code 1 when it took more than a minute, or a desk more than twice its quiet latency. */
async function away(events: number): Promise<void> {
  const result = await playAway({ events, quietMs: 15_000, say });
  say(
    `${result.waited} events taken in after ${seconds(result.caughtUpMs)}, in order; ${result.cpuMsEach.toFixed(2)} ms of processor time each.`,
  );
  for (const country of countries) {
    const [quiet, during] = [result.quiet[country], result.during[country]];
    say(
      `A desk of ${country}: p50 ${quiet.p50.toFixed(1)} ms quiet, ${during.p50.toFixed(1)} ms meanwhile (× ${(during.p50 / quiet.p50).toFixed(2)}); p95 ${quiet.p95.toFixed(1)} and ${during.p95.toFixed(1)} ms; ${during.count} commands meanwhile.`,
    );
    if (during.p50 > 2 * quiet.p50) process.exitCode = 1;
  }
  if (result.caughtUpMs > 60_000) process.exitCode = 1;
}

try {
  const options = readOptions();
  if (options.away === undefined) await cut(options);
  else await away(numberOf(options.away, 50_000));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
