/** The short form of `npm run cut`: a few rounds of random faults on two full nodes. The seed is printed. */
import { expect, it } from "vitest";
import { playCut } from "./cut/rounds";

const rounds = 2;
const commands = 250;
/** About a minute on a quiet machine. */
const timeoutMs = 240_000;

it("random cuts and kills lose nothing, double nothing and end in one picture", {
  timeout: timeoutMs,
}, async () => {
  const seed = Number(process.env.CUT_SEED ?? 1 + Math.floor(Math.random() * 1_000_000));
  const result = await playCut({ seed, rounds, commands, say: (line) => console.log(line) });
  expect(result.acknowledged).toBeGreaterThanOrEqual(commands);
  expect(result.joint).toBeGreaterThan(0);
});
