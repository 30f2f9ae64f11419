/** Two nodes for tests: four PostgreSQL clusters, TLS between the gateways, a server of each country. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SiteFile } from "@/domain/site";
import { type Country, countries } from "@/domain/vocabulary";
import { Nation, startLinked } from "@/scripts/two-nations/node";
import { freePort, startTestServer, type TestServer } from "@/tests/support/server";

const password = "sekong-test";
const secret = "two-nodes-on-four-clusters-00000";

/** PostgreSQL's programs for the clusters of each country: `SEKONG_TEST_POSTGRES` names one folder, or KH's and LA's. */
export function programsOf(country: Country): string | undefined {
  const [kh, la = kh] = (process.env.SEKONG_TEST_POSTGRES ?? "").split(path.delimiter);
  return (country === "KH" ? kh : la) || undefined;
}

export type TwoNodesOptions = {
  /** The nodes are a demonstration's and play the exercise, so many script minutes in a second. */
  exerciseSpeed?: number;
  /** What each country's site sets for itself. */
  site?: Partial<Record<Country, SiteFile>>;
};

/** The environment that names a site file written for it. */
function siteEnvironment(root: string, country: Country, site: SiteFile | undefined): Record<string, string> {
  if (!site) return {};
  const file = path.join(root, `${country.toLowerCase()}-site.json`);
  writeFileSync(file, JSON.stringify(site));
  return { SEKONG_SITE: file };
}

export async function nationIn(root: string, country: Country, demonstration = false): Promise<Nation> {
  const folder = path.join(root, country.toLowerCase());
  const ports = { ops: await freePort(), gateway: await freePort() };
  const programs = programsOf(country);
  return new Nation({
    ...{ country, folder, ports, password, secret, demonstration, fsync: false },
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
  static async start({ exerciseSpeed, site = {} }: TwoNodesOptions = {}): Promise<TwoNodes> {
    const root = mkdtempSync(path.join(tmpdir(), "sekong-two-nodes-"));
    chmodSync(root, 0o755);
    const plays = exerciseSpeed !== undefined;
    const nodes = { KH: await nationIn(root, "KH", plays), LA: await nationIn(root, "LA", plays) };
    await startLinked([nodes.KH, nodes.LA]);
    const exercise = plays ? { SEKONG_EXERCISE: "on" } : {};
    const start = (country: Country) =>
      startTestServer(
        {
          PORT: "0",
          ...exercise,
          ...nodes[country].environment,
          ...siteEnvironment(root, country, site[country]),
        },
        exerciseSpeed ? { exerciseSpeed } : {},
      );
    const [KH, LA] = await Promise.all([start("KH"), start("LA")]);
    return new TwoNodes(root, nodes, { KH, LA });
  }

  async stop(): Promise<void> {
    for (const country of countries) await this.servers[country].remove();
    for (const country of countries) await this.nodes[country].stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}
