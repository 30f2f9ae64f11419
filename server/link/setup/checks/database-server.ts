/** What both database servers of a node must be, apart from access and rights: version, encoding, settings, clock. */
import type { Client } from "pg";
import type { Finding } from "../finding";

/** A setting in PostgreSQL's own base unit (milliseconds, megabytes), and whether it waits for a restart. */
type Setting = { value: string; waitsForRestart: boolean };

export type ServerFacts = {
  /** As PostgreSQL counts: 150018 is 15.18. */
  versionNumber: number;
  version: string;
  encoding: string;
  /** The same for every database of a cluster, and for its physical copies. */
  systemIdentifier: string;
  isSuperuser: boolean;
  settings: ReadonlyMap<string, Setting>;
  /** The server's clock less this machine's, and how far that may be off by the way there. Milliseconds. */
  clockOffsetMs: number;
  clockDoubtMs: number;
};

const oldestVersion = 150_000;
const newestVersion = 190_000;
/** From here on an offset is said. */
export const clockOffsetSaidMs = 2_000;

/** Reads the facts from a running server; the most of them need a superuser. */
export async function readServer(client: Client): Promise<ServerFacts> {
  const before = Date.now();
  const { rows: clock } = await client.query<{ ms: string }>(
    "select extract(epoch from clock_timestamp()) * 1000 as ms",
  );
  const after = Date.now();
  const { rows } = await client.query<{ name: string; value: string; waits: boolean }>(
    "select name, setting as value, pending_restart as waits from pg_settings",
  );
  const { rows: own } = await client.query<{ id: string; encoding: string; superuser: boolean }>(
    `select (select system_identifier::text from pg_control_system()) as id, rolsuper as superuser,
       (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding
     from pg_roles where rolname = current_user`,
  );
  const settings = new Map(rows.map(({ name, value, waits }) => [name, { value, waitsForRestart: waits }]));
  return {
    versionNumber: Number(settings.get("server_version_num")?.value),
    version: settings.get("server_version")?.value ?? "",
    encoding: own[0]?.encoding ?? "",
    systemIdentifier: own[0]?.id ?? "",
    isSuperuser: own[0]?.superuser === true,
    settings,
    clockOffsetMs: Number(clock[0]?.ms) - (before + after) / 2,
    clockDoubtMs: (after - before) / 2,
  };
}

type Requirement = { name: string; fits: (value: string) => boolean; sentence: string };

/** Within a bound, in PostgreSQL's base unit of that setting, and not switched off. */
const between = (least: number, most: number) => (value: string) =>
  Number(value) >= least && Number(value) <= most;

const deadLineMs = 10_000;

const gatewayRequirements: readonly Requirement[] = [
  {
    name: "wal_level",
    fits: (value) => value === "logical",
    sentence: "wal_level = logical: otherwise the partner can fetch nothing from it",
  },
  {
    name: "max_replication_slots",
    fits: between(4, 10),
    sentence:
      "max_replication_slots = 6: the link needs two and two more while it fills, and a partner must not be able to hoard them",
  },
  {
    name: "max_wal_senders",
    fits: between(4, 20),
    sentence: "max_wal_senders = 6: each slot that is read needs one, and a partner must not take them all",
  },
  {
    name: "max_slot_wal_keep_size",
    fits: (value) => Number(value) > 0,
    sentence:
      "max_slot_wal_keep_size = '20GB' or what its disk allows: a partner that is away must not fill it",
  },
  {
    name: "wal_sender_timeout",
    fits: between(1_000, deadLineMs),
    sentence: "wal_sender_timeout = '10s': with more a dead line is noticed late, with 0 never",
  },
  {
    name: "ssl",
    fits: (value) => value === "on",
    sentence: "ssl = on: the partner is let in over TLS with its certificate, and in no other way",
  },
  {
    name: "ssl_min_protocol_version",
    fits: (value) => value === "TLSv1.3",
    sentence: "ssl_min_protocol_version = 'TLSv1.3': the partner speaks it, and what is older is weaker",
  },
];

const nodeRequirements: readonly Requirement[] = [
  {
    name: "wal_receiver_timeout",
    fits: between(1_000, deadLineMs),
    sentence: "wal_receiver_timeout = '10s': with more a dead line is noticed late, with 0 never",
  },
  {
    name: "max_logical_replication_workers",
    fits: between(4, 1_000),
    sentence: "max_logical_replication_workers = 4: two fetch, and two more while the link fills",
  },
  {
    name: "max_worker_processes",
    fits: between(8, 1_000),
    sentence: "max_worker_processes = 8: the workers that fetch are among them",
  },
];

/** Where PostgreSQL keeps the limit of how many subscriptions a server can follow: a setting of its own since 18. */
const originsSetting = ({ settings }: ServerFacts): string =>
  settings.has("max_active_replication_origins") ? "max_active_replication_origins" : "max_replication_slots";

const unmet = (facts: ServerFacts, whose: string, requirements: readonly Requirement[]): Finding[] =>
  requirements.flatMap(({ name, fits, sentence }) => {
    const setting = facts.settings.get(name);
    if (setting && fits(setting.value)) return [];
    if (setting?.waitsForRestart)
      return [`Restart ${whose} PostgreSQL: ${name} was changed in its files and does not hold yet.`];
    return [`In ${whose} postgresql.conf, set ${sentence}.`];
  });

function commonFindings(facts: ServerFacts, whose: string): Finding[] {
  const { versionNumber, version, encoding, clockOffsetMs, clockDoubtMs } = facts;
  const findings: Finding[] = [];
  if (versionNumber < oldestVersion)
    findings.push(
      `Upgrade ${whose} PostgreSQL ${version} to 15, 16, 17 or 18: older ones cannot publish only some columns.`,
    );
  if (versionNumber >= newestVersion)
    findings.push(
      `Use PostgreSQL 15 to 18 for ${whose} database: it runs ${version}, with which Sekong was never tried.`,
    );
  if (encoding !== "UTF8")
    findings.push(
      `Make ${whose} database anew with ENCODING 'UTF8' TEMPLATE template0: it is ${encoding}, in which Khmer and Lao do not fit.`,
    );
  if (Math.abs(clockOffsetMs) - clockDoubtMs > clockOffsetSaidMs)
    findings.push(
      `Set the clocks by NTP: that of ${whose} database is ${Math.abs(Math.round(clockOffsetMs / 1_000))} s ${clockOffsetMs > 0 ? "ahead of" : "behind"} this machine's, and times on the screens would not agree.`,
    );
  return findings;
}

/** Findings about the server of the node's own database. */
export function nodeServerFindings(facts: ServerFacts): Finding[] {
  const whose = "the node's";
  const origins = originsSetting(facts);
  const needed: Requirement = {
    name: origins,
    fits: between(4, 10_000),
    sentence: `${origins} = 10: each subscription needs one, and one more while it fills`,
  };
  return [...commonFindings(facts, whose), ...unmet(facts, whose, [...nodeRequirements, needed])];
}

/** Findings about the gateway's server. */
export function gatewayServerFindings(facts: ServerFacts): Finding[] {
  const whose = "the gateway's";
  return [...commonFindings(facts, whose), ...unmet(facts, whose, gatewayRequirements)];
}

/** A gateway in the node's own cluster would let whoever replicates from it read every table. */
export const isSameCluster = (node: ServerFacts, gateway: ServerFacts): boolean =>
  node.systemIdentifier === gateway.systemIdentifier;
