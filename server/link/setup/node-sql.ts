/** What a node's own database needs for a link: a role that lands rows and may do nothing else, and two subscriptions. */
import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { streamOf } from "@/domain/envelope";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { partnerRole } from "./certificates";
import { eventPublication, noticePublication } from "./gateway-sql";

/** Owns the subscriptions: whatever the partner sends is applied with its rights. */
export const landingRole = "sekong_landing";
/** From here on a subscription can be owned by a role that is no superuser without a password. */
const passwordlessOwnerSince = 160_000;

export type PartnerGateway = {
  host: string;
  port: number;
  database: string;
  /** Paths as the node's database server reads them. */
  files: { partnerCertificate: string; certificate: string; key: string };
};

export const subscriptionNames = (country: Country) => {
  const partner = partnerOf(country).toLowerCase();
  return { events: `sekong_${partner}_joint`, notices: `sekong_${partner}_beside` };
};

/** Makes the landing role and its rights. It must be allowed to log in for its workers to run, and has no password. */
export async function prepareLanding(admin: Client, country: Country): Promise<void> {
  const { rows } = await admin.query("select from pg_roles where rolname = $1", [landingRole]);
  if (rows.length === 0) await admin.query(`create role ${landingRole} login password null`);
  await admin.query(
    `alter role ${landingRole} nosuperuser nocreatedb nocreaterole noreplication nobypassrls password null`,
  );
  await admin.query(`grant usage on schema exchange to ${landingRole}`);
  // The rights to update and delete let a trigger pass over such rows; without them the link would stop.
  await admin.query(
    `grant select, insert, update, delete on exchange.joint_events, exchange.notices to ${landingRole}`,
  );
  // The trigger writes it with its owner's rights; the partner could publish a table of that name too.
  await admin.query(`revoke all on exchange.contradictions from ${landingRole}`);
  // In one transaction: no row lands while the trigger is being replaced.
  await admin.query(
    `create or replace trigger land_event before insert on exchange.joint_events
       for each row execute function exchange.land_event(${escapeLiteral(streamOf(partnerOf(country), "joint"))});
     alter table exchange.joint_events enable replica trigger land_event`,
  );
  const { rows: databases } = await admin.query<{ name: string }>("select current_database() as name");
  await admin.query(
    `grant create on database ${escapeIdentifier(databases[0]?.name ?? "")} to ${landingRole}`,
  );
}

function connectionText(country: Country, { host, port, database, files }: PartnerGateway): string {
  const parts: Record<string, string> = {
    host,
    port: String(port),
    dbname: database,
    user: partnerRole(country),
    sslmode: "verify-full",
    ssl_min_protocol_version: "TLSv1.3",
    sslrootcert: files.partnerCertificate,
    sslcert: files.certificate,
    sslkey: files.key,
    connect_timeout: "5",
    keepalives_idle: "5",
    keepalives_interval: "2",
    keepalives_count: "3",
  };
  const quoted = (value: string) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join(" ");
}

/**
 * Subscribes to the partner's gateway, or points an existing subscription at it. Rejects while the gateway cannot be
 * reached or does not know this node's certificate yet: then it is called again later.
 */
export async function subscribe(admin: Client, country: Country, gateway: PartnerGateway): Promise<void> {
  const names = subscriptionNames(country);
  const connection = escapeLiteral(connectionText(country, gateway));
  const wanted = [
    { name: names.events, publication: eventPublication, copy: true },
    { name: names.notices, publication: noticePublication, copy: false },
  ];
  for (const { name, publication, copy } of wanted) {
    const { rows } = await admin.query("select from pg_subscription where subname = $1", [name]);
    if (rows.length > 0) await admin.query(`alter subscription ${name} connection ${connection}`);
    else
      await admin.query(
        `create subscription ${name} connection ${connection} publication ${publication} with (copy_data = ${copy}, streaming = off)`,
      );
    await ownByLanding(admin, name);
    await admin.query(`alter subscription ${name} enable`);
  }
}

async function isOwnedByLanding(admin: Client, subscription: string): Promise<boolean> {
  const { rows } = await admin.query(
    "select from pg_subscription join pg_roles on pg_roles.oid = subowner where subname = $1 and rolname = $2",
    [subscription, landingRole],
  );
  return rows.length > 0;
}

/** Up to PostgreSQL 15 only a superuser can be given a subscription, so the role is one for that moment. */
async function ownByLanding(admin: Client, subscription: string): Promise<void> {
  if (await isOwnedByLanding(admin, subscription)) return;
  const { rows } = await admin.query<{ version: string }>("show server_version_num");
  if (Number(Object.values(rows[0] ?? {})[0]) >= passwordlessOwnerSince) {
    await admin.query(
      `alter subscription ${subscription} set (password_required = false, run_as_owner = true)`,
    );
    await admin.query(`alter subscription ${subscription} owner to ${landingRole}`);
    return;
  }
  await admin.query(`alter role ${landingRole} superuser`);
  try {
    await admin.query(`alter subscription ${subscription} owner to ${landingRole}`);
  } finally {
    await admin.query(`alter role ${landingRole} nosuperuser`);
  }
}

/** Ends both subscriptions, with their slots at the partner's gateway where that can be reached. */
export async function unsubscribe(admin: Client, country: Country): Promise<void> {
  for (const name of Object.values(subscriptionNames(country))) {
    const { rows } = await admin.query("select from pg_subscription where subname = $1", [name]);
    if (rows.length === 0) continue;
    await admin.query(`alter subscription ${name} disable`);
    try {
      await admin.query(`drop subscription ${name}`);
    } catch {
      // The partner's gateway is gone or lets nobody in any more: its own `leave` drops the slot.
      await admin.query(`alter subscription ${name} set (slot_name = none)`);
      await admin.query(`drop subscription ${name}`);
    }
  }
}
