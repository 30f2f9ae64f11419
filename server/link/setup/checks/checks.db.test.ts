import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres, type TestPostgres } from "@/tests/support/postgres";
import { withClient } from "../client";
import { LinkSetupError } from "../finding";
import { gatewayFindings, requireTwoClusters } from "./checks";
import { readServer } from "./database-server";
import { nodeRightsFindings } from "./rights";

let postgres: TestPostgres;
let client: Client;

beforeAll(async () => {
  postgres = await startPostgres();
  client = new Client({ connectionString: postgres.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await postgres?.stop();
});

const named = (findings: string[], part: string) => findings.filter((finding) => finding.includes(part));

describe("checks on a plain PostgreSQL", () => {
  it("read the server, and refuse one cluster for node and gateway or a role that is no superuser", async () => {
    const facts = await readServer(client);
    expect(facts).toMatchObject({ encoding: "UTF8", isSuperuser: true });
    expect(Math.abs(facts.clockOffsetMs)).toBeLessThan(2_000);
    await expect(requireTwoClusters(client, client)).rejects.toThrow(
      /a PostgreSQL cluster of its own for the gateway/,
    );
    await client.query("create role sekong_plain login password 'plain'");
    const url = new URL(postgres.url);
    url.username = "sekong_plain";
    url.password = "plain";
    await withClient(url.href, async (plain) =>
      expect(requireTwoClusters(plain, client)).rejects.toThrow(/^DATABASE_URL must name a superuser/),
    );
    await client.query("drop role sekong_plain");
  });

  it("name what a gateway lacks as it comes", async () => {
    const findings = await gatewayFindings(client, "KH");
    for (const part of [
      "wal_level = logical",
      "ssl = on",
      "max_slot_wal_keep_size",
      "lacks a role of the link",
    ])
      expect(named(findings, part), part).toHaveLength(1);
  });

  it("name a publication in the node's database, and what the landing role may do beyond landing", async () => {
    expect(await nodeRightsFindings(client, "KH")).toEqual([]);
    await client.query("create table notes (a int)");
    await client.query("create publication leak for table notes");
    await client.query("create role sekong_landing");
    await client.query("grant select on notes to sekong_landing");
    await client.query("create role copier replication");
    const findings = await nodeRightsFindings(client, "KH");
    expect(findings).toEqual([
      expect.stringMatching(/^Revoke all on public.notes from sekong_landing/),
      expect.stringMatching(/^Look whether copier must replicate/),
      expect.stringMatching(/^Drop the publication leak/),
    ]);
    for (const drop of ["publication leak", "table notes", "role sekong_landing", "role copier"])
      await client.query(`drop ${drop}`);
  });

  it("say that a database cannot be reached as one sentence", async () => {
    const nowhere = withClient("postgres://a:b@127.0.0.1:1/x", async () => 0, "The gateway");
    await expect(nowhere).rejects.toThrow(LinkSetupError);
    await expect(nowhere).rejects.toThrow(/^The gateway cannot be reached .*: look whether its server runs/);
  });
});
