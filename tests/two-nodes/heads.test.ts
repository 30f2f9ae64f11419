/** Signed heads between two nodes: they cross and are kept, forged ones are refused, and keys are replaced. */
import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { headSigned, keyIdOf, signText } from "@/db/heads/signature";
import { readKeys, readSignedHeads } from "@/db/heads/store";
import { verify } from "@/db/verify/verify";
import type { Country } from "@/domain/vocabulary";
import { runNodeCommand } from "@/server/cli/node-commands";
import { readSigner } from "@/server/link/heads/own-keys";
import { readLinkSettings } from "@/server/link/settings";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { startTestServer } from "@/tests/support/server";
import { eventually } from "./support/eventually";
import { TwoNodes } from "./support/nodes";

let world: TwoNodes;
const screens: TestScreen[] = [];

async function open(country: Country, role: string): Promise<TestScreen> {
  const screen = await TestScreen.open(world.servers[country].address, `${country.toLowerCase()}.${role}`);
  screens.push(screen);
  return screen;
}

async function release(): Promise<void> {
  const [operator, commander] = [await open("KH", "operator"), await open("KH", "commander")];
  const subject = newSubject("KH");
  await operator.must("incident.report", subject, reportBody());
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
}

/** A node signs when it starts, and then every minute. */
async function restart(country: Country): Promise<void> {
  await world.servers[country].remove();
  world.servers[country] = await startTestServer({ PORT: "0", ...world.nodes[country].environment });
}

async function inDatabase<Result>(
  country: Country,
  work: (connection: Awaited<ReturnType<typeof connect>>) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl, folder } = world.nodes[country];
  const connection = await connect({ databaseUrl, dataDir: folder, poolSize: 1, migrate: false });
  return await work(connection).finally(() => connection.close());
}

const keptOf = (country: Country, at: Country) =>
  inDatabase(at, ({ db }) => readSignedHeads(db, country, { limit: 1_000 }));
const faultsAt = (country: Country) =>
  inDatabase(country, async (connection) => (await verify(connection, [country])).faults);

const signerOf = (country: Country) =>
  inDatabase(country, async ({ db }) => {
    const settings = readLinkSettings(world.nodes[country].folder, country);
    if (!settings) throw new Error("no link");
    const { key, privateKey } = await readSigner(db, settings.folder, settings.node);
    return { key: key.key, privateKey };
  });

beforeAll(async () => {
  world = await TwoNodes.start();
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await world?.stop();
});

describe("signed heads", () => {
  it("cross, are kept on both sides, and verify there", async () => {
    await release();
    await restart("KH");
    await eventually(async () => (await keptOf("KH", "LA")).length > 0, "a Cambodian head in Laos");
    const [own, received] = [await keptOf("KH", "KH"), await keptOf("KH", "LA")];
    expect(received).toEqual(own);
    expect(own.at(-1)?.seq).toBeGreaterThan(0);
    expect([...(await faultsAt("KH")), ...(await faultsAt("LA"))]).toEqual([]);
  });

  it("a new key is signed by the old one and taken by the partner; the heads go on under it", async () => {
    const { environment, gateway } = world.nodes.KH;
    const lines: string[] = [];
    await runNodeCommand(
      ["init", "--new-signing-key"],
      { ...environment, SEKONG_GATEWAY_URL: gateway.url("exchange") },
      (...said) => lines.push(...said),
    );
    expect(lines.join("\n")).toContain("The signing key was replaced");
    const { key } = await signerOf("KH");
    await restart("KH");
    await eventually(
      async () => (await keptOf("KH", "LA")).some((head) => head.key === key),
      "a head in Laos under the new key",
    );
    const keys = await inDatabase("LA", ({ db }) => readKeys(db, "KH"));
    expect(keys.map((one) => [one.key, one.signedBy])).toEqual([
      [keys[0]?.key, null],
      [key, keys[0]?.key],
    ]);
    expect([...(await faultsAt("KH")), ...(await faultsAt("LA"))]).toEqual([]);
  });

  it("what the partner did not sign is refused and alarmed", async () => {
    const lao = await open("LA", "commander");
    const { publicKey, privateKey } = generateKeyPairSync("ed25519", {
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const said = { country: "KH" as const, seq: 1, hash: "0".repeat(64), at: new Date().toISOString() };
    const signature = signText(privateKey, headSigned(said));
    const [{ key = "" } = {}] = (await keptOf("KH", "LA")).slice(-1);
    const before = await keptOf("KH", "LA");
    const heads = [
      { ...said, key, signature },
      { ...said, key: keyIdOf(publicKey), signature },
    ];
    // As somebody with all rights on the partner's gateway could write it.
    await world.nodes.KH.gateway.admin("exchange", (admin) =>
      admin.query(
        `insert into exchange.notices (country, kind, number, payload)
         select 'KH', 'heads', max(number) + 1, $1 from exchange.notices`,
        [JSON.stringify({ v: 1, heads })],
      ),
    );
    await until(() => lao.heads?.partner.alarm === "forged", "the alarm in Laos");
    expect(await keptOf("KH", "LA")).toEqual(before);
  });

  it("two histories under the node's own key are kept as evidence, alarmed, and fail the verification", async () => {
    const lao = await open("LA", "operator");
    const { key, privateKey } = await signerOf("KH");
    const said = { country: "KH" as const, seq: 1, hash: "b".repeat(64), at: new Date().toISOString() };
    const head = { ...said, key, signature: signText(privateKey, headSigned(said)) };
    await world.nodes.KH.gateway.admin("exchange", (admin) =>
      admin.query(
        `insert into exchange.notices (country, kind, number, payload)
         select 'KH', 'heads', max(number) + 1, $1 from exchange.notices`,
        [JSON.stringify({ v: 1, heads: [head] })],
      ),
    );
    await until(() => lao.heads?.partner.alarm === "contradiction", "the alarm in Laos");
    const faults = await faultsAt("LA");
    expect(faults).toEqual([
      { place: `head of KH signed at ${said.at}`, what: "the log holds another event at seq 1" },
    ]);
  });
});
