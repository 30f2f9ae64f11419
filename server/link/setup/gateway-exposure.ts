/**
 * What a partner who copies the gateway's whole cluster would get beyond what it may fetch, and what it left there. A role
 * that may replicate can copy the cluster, so the gateway must hold nothing but what crosses anyway.
 */
import path from "node:path";
import type { Client } from "pg";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { subscriptionNames } from "./node-sql";

/** As `pg_<subscription>_sync_<table>_<cluster>`: made for the first copy of a table and dropped after it. */
const copySlot = /^pg_\d+_sync_\d+_\d+$/;

async function namesOf(client: Client, query: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query, values);
  return rows.map(({ name }) => name);
}

/** `client` is a superuser of the gateway, connected to its database. */
export async function exposureFindings(client: Client, country: Country): Promise<string[]> {
  const findings: string[] = [];
  const databases = await namesOf(
    client,
    "select datname as name from pg_database where not datistemplate and datname not in ('postgres', current_database())",
  );
  for (const name of databases)
    findings.push(
      `The gateway's cluster also holds the database ${name}: move it, since the partner can copy the whole cluster.`,
    );
  const schemas = await namesOf(
    client,
    `select distinct schemaname as name from pg_tables where schemaname not in ('exchange', 'pg_catalog', 'information_schema')`,
  );
  for (const name of schemas)
    findings.push(
      `The gateway's database has tables in the schema ${name}: move them, since the partner can copy them.`,
    );
  const [key = "", data = ""] = await namesOf(
    client,
    `select setting as name from pg_settings where name in ('ssl_key_file', 'data_directory') order by name desc`,
  );
  if (!path.relative(data, path.resolve(data, key)).startsWith(".."))
    findings.push(
      "Move the gateway's ssl_key_file out of its data directory and give it a new key: the partner can copy what lies there.",
    );
  return [...findings, ...(await slotFindings(client, country))];
}

async function slotFindings(client: Client, country: Country): Promise<string[]> {
  const expected: string[] = Object.values(subscriptionNames(partnerOf(country)));
  const { rows } = await client.query<{ name: string; plugin: string | null }>(
    "select slot_name as name, plugin from pg_replication_slots order by slot_name",
  );
  return rows
    .filter(({ name, plugin }) => plugin !== "pgoutput" || !(expected.includes(name) || copySlot.test(name)))
    .map(
      ({ name }) =>
        `The partner holds the slot ${name} in the gateway, which no link uses: ask it why; once it is inactive, remove it with select pg_drop_replication_slot('${name}').`,
    );
}
