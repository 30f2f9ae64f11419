/** Who may do what around a link: whatever is wider than needed is a finding. */
import type { Client } from "pg";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { partnerRole } from "../certificates";
import type { Finding } from "../finding";
import { publishedTables, writerRole } from "../gateway-sql";
import { landingRole } from "../node-sql";

async function namesOf(client: Client, query: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query, values);
  return rows.map(({ name }) => name);
}

const strongerThan = "(rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)";
const memberships = `select groups.rolname as name from pg_auth_members
  join pg_roles groups on groups.oid = roleid join pg_roles members on members.oid = member
  where members.rolname = $1`;
/** Tables outside `exchange` on which a role has any right, whoever gave it. */
const otherTables = `select format('%s.%s', nspname, relname) as name
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p', 'v', 'm') and nspname not in ('exchange', 'pg_catalog', 'information_schema')
    and nspname not like 'pg_toast%' and exists (select from pg_roles where rolname = $1)
    and has_table_privilege($1, pg_class.oid, 'select, insert, update, delete, truncate, references, trigger')
  order by 1 limit 3`;

/** Findings about the rights in the node's own database. `client` is a superuser there. */
export async function nodeRightsFindings(client: Client, country: Country): Promise<Finding[]> {
  const findings: Finding[] = [];
  const partner = partnerRole(partnerOf(country));
  const stronger = await namesOf(
    client,
    `select rolname as name from pg_roles where rolname = $1 and (${strongerThan} or rolreplication)`,
    [landingRole],
  );
  if (stronger.length > 0)
    findings.push(
      `Run \`npm run node -- init\` again: ${landingRole}, with whose rights the partner's rows land, may do more than that.`,
    );
  for (const group of await namesOf(client, memberships, [landingRole]))
    findings.push(`Revoke ${group} from ${landingRole}: with its rights the partner's rows land.`);
  for (const table of await namesOf(client, otherTables, [landingRole]))
    findings.push(
      `Revoke all on ${table} from ${landingRole} and from public: the partner's rows land with its rights.`,
    );
  const mayReplicate = await namesOf(
    client,
    "select rolname as name from pg_roles where rolreplication and not rolsuper",
  );
  for (const role of mayReplicate)
    findings.push(
      `Look whether ${role} must replicate from the node's cluster: such a role can read every table in it, national ones too. Let it in from its own address only.`,
    );
  if (
    (await namesOf(client, "select rolname as name from pg_roles where rolname = $1", [partner])).length > 0
  )
    findings.push(
      `Drop the role ${partner} in the node's cluster: the partner is let into the gateway only.`,
    );
  for (const publication of await namesOf(client, "select pubname as name from pg_publication"))
    findings.push(
      `Drop the publication ${publication} in the node's database: only the gateway publishes, and nothing national.`,
    );
  return findings;
}

async function publicationFindings(client: Client): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; table: string }>(
    `select pubname as name, format('%s.%s', schemaname, tablename) as table from pg_publication_tables`,
  );
  const { rows: actions } = await client.query<{ name: string }>(
    "select pubname as name from pg_publication where puballtables or pubupdate or pubdelete or pubtruncate",
  );
  return [
    ...rows
      .filter(({ name, table }) => !publishedTables(name).includes(table))
      .map(({ name, table }) => `Take ${table} out of the gateway's publication ${name}: no link needs it.`),
    ...actions.map(
      ({ name }) =>
        `Drop the gateway's publication ${name} and run \`npm run node -- init\` again: it publishes more than inserted rows.`,
    ),
  ];
}

/** Findings about the rights in the gateway. `client` is a superuser there. */
export async function gatewayRightsFindings(client: Client, country: Country): Promise<Finding[]> {
  const partner = partnerRole(partnerOf(country));
  const findings = await publicationFindings(client);
  const known = await namesOf(client, "select rolname as name from pg_roles where rolname in ($1, $2)", [
    partner,
    writerRole,
  ]);
  if (known.length < 2)
    findings.push("Run `npm run node -- init` again: the gateway lacks a role of the link.");
  const mayReplicate = await namesOf(
    client,
    "select rolname as name from pg_roles where rolreplication and not rolsuper and rolname <> $1",
    [partner],
  );
  for (const role of mayReplicate)
    findings.push(`Take the right to replicate from ${role} in the gateway: only ${partner} needs it.`);
  const stronger = await namesOf(
    client,
    `select rolname as name from pg_roles where rolname in ($1, $2) and ${strongerThan}`,
    [partner, writerRole],
  );
  for (const role of stronger)
    findings.push(
      `Run \`npm run node -- init\` again: ${role} has more rights in the gateway than it needs.`,
    );
  for (const group of await namesOf(client, memberships, [partner]))
    findings.push(`Revoke ${group} from ${partner} in the gateway: it needs no other role's rights.`);
  for (const table of await namesOf(client, otherTables, [partner]))
    findings.push(
      `Revoke all on ${table} from ${partner} and from public in the gateway: the link does not need it.`,
    );
  const ways = await namesOf(
    client,
    "select subname as name from pg_subscription union all select srvname from pg_foreign_server",
  );
  for (const way of ways)
    findings.push(
      `Drop ${way} in the gateway: it holds a login to another database, and the gateway must not hold any.`,
    );
  return findings;
}
