/** One node with several servers behind a balancer: processes of their own, or, as they start sooner, in this one. */
import type { Country } from "@/domain/vocabulary";
import type { Nation } from "@/scripts/two-nations/node";
import { freePort, spawnServer, startTestServer } from "@/tests/support/server";
import { Balancer } from "./balancer";

const writers = `select substring(application_name from '[0-9]+$')::int as pid from pg_stat_activity
  join pg_locks using (pid) where locktype = 'advisory' and granted and application_name like 'sekong-gateway %'`;

/** How a server of a fleet runs: this version in this process or in its own, or the next version in its own. */
export type Kind = "here" | "apart" | "next";
export type Member = {
  pid: number;
  port: number;
  terminate: () => Promise<unknown>;
  kill: () => Promise<unknown>;
};

export class Fleet {
  members: Member[] = [];

  private constructor(
    readonly nation: Nation,
    readonly balancer: Balancer,
  ) {}

  static async open(nation: Nation): Promise<Fleet> {
    const fleet = new Fleet(nation, new Balancer(await freePort()));
    await fleet.balancer.open();
    return fleet;
  }

  get country(): Country {
    return this.nation.country;
  }

  /** Starts one more server and gives it its share of new connections. */
  async add(kind: Kind): Promise<Member> {
    const member = await this.#start(kind);
    this.members.push(member);
    this.balancer.add(member.port);
    return member;
  }

  async #start(kind: Kind): Promise<Member> {
    const environment = { PORT: "0", ...this.nation.environment };
    if (kind !== "here") return spawnServer(environment, { next: kind === "next" });
    const server = await startTestServer(environment);
    const port = Number(new URL(server.address).port);
    return { pid: process.pid, port, terminate: server.remove, kill: server.remove };
  }

  /** Takes a server out of the balancer and ends it, in order or as a power cut does. */
  async end(member: Member, how: "terminate" | "kill"): Promise<void> {
    if (how === "terminate") this.balancer.take(member.port);
    await member[how]();
    if (how === "kill") this.balancer.take(member.port);
    this.members = this.members.filter((other) => other !== member);
  }

  /** The processes that hold the right to write into the gateway. */
  async leaders(): Promise<number[]> {
    const rows = await this.nation.gateway.admin(
      "exchange",
      async (admin) => (await admin.query<{ pid: number }>(writers)).rows,
    );
    return rows.map(({ pid }) => pid);
  }

  async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.nation.ops.admin("ops", async (admin) => (await admin.query(text, values)).rows);
  }

  async stop(): Promise<void> {
    this.balancer.close();
    await Promise.all(this.members.map((member) => member.kill()));
  }
}
