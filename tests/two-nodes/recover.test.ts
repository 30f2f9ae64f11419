/** A node whose database is restored from a backup: it takes no joint command until `recover` has run. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { verify } from "@/db/verify/verify";
import { isIncident } from "@/domain/incident/schema";
import type { Country } from "@/domain/vocabulary";
import { runNodeCommand } from "@/server/cli/node-commands";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { startTestServer } from "@/tests/support/server";
import { TwoNodes } from "./support/nodes";

let world: TwoNodes;
let backup: string;
const screens: TestScreen[] = [];
/** What was released after the backup. */
const lost: string[] = [];

async function open(country: Country, role: string): Promise<TestScreen> {
  const screen = await TestScreen.open(world.servers[country].address, `${country.toLowerCase()}.${role}`);
  screens.push(screen);
  return screen;
}

async function command(country: Country, ...args: string[]): Promise<{ code: number; text: string }> {
  const { environment, gateway, ops } = world.nodes[country];
  const lines: string[] = [];
  const links = { SEKONG_GATEWAY_URL: gateway.url("exchange"), SEKONG_LINK_FILES: ops.keyFolder };
  const code = await runNodeCommand(args, { ...environment, ...links }, (...said) => lines.push(...said));
  return { code, text: lines.join("\n") };
}

async function release(): Promise<string> {
  const [operator, commander] = [await open("KH", "operator"), await open("KH", "commander")];
  const subject = newSubject("KH");
  await operator.must("incident.report", subject, reportBody());
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
  return subject;
}

async function stopKh(): Promise<void> {
  for (const screen of screens.splice(0)) screen.close();
  await world.servers.KH.remove();
}
async function startKh(): Promise<void> {
  world.servers.KH = await startTestServer({ PORT: "0", ...world.nodes.KH.environment });
}

/** Puts the copy of the node's database back that was taken before. */
async function restore(): Promise<void> {
  await stopKh();
  const { ops } = world.nodes.KH;
  await ops.stop();
  rmSync(ops.dataFolder, { recursive: true });
  execFileSync("cp", ["-a", backup, ops.dataFolder]);
  await ops.start();
  await startKh();
}

/** A Cambodian incident that Laos acknowledges, so that later own events build upon the partner's. */
async function exchange(): Promise<void> {
  const lao = await open("LA", "commander");
  const subject = await release();
  await until(() => lao.fold.picture.incidents.has(subject), "the incident in Laos");
  await lao.must("incident.acknowledge", subject);
  const kh = await open("KH", "commander");
  await until(() => {
    const held = kh.fold.picture.incidents.get(subject);
    return isIncident(held) && held.acknowledged.LA !== undefined;
  }, "the acknowledgement in Cambodia");
  lost.push(subject);
}

const tryToRelease = async () => {
  const [operator, commander] = [await open("KH", "operator"), await open("KH", "commander")];
  const subject = newSubject("KH");
  // National work goes on.
  await operator.must("incident.report", subject, reportBody());
  await operator.must("release.request", subject);
  return { commander, answer: await commander.command("release.approve", subject) };
};

async function isWhole(): Promise<void> {
  const [kh, lao] = [await open("KH", "commander"), await open("LA", "commander")];
  for (const subject of lost)
    await until(() => kh.fold.picture.incidents.has(subject), "what was lost in Cambodia");
  await until(() => kh.heads?.partner.restored === undefined, "no more restored");
  const subject = await release();
  await until(() => lao.fold.picture.incidents.has(subject), "what is released after recover, in Laos");
  lost.push(subject);
  await until(
    () => [kh, lao].every(({ heads }) => heads?.partner.state === "live" && heads.partner.same === true),
    "same on both sides",
  );
  const { databaseUrl, folder } = world.nodes.KH;
  const connection = await connect({ databaseUrl, dataDir: folder, poolSize: 1, migrate: false });
  const { faults } = await verify(connection, ["KH"]).finally(() => connection.close());
  expect(faults).toEqual([]);
}

beforeAll(async () => {
  world = await TwoNodes.start();
  await release();
  await stopKh();
  const { ops } = world.nodes.KH;
  await ops.stop();
  backup = path.join(world.root, "backup");
  execFileSync("cp", ["-a", ops.dataFolder, backup]);
  await ops.start();
  await startKh();
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await world?.stop();
});

describe("a node restored from a backup", () => {
  it("refuses joint commands and says so, until recover took its stream back from its gateway", async () => {
    await exchange();
    await exchange();
    await restore();
    const { commander, answer } = await tryToRelease();
    expect(answer).toMatchObject({ ok: false, error: { code: "unavailable", reason: "restored" } });
    await until(() => commander.heads?.partner.restored === true, "restored on a Cambodian desk");
    const { code, text } = await command("KH", "recover");
    expect(code, text).toBe(0);
    expect(text).toContain("2 own joint events were taken back");
    await isWhole();
  });

  it("takes its stream back from the partner's copy when its gateway is lost as well", async () => {
    await restore();
    // As with a gateway that was made anew.
    await world.nodes.KH.gateway.admin("exchange", (admin) =>
      admin.query("delete from exchange.joint_events"),
    );
    const { answer } = await tryToRelease();
    expect(answer).toMatchObject({ ok: false, error: { code: "unavailable", reason: "restored" } });
    const file = path.join(world.root, "copy");
    expect((await command("LA", "return", file)).code).toBe(0);
    const first = await command("KH", "recover", file);
    expect(first.code, first.text).toBe(1);
    expect(first.text).toContain("came after the last head that this node signed");
    const second = await command("KH", "recover", file, "--unsigned");
    expect(second.code, second.text).toBe(0);
    await isWhole();
  });
});
