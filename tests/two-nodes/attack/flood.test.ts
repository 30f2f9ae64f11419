/**
 * The partner's superuser floods Cambodia with events that are all in order. They are taken in, and meanwhile own
 * commands are answered. `SEKONG_FLOOD` is how many of each kind (1 000).
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { Forger, type Forgery } from "../support/forger";
import { TwoNodes } from "../support/nodes";

const events = Number(process.env.SEKONG_FLOOD ?? 1_000);
/** Loose: an own command waits for a transaction of arrivals, and the machine of a test may be busy. */
const answeredWithinMs = 15_000;
const writtenAtOnce = 5_000;

let world: TwoNodes;
let forger: Forger;
let khmer: TestScreen;
let theirs: string;

beforeAll(async () => {
  world = await TwoNodes.start();
  forger = new Forger(world);
  khmer = await TestScreen.open(world.servers.KH.address, "kh.operator");
  const [operator, commander] = [
    await TestScreen.open(world.servers.LA.address, "la.operator"),
    await TestScreen.open(world.servers.LA.address, "la.commander"),
  ];
  theirs = newSubject("LA");
  await operator.must("incident.report", theirs, reportBody({ place: { lng: 106.1, lat: 14.2 } }));
  await operator.must("release.request", theirs);
  await commander.must("release.approve", theirs);
  await until(() => khmer.fold.picture.incidents.has(theirs), "the Lao incident in Cambodia");
  operator.close();
  commander.close();
});
afterAll(async () => {
  khmer?.close();
  await world?.stop();
});

async function floodWith(forgery: (number: number) => Forgery): Promise<void> {
  const rows = await forger.forge(...Array.from({ length: events }, (_, number) => forgery(number)));
  const last = rows.at(-1)?.seq;
  const head = async () => (await forger.heads()).lao.seq;
  for (let start = 0; start < rows.length; start += writtenAtOnce)
    await forger.write(rows.slice(start, start + writtenAtOnce));
  const times: number[] = [];
  const began = performance.now();
  while ((await head()) !== last) {
    const before = performance.now();
    await khmer.must("incident.report", newSubject("KH"), reportBody());
    times.push(performance.now() - before);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
  console.info(
    `${events} events in ${Math.round(performance.now() - began)} ms; ${times.length} own commands meanwhile, median ${at(0.5)} ms, slowest ${at(1)} ms`,
  );
  // Own commands were answered while the flood was being taken in, not after it.
  expect(times.length).toBeGreaterThan(1);
  expect(at(1)).toBeLessThan(answeredWithinMs);
  await until(() => khmer.fold.vector["LA.joint"] === last, "the flood on a Cambodian screen", 120_000);
  expect(khmer.faults).toEqual([]);
}

describe("a flood of events in order", () => {
  it("of notes about one incident", { timeout: 1_800_000 }, () =>
    floodWith((number) => ({
      type: "incident.noted",
      subject: theirs,
      body: { text: { text: `note ${number}`, lang: "en" } },
    })),
  );

  it("of steps that decide whose an incident is", { timeout: 1_800_000 }, () =>
    floodWith(() => ({ type: "transfer.offered", subject: theirs, body: { reason: "again" } })),
  );
});
