/** Several processes on each node, one of which dies, and an upgrade of one after the other, all while both sides work. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Country } from "@/domain/vocabulary";
import { startLinked } from "@/scripts/two-nations/node";
import { newSubject, reportBody } from "@/tests/support/client";
import { Desk } from "./cut/desk";
import { Fleet } from "./support/fleet";
import { nationIn } from "./support/nodes";

const places: Record<Country, object> = { KH: {}, LA: { place: { lng: 106.1, lat: 14.2 } } };
const pauseMs = 50;

let root: string;
let kh: Fleet;
let la: Fleet;
const desks: Desk[] = [];

async function desk(fleet: Fleet, role: "operator" | "commander"): Promise<Desk> {
  const username = `${fleet.country.toLowerCase()}.${role}`;
  const opened = await Desk.open({ country: fleet.country, address: fleet.balancer.address, username, role });
  // A browser comes back by itself when its process hands it over.
  opened.screen.socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") setTimeout(() => opened.screen.socket.connect(), 200);
  });
  desks.push(opened);
  return opened;
}

/** Reports and releases without end, from two desks of one side. */
class Load {
  readonly released: string[] = [];
  readonly refused: string[] = [];
  #stopped = false;
  #running: Promise<void>;

  constructor(
    private readonly operator: Desk,
    private readonly commander: Desk,
    private readonly country: Country,
  ) {
    this.#running = this.#run();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const subject = newSubject(this.country);
      const steps = [
        await this.operator.give("incident.report", subject, reportBody(places[this.country])),
        await this.operator.give("release.request", subject, {}),
        await this.commander.give("release.approve", subject, {}),
      ];
      if (steps.every((step) => step !== undefined)) this.released.push(subject);
      else this.refused.push(subject);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  /** Resolves once it has released so many more. */
  async goesOn(more: number): Promise<void> {
    const wanted = this.released.length + more;
    await eventually(async () => this.released.length >= wanted, `${more} more releases of ${this.country}`);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }
}

async function eventually(holds: () => Promise<boolean>, what: string, withinMs = 30_000): Promise<number> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > withinMs) throw new Error(`${what}: not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return performance.now() - began;
}

const joint = "select stream, seq, hash from joint_events order by stream, seq";
const has = async (fleet: Fleet, type: string, subject: string) =>
  (await fleet.query("select from joint_events where type = $1 and subject = $2", [type, subject])).length ===
  1;

/** The new processes serve before the old ones go, one after the other. */
async function upgrade(fleet: Fleet, count: number): Promise<void> {
  const old = fleet.members.slice(0, count);
  await Promise.all(old.map(() => fleet.add("next")));
  for (const member of old) await fleet.end(member, "terminate");
}

const loads: Load[] = [];

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "sekong-rolling-"));
  chmodSync(root, 0o755);
  const [one, other] = [await nationIn(root, "KH"), await nationIn(root, "LA")];
  await startLinked([one, other]);
  [kh, la] = [await Fleet.open(one), await Fleet.open(other)];
  // The first one writes into the gateway; it is to be killed, so it runs by itself.
  await Promise.all([kh.add("apart"), la.add("here"), la.add("here")]);
  await eventually(async () => (await kh.leaders()).length === 1, "one that writes");
  await kh.add("here");
  for (const fleet of [kh, la])
    loads.push(new Load(await desk(fleet, "operator"), await desk(fleet, "commander"), fleet.country));
}, 240_000);
afterAll(async () => {
  for (const { screen } of desks) screen.close();
  await Promise.all([kh?.stop(), la?.stop()]);
  await Promise.all([kh?.nation.stop(), la?.nation.stop()]);
  rmSync(root, { recursive: true, force: true });
}, 60_000);

describe("several processes on each node", () => {
  it("one of them writes into the gateway; when it dies another takes over within seconds and screens go on", async () => {
    const [load] = loads;
    await load?.goesOn(3);
    const [first] = kh.members;
    if (!first) throw new Error("no process");
    expect(await kh.leaders()).toEqual([first.pid]);
    const connected = desks.map(({ screen }) => screen.connections);
    await kh.end(first, "kill");
    const tookMs = await eventually(
      async () => (await kh.leaders()).length === 1,
      "another that writes",
      10_000,
    );
    expect(tookMs).toBeLessThan(5_000);
    await load?.goesOn(3);
    const last = load?.released.at(-1) ?? "";
    await eventually(() => has(la, "incident.released", last), "what was released afterwards in Laos");
    // The two desks of Cambodia were on either process: at least one of them came back on the other.
    expect(desks.some(({ screen }, at) => screen.connections > (connected[at] ?? 0))).toBe(true);
    await kh.add("here");
  }, 240_000);

  it("one side is upgraded process by process, then the other: nothing lost, nothing quarantined, all the same", async () => {
    const [khLoad, laLoad] = loads;
    if (!khLoad || !laLoad) throw new Error("no load");
    await upgrade(kh, 2);
    await Promise.all([khLoad.goesOn(2), laLoad.goesOn(2)]);
    const commander = await desk(kh, "commander");
    const flagged = khLoad.released[0] ?? "";
    const early = await commander.screen.command("incident.flag", flagged);
    // The partner does not know the new type yet, so it is not written.
    expect(early).toMatchObject({
      ok: false,
      error: { code: "conflict", message: expect.stringContaining("partner") },
    });
    // Half upgraded: the old process of Laos may meet the new type, and hands its screens over.
    await upgrade(la, 1);
    await laLoad.goesOn(2);
    await upgrade(la, 1);
    await eventually(async () => {
      const answer = await commander.screen.command("incident.flag", flagged).catch(() => undefined);
      return answer?.ok === true;
    }, "the new event is written once the partner knows it");
    await eventually(() => has(la, "incident.flagged", flagged), "the new event in Laos");
    await Promise.all([khLoad.goesOn(2), laLoad.goesOn(2)]);
    await Promise.all([khLoad.stop(), laLoad.stop()]);
    for (const load of loads) expect(load.refused).toEqual([]);
    await eventually(
      async () => JSON.stringify(await kh.query(joint)) === JSON.stringify(await la.query(joint)),
      "the same joint log on both sides",
    );
    const acknowledged = loads.flatMap(({ released }) => released);
    for (const fleet of [kh, la]) {
      const rows = await fleet.query<{ subject: string }>(
        "select subject from joint_events where type = 'incident.released'",
      );
      const inLog = new Set(rows.map(({ subject }) => subject));
      expect(acknowledged.filter((subject) => !inLog.has(subject))).toEqual([]);
      expect(await fleet.query("select * from exchange.held_events")).toEqual([]);
      expect(await fleet.leaders()).toHaveLength(1);
    }
    // Both nodes compared their digests at a common vector, by the new version's fold.
    const isSame = (fleet: Fleet) =>
      desks.some(({ screen, country }) => country === fleet.country && screen.heads?.partner.same === true);
    await eventually(async () => isSame(kh) && isSame(la), "both sides say same");
  }, 240_000);
});
