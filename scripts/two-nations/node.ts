/** One node of the two nations on clusters of its own, made or found again in its folder: for demo and tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connect";
import { markDemonstration } from "@/db/demonstration";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { linkFiles, linkFolder, readNodeFile } from "@/server/link/settings";
import { accessRules } from "@/server/link/setup/gateway-sql";
import { initialise, invitationOf, rememberPartner, subscribeTo } from "@/server/link/setup/setup";
import { Cluster } from "./cluster";

const gatewayDatabase = "exchange";
const opsDatabase = "ops";

const opsSettings = { wal_receiver_timeout: "'5s'", wal_retrieve_retry_interval: "'1s'" };
const unlinkedSettings = {
  wal_level: "logical",
  max_replication_slots: "6",
  max_wal_senders: "6",
};
const linkedSettings = (keyFolder: string) => ({
  ...unlinkedSettings,
  max_slot_wal_keep_size: "'1GB'",
  wal_sender_timeout: "'5s'",
  ssl: "on",
  ssl_cert_file: `'${path.join(keyFolder, linkFiles.certificate)}'`,
  ssl_key_file: `'${path.join(keyFolder, linkFiles.key)}'`,
  ssl_ca_file: `'${path.join(keyFolder, linkFiles.partnerCertificate)}'`,
  ssl_min_protocol_version: "'TLSv1.3'",
});
const exchanged = [linkFiles.certificate, linkFiles.key, linkFiles.partnerCertificate] as const;

export type NationOptions = {
  country: Country;
  folder: string;
  ports: { ops: number; gateway: number };
  /** Where the partner reaches the gateway, when that is not the gateway itself. */
  gatewayAddress?: string;
  /** The clusters' superuser's. */
  password: string;
  secret: string;
  fsync?: boolean;
  /** The folder of PostgreSQL's programs, when they are not those of the package; for tests. */
  programs?: string;
  /** Whether the node's server is to have the demo's accounts and to say EXERCISE. */
  demonstration?: boolean;
};

export class Nation {
  readonly country: Country;
  readonly folder: string;
  readonly ops: Cluster;
  readonly gateway: Cluster;
  readonly databaseUrl: string;

  constructor(private readonly options: NationOptions) {
    const { folder, ports, password, fsync = true, programs } = options;
    this.country = options.country;
    this.folder = path.resolve(folder);
    const common = { password, fsync, ...(programs ? { programs } : {}) };
    this.ops = new Cluster({
      ...common,
      folder: path.join(this.folder, "ops"),
      port: ports.ops,
      settings: opsSettings,
    });
    this.gateway = new Cluster({
      ...common,
      folder: path.join(this.folder, "gateway"),
      port: ports.gateway,
      settings: unlinkedSettings,
    });
    this.databaseUrl = this.ops.url(opsDatabase);
  }

  /** The environment of this node's server, beside its port. */
  get environment(): Record<string, string> {
    return {
      DATABASE_URL: this.databaseUrl,
      SEKONG_COUNTRY: this.country,
      SEKONG_SECRET: this.options.secret,
      SEKONG_DATA: this.folder,
    };
  }

  /** Starts both clusters and makes what is missing in them. */
  async start(): Promise<void> {
    mkdirSync(this.folder, { recursive: true, mode: 0o755 });
    const { country, databaseUrl, folder, gateway, ops, options } = this;
    if (this.#hasFiles(gateway)) this.#closeGateway();
    await Promise.all([ops.start(), gateway.start()]);
    await ensureDatabase(ops, opsDatabase);
    await ensureDatabase(gateway, gatewayDatabase);
    const connection = await connect({ databaseUrl, dataDir: folder });
    try {
      if (options.demonstration) await markDemonstration(connection.db, country);
      await seedDemoAccounts(connection.db, options.secret, [country]);
    } finally {
      await connection.close();
    }
    // Left by a process that ended while it made them, the keys were given to nobody yet.
    if (!readNodeFile(folder)) rmSync(linkFolder(folder), { recursive: true, force: true });
    await initialise({
      ...{ country, databaseUrl, dataFolder: folder, exercise: true, now: new Date() },
      gatewayUrl: gateway.url(gatewayDatabase),
      gatewayAddress: options.gatewayAddress ?? new URL(gateway.url()).host,
    });
  }

  /** Takes the partner's invitation and lets it into the gateway, which restarts when it does not know it yet. */
  async admitPartner(partner: Nation): Promise<void> {
    rememberPartner(this.folder, invitationOf(partner.folder));
    const isKnown = this.#hasFiles(this.gateway);
    this.#giveFiles(this.ops);
    this.#giveFiles(this.gateway);
    if (isKnown) return;
    await this.gateway.stop();
    this.#closeGateway();
    await this.gateway.start();
  }

  /** Subscribes to the partner's gateway, which must have admitted this node. */
  subscribe(partner: Nation): Promise<void> {
    return subscribeTo(this, invitationOf(partner.folder), this.ops.keyFolder);
  }

  /** Whether a heartbeat of the partner's node landed here after `since`. */
  async hears(since: Date): Promise<boolean> {
    return this.ops.admin(opsDatabase, async (admin) => {
      const { rows } = await admin.query(
        "select from exchange.notices where country = $1 and landed_at > $2 limit 1",
        [partnerOf(this.country), since],
      );
      return rows.length > 0;
    });
  }

  /** Ends both clusters. */
  async stop(): Promise<void> {
    await this.ops.stop();
    await this.gateway.stop();
  }

  #closeGateway(): void {
    this.gateway.configure(
      linkedSettings(this.gateway.keyFolder),
      accessRules(this.country, gatewayDatabase),
    );
  }

  /** Whether a cluster has the link's files as they are. */
  #hasFiles(cluster: Cluster): boolean {
    return exchanged.every((name) => {
      const [own, given] = [path.join(linkFolder(this.folder), name), path.join(cluster.keyFolder, name)];
      return existsSync(own) && existsSync(given) && readFileSync(own).equals(readFileSync(given));
    });
  }

  /** Gives a cluster's server the files it reads. */
  #giveFiles(cluster: Cluster): void {
    for (const name of exchanged)
      cluster.addKeyFile(name, readFileSync(path.join(linkFolder(this.folder), name), "utf8"));
  }
}

async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  await cluster.admin("postgres", async (admin) => {
    const { rows } = await admin.query("select from pg_database where datname = $1", [name]);
    if (rows.length === 0) await admin.query(`create database ${name}`);
  });
}

/** Starts both nodes' clusters and links them: invitations first, since a gateway lets in whom it knows. */
export async function startLinked(pair: readonly [Nation, Nation]): Promise<void> {
  const [one, other] = pair;
  await Promise.all(pair.map((nation) => nation.start()));
  await Promise.all([one.admitPartner(other), other.admitPartner(one)]);
  await one.subscribe(other);
  await other.subscribe(one);
}
