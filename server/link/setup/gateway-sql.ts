/** What a gateway holds: the own joint events and notices, one role that writes them, one that the partner fetches with. */
import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import type { Country } from "@/domain/vocabulary";
import { partnerOf } from "@/domain/vocabulary";
import { partnerRole } from "./certificates";
import { limitPartner } from "./gateway-limits";

export const eventPublication = "sekong_joint";
export const noticePublication = "sekong_beside";
export const writerRole = "sekong_writer";

const tables = [
  `create schema if not exists exchange`,
  `create table if not exists exchange.joint_events (
     stream text not null, seq bigint not null, header text, body text, salt text, hash text,
     landed_at timestamptz default now(), primary key (stream, seq))`,
  `create table if not exists exchange.notices (
     country text not null, kind text not null, number bigint not null, payload text,
     landed_at timestamptz default now(), primary key (country, kind, number))`,
];

const publications: Record<string, string> = {
  [eventPublication]: "exchange.joint_events (stream, seq, header, body, salt, hash)",
  [noticePublication]: "exchange.notices (country, kind, number, payload)",
};

async function exists(admin: Client, query: string, name: string): Promise<boolean> {
  return (await admin.query(query, [name])).rows.length > 0;
}

async function ensureRole(admin: Client, name: string, options: string): Promise<void> {
  const known = await exists(admin, "select from pg_roles where rolname = $1", name);
  await admin.query(`${known ? "alter" : "create"} role ${escapeIdentifier(name)} ${options}`);
}

/** Makes or mends everything in the gateway's database. `admin` is a superuser of the gateway's cluster. */
export async function prepareGateway(admin: Client, country: Country, writerPassword: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("select current_database() as name");
  const database = escapeIdentifier(rows[0]?.name ?? "");
  const partner = escapeIdentifier(partnerRole(partnerOf(country)));
  for (const statement of tables) await admin.query(statement);
  await ensureRole(
    admin,
    writerRole,
    `login nosuperuser noreplication password ${escapeLiteral(writerPassword)}`,
  );
  await ensureRole(
    admin,
    partnerRole(partnerOf(country)),
    "login replication nosuperuser password null connection limit 8",
  );
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query("revoke all on schema public from public");
  await admin.query(`grant connect on database ${database} to ${writerRole}, ${partner}`);
  await admin.query(`grant usage on schema exchange to ${writerRole}, ${partner}`);
  await admin.query(`grant select, insert on exchange.joint_events, exchange.notices to ${writerRole}`);
  await admin.query(`grant update (body, salt) on exchange.joint_events to ${writerRole}`);
  await admin.query(`grant delete on exchange.notices to ${writerRole}`);
  await admin.query(`grant pg_read_all_stats to ${writerRole}`);
  await admin.query(`grant select on exchange.joint_events, exchange.notices to ${partner}`);
  await limitPartner(admin, partnerRole(partnerOf(country)), writerRole);
  for (const [name, table] of Object.entries(publications)) {
    if (await exists(admin, "select from pg_publication where pubname = $1", name)) continue;
    await admin.query(`create publication ${name} for table ${table} with (publish = 'insert')`);
  }
}

/** The lines that let the partner into this database with its certificate, and nowhere else. First match counts. */
export function accessRules(country: Country, database: string): string[] {
  const partner = partnerRole(partnerOf(country));
  return [
    `hostssl ${database} ${partner} all cert`,
    `host all ${partner} all reject`,
    "local replication all reject",
    "host replication all all reject",
    `host ${database} ${writerRole} samehost scram-sha-256`,
  ];
}

/** Drops what the partner left waiting, once it can no longer sign in: an unread slot fills the disk. */
export async function dropSlots(admin: Client): Promise<void> {
  await admin.query("select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active");
}
