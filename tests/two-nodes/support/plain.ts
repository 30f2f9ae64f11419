/** A node on plain clusters that know nothing of a link yet: set up by `npm run node` as an administrator would. */
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connect";
import { seedDemoAccounts } from "@/db/seed/accounts";
import type { Country } from "@/domain/vocabulary";
import { Cluster } from "@/scripts/two-nations/cluster";
import { runNodeCommand } from "@/server/cli/node-commands";
import { freePort } from "@/tests/support/server";
import { programsOf } from "./nodes";

const password = "sekong-test";
const secret = "two-nodes-on-plain-clusters-0000";

/** As docs/operations.md says, before `init`. */
const gatewaySettings = {
  wal_level: "logical",
  max_replication_slots: "6",
  max_wal_senders: "6",
  max_slot_wal_keep_size: "'1GB'",
  wal_sender_timeout: "'10s'",
};
const opsSettings = { wal_receiver_timeout: "'10s'", wal_retrieve_retry_interval: "'1s'" };

export type Said = { code: number; text: string };

export class PlainNode {
  private constructor(
    readonly country: Country,
    readonly folder: string,
    readonly ops: Cluster,
    readonly gateway: Cluster,
  ) {}

  static async start(parent: string, country: Country): Promise<PlainNode> {
    const folder = path.join(parent, country.toLowerCase());
    const programs = programsOf(country);
    const cluster = async (name: string, settings: Record<string, string>) =>
      new Cluster({
        ...{ folder: path.join(folder, name), port: await freePort(), password, settings, fsync: false },
        ...(programs ? { programs } : {}),
      });
    const ops = await cluster("ops", opsSettings);
    const gateway = await cluster("gateway", gatewaySettings);
    const node = new PlainNode(country, folder, ops, gateway);
    await Promise.all([ops.start(), gateway.start()]);
    await ops.admin("postgres", (admin) => admin.query("create database sekong encoding 'UTF8'"));
    await gateway.admin("postgres", (admin) => admin.query("create database exchange encoding 'UTF8'"));
    const connection = await connect({ databaseUrl: ops.url("sekong"), dataDir: folder });
    await seedDemoAccounts(connection.db, secret, [country]);
    await connection.close();
    return node;
  }

  get environment(): Record<string, string> {
    return {
      DATABASE_URL: this.ops.url("sekong"),
      SEKONG_COUNTRY: this.country,
      SEKONG_SECRET: secret,
      SEKONG_DATA: this.folder,
    };
  }

  /** `npm run node -- …`, in this process. */
  async command(...args: string[]): Promise<Said> {
    const environment = {
      ...this.environment,
      SEKONG_GATEWAY_URL: this.gateway.url("exchange"),
      SEKONG_GATEWAY_ADDRESS: new URL(this.gateway.url()).host,
      SEKONG_LINK_FILES: this.ops.keyFolder,
    };
    const lines: string[] = [];
    try {
      const code = await runNodeCommand(args, environment, (...more) => void lines.push(...more));
      return { code, text: lines.join("\n") };
    } catch (error) {
      return { code: 2, text: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Gives both servers the link's files as they are now, and has them read them. */
  async giveFiles(): Promise<void> {
    for (const name of ["node.crt", "node.key", "partner.crt"]) {
      const file = path.join(this.folder, "link", name);
      if (!existsSync(file)) continue;
      for (const cluster of [this.ops, this.gateway]) cluster.addKeyFile(name, readFileSync(file, "utf8"));
    }
    await this.gateway.admin("postgres", (admin) => admin.query("select pg_reload_conf()"));
  }

  /** Puts the lines that `init` printed first in the gateway's pg_hba.conf, and switches TLS on. */
  async closeGateway(printed: string): Promise<void> {
    const rules = printed.split("\n").filter((line) => /^ {2}(host|local)/.test(line));
    const file = path.join(this.gateway.dataFolder, "pg_hba.conf");
    copyFileSync(file, `${file}.before`);
    const lines = rules.map((line) => line.trim());
    this.gateway.addFile("pg_hba.conf", `${lines.join("\n")}\n${readFileSync(`${file}.before`, "utf8")}`);
    const settings = {
      ssl_cert_file: path.join(this.gateway.keyFolder, "node.crt"),
      ssl_key_file: path.join(this.gateway.keyFolder, "node.key"),
      ssl_ca_file: path.join(this.gateway.keyFolder, "partner.crt"),
      ssl_min_protocol_version: "TLSv1.3",
      ssl: "on",
    };
    await this.gateway.admin("postgres", async (admin) => {
      for (const [name, value] of Object.entries(settings))
        await admin.query(`alter system set ${name} = '${value}'`);
      await admin.query("select pg_reload_conf()");
    });
  }

  async stop(): Promise<void> {
    await this.ops.stop();
    await this.gateway.stop();
  }
}
