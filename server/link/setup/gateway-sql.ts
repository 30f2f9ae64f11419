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

/** The tables that a publication of the gateway may name. */
export const publishedTables = (publication: string): string[] =>
  [publications[publication]?.split(" ")[0] ?? []].flat();

async function ensureRole(admin: Client, name: string, options: string): Promise<void> {
  const known = await exists(admin, "select from pg_roles where rolname = $1", name);
  // Only a new role is let in: running again must not undo a suspension.
  await admin.query(
    `${known ? "alter" : "create"} role ${escapeIdentifier(name)} ${known ? "" : "login"} ${options}`,
  );
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
    `nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${escapeLiteral(writerPassword)}`,
  );
  await ensureRole(
    admin,
    partnerRole(partnerOf(country)),
    "replication nosuperuser nocreatedb nocreaterole nobypassrls password null connection limit 8",
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
    `local all ${partner} reject`,
    "local replication all reject",
    "host replication all all reject",
    `host ${database} ${writerRole} samehost scram-sha-256`,
  ];
}

/** Ends the partner's access for good: its connections, its slots, which would fill the disk unread, and its role. */
export async function dropPartner(admin: Client, country: Country): Promise<void> {
  const name = partnerRole(partnerOf(country));
  const role = escapeIdentifier(name);
  if (!(await exists(admin, "select from pg_roles where rolname = $1", name))) return;
  await admin.query(`alter role ${role} nologin`);
  await endConnections(admin, name);
  await admin.query("select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active");
  await admin.query(`drop owned by ${role}`);
  await admin.query(`drop role ${role}`);
}

/** Ends a role's connections and waits until they have ended. */
export async function endConnections(admin: Client, role: string): Promise<void> {
  await admin.query(
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1 and pid <> pg_backend_pid()",
    [role],
  );
}
