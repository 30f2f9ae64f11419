/** Two nodes for tests: four PostgreSQL clusters, TLS between the gateways, a server of each country. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Country, countries } from "@/domain/vocabulary";
import { Nation, startLinked } from "@/scripts/two-nations/node";
import { freePort, startTestServer, type TestServer } from "@/tests/support/server";

const password = "sekong-test";
const secret = "two-nodes-on-four-clusters-00000";

/** PostgreSQL's programs for the clusters of each country: `SEKONG_TEST_POSTGRES` names one folder, or KH's and LA's. */
function programsOf(country: Country): string | undefined {
  const [kh, la = kh] = (process.env.SEKONG_TEST_POSTGRES ?? "").split(path.delimiter);
  return (country === "KH" ? kh : la) || undefined;
}

async function nationIn(root: string, country: Country): Promise<Nation> {
  const folder = path.join(root, country.toLowerCase());
  const ports = { ops: await freePort(), gateway: await freePort() };
  const programs = programsOf(country);
  return new Nation({
    ...{ country, folder, ports, password, secret, fsync: false },
    ...(programs ? { programs } : {}),
  });
}

export class TwoNodes {
  private constructor(
    readonly root: string,
    readonly nodes: Record<Country, Nation>,
    readonly servers: Record<Country, TestServer>,
  ) {}

  /** Sets both nodes up, links them, and starts a server of each. */
  static async start(): Promise<TwoNodes> {
    const root = mkdtempSync(path.join(tmpdir(), "sekong-two-nodes-"));
    chmodSync(root, 0o755);
    const nodes = { KH: await nationIn(root, "KH"), LA: await nationIn(root, "LA") };
    await startLinked([nodes.KH, nodes.LA]);
    const start = (country: Country) => startTestServer({ PORT: "0", ...nodes[country].environment });
    const [KH, LA] = await Promise.all([start("KH"), start("LA")]);
    return new TwoNodes(root, nodes, { KH, LA });
  }

  async stop(): Promise<void> {
    for (const country of countries) await this.servers[country].remove();
    for (const country of countries) await this.nodes[country].stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}
