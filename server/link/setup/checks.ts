/** What a link needs of its surroundings, checked as far as a program can; each finding says what to do and why. */
import type { Client } from "pg";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { daysLeft } from "../expiry";
import { partnerRole } from "./certificates";
import { exposureFindings } from "./gateway-exposure";
import { eventPublication, noticePublication, writerRole } from "./gateway-sql";

/** One thing that an administrator must still do: a sentence with the reason. */
export type Finding = string;

const oldestVersion = 150_000;
const fewestDaysLeft = 30;
const mostSlots = 10;

async function setting(client: Client, name: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>("select current_setting($1, true) as value", [name]);
  return rows[0]?.value ?? "";
}

async function commonFindings(client: Client, what: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (Number(await setting(client, "server_version_num")) < oldestVersion)
    findings.push(`${what} runs PostgreSQL ${await setting(client, "server_version")}: use 15 to 18.`);
  if ((await setting(client, "server_encoding")) !== "UTF8")
    findings.push(
      `${what} is not UTF-8: Khmer and Lao text would not fit. Make its database with ENCODING 'UTF8'.`,
    );
  return findings;
}

/** Findings about the node's own database. */
export async function nodeFindings(client: Client): Promise<Finding[]> {
  const findings = await commonFindings(client, "The node's database");
  if ((await setting(client, "wal_receiver_timeout")) === "1min")
    findings.push(
      "Set wal_receiver_timeout = '10s' in the node's postgresql.conf: with one minute a dead line is noticed late.",
    );
  return findings;
}

/** What a setting of the gateway must be, and why. */
const gatewaySettings: readonly [name: string, fits: (value: string) => boolean, sentence: string][] = [
  [
    "wal_level",
    (value) => value === "logical",
    "wal_level = logical: otherwise nothing can be fetched from it",
  ],
  ["ssl", (value) => value === "on", "ssl = on: the partner is let in over TLS only"],
  [
    "ssl_min_protocol_version",
    (value) => value === "TLSv1.3",
    "ssl_min_protocol_version = 'TLSv1.3': older ones are not accepted",
  ],
  [
    "max_replication_slots",
    (value) => Number(value) <= mostSlots,
    `max_replication_slots = ${mostSlots} or fewer: so that the partner cannot hoard slots`,
  ],
  [
    "max_slot_wal_keep_size",
    (value) => value !== "-1",
    "max_slot_wal_keep_size = '20GB' or what the disk allows: a partner that is away must not fill it",
  ],
  [
    "wal_sender_timeout",
    (value) => value !== "1min" && value !== "0",
    "wal_sender_timeout = '10s': so that a dead line is noticed",
  ],
];

type HbaRule = {
  type: string;
  database: string[] | null;
  user_name: string[] | null;
  auth_method: string | null;
  error: string | null;
};

/** Findings about the gateway: settings, access rules, publications. `client` is a superuser there. */
export async function gatewayFindings(client: Client, country: Country): Promise<Finding[]> {
  const findings = await commonFindings(client, "The gateway");
  for (const [name, fits, sentence] of gatewaySettings)
    if (!fits(await setting(client, name)))
      findings.push(`In the gateway's postgresql.conf, set ${sentence}.`);
  const partner = partnerRole(partnerOf(country));
  const { rows: rules } = await client.query<HbaRule>(
    "select type, database, user_name, auth_method, error from pg_hba_file_rules order by line_number",
  );
  const names = ({ user_name }: HbaRule, role: string) =>
    user_name?.some((name) => name === role || name === "all") === true;
  const first = rules.find((rule) => names(rule, partner));
  if (first?.type !== "hostssl" || first.auth_method !== "cert")
    findings.push(
      `In the gateway's pg_hba.conf, put the lines of \`npm run node -- init\` first: the partner is let in by its certificate, into one database.`,
    );
  const replication = rules.find((rule) => rule.database?.includes("replication"));
  if (replication?.auth_method !== "reject")
    findings.push(
      "In the gateway's pg_hba.conf, reject physical replication: a copy of the cluster would hold everything in it.",
    );
  const { rows: published } = await client.query<{ pubname: string; schemaname: string; tablename: string }>(
    "select pubname, schemaname, tablename from pg_publication_tables",
  );
  const wanted = new Map([
    [eventPublication, "exchange.joint_events"],
    [noticePublication, "exchange.notices"],
  ]);
  for (const { pubname, schemaname, tablename } of published)
    if (wanted.get(pubname) !== `${schemaname}.${tablename}`)
      findings.push(
        `The gateway publishes ${schemaname}.${tablename}: drop it from the publication ${pubname}.`,
      );
  const { rows: others } = await client.query<{ name: string }>(
    "select rolname as name from pg_roles where rolreplication and not rolsuper and rolname <> $1",
    [partner],
  );
  for (const { name } of others)
    findings.push(`The role ${name} may replicate from the gateway: only ${partner} should.`);
  const { rows: writers } = await client.query(
    "select from pg_roles where rolname = $1 and (rolsuper or rolreplication)",
    [writerRole],
  );
  if (writers.length > 0)
    findings.push(`The role ${writerRole} has more rights than it needs: run init again.`);
  return [...findings, ...(await exposureFindings(client, country))];
}

/** Findings about a certificate. */
export function certificateFindings(certificate: string, whose: string, now: Date): Finding[] {
  const days = daysLeft(certificate, now);
  return days >= fewestDaysLeft
    ? []
    : [
        `${whose} certificate ends in ${days} days: make a new one (runbook, rotation) before the link breaks.`,
      ];
}
