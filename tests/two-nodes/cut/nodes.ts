/** Two full nodes whose parts are processes of their own, so that each can be killed, and the line between them. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Country, countries } from "@/domain/vocabulary";
import { App } from "@/scripts/two-nations/app";
import { Line } from "@/scripts/two-nations/line";
import { Nation, startLinked } from "@/scripts/two-nations/node";
import { freePort } from "@/tests/support/server";

const serveFile = fileURLToPath(new URL("serve.ts", import.meta.url));
/** The unit of processor time in /proc. */
const clockTickMs = 10;
const startAgainAfterMs = 500;
const servesWithinMs = 60_000;
const password = "sekong-test";
const secret = "two-nodes-with-a-line-to-cut-000";

export const parts = ["ops", "gateway", "app"] as const;
export type Part = (typeof parts)[number];

/** One country's node, whose three parts can be killed and started again. */
export class CutNode {
  #app: App | undefined;
  #isStopping = false;
  readonly #restarting = new Map<Part, Promise<void>>();

  constructor(
    readonly nation: Nation,
    readonly port: number,
    /** How far the clock of its server is off. */
    private readonly clockOffsetMs: number,
  ) {}

  get country(): Country {
    return this.nation.country;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  startApp(): void {
    const program = ["--import", "tsx", serveFile, String(this.clockOffsetMs)];
    const environment = {
      SEKONG_EXERCISE: "off",
      SEKONG_COMMAND_RATE: "10000",
      SEKONG_LOG: "warn",
      NODE_ENV: "test",
    };
    const app = new App(
      this.nation.folder,
      this.port,
      { ...environment, ...this.nation.environment },
      program,
    );
    this.#app = app;
    void app.ended.then(() => this.#startAgain(app));
  }

  /** As a service manager does: a server that finds no database when it starts ends, and is started again. */
  async #startAgain(ended: App): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, startAgainAfterMs));
    if (this.#app === ended && !this.#isStopping && !this.#restarting.has("app")) this.startApp();
  }

  /** Processor time that its server has used, in milliseconds. */
  get cpuMs(): number {
    const fields = readFileSync(`/proc/${this.#app?.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * clockTickMs;
  }

  async serves(): Promise<void> {
    const deadline = Date.now() + servesWithinMs;
    for (;;) {
      try {
        return await this.#app?.serves();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, startAgainAfterMs));
      }
    }
  }

  /** Kills a part as a power cut does, and starts it again after a while. Resolves once it is dead. */
  async kill(part: Part, downMs: number): Promise<void> {
    if (this.#restarting.has(part)) return;
    const one = part === "app" ? this.#app : this.nation[part];
    await one?.kill();
    const restart = async () => {
      await new Promise((resolve) => setTimeout(resolve, downMs));
      if (part === "app") this.startApp();
      else await this.nation[part].start();
      this.#restarting.delete(part);
    };
    this.#restarting.set(part, restart());
  }

  /** Resolves once everything that was killed runs again and the server answers. */
  async isWhole(): Promise<void> {
    while (this.#restarting.size > 0) await Promise.all(this.#restarting.values());
    await this.serves();
  }

  query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.nation.ops.admin("ops", async (admin) => (await admin.query<Row>(text, values)).rows);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#app?.stop();
    await this.nation.stop();
  }
}

async function makeNode(root: string, country: Country, clockOffsetMs: number) {
  const folder = path.join(root, country.toLowerCase());
  const ports = { ops: await freePort(), gateway: await freePort() };
  const relay = await freePort();
  const options = { country, folder, ports, password, secret, fsync: false };
  const nation = new Nation({ ...options, gatewayAddress: `127.0.0.1:${relay}` });
  const node = new CutNode(nation, await freePort(), clockOffsetMs);
  return { node, relay: { from: relay, to: ports.gateway } };
}

export class CutNodes {
  private constructor(
    readonly root: string,
    readonly nodes: Record<Country, CutNode>,
    readonly line: Line,
  ) {}

  /** Sets both nodes up, links them through the line, and starts their servers. `clockOffsetMs` is the Lao server's. */
  static async start(clockOffsetMs = 0): Promise<CutNodes> {
    const root = mkdtempSync(path.join(tmpdir(), "sekong-cut-"));
    chmodSync(root, 0o755);
    const kh = await makeNode(root, "KH", 0);
    const la = await makeNode(root, "LA", clockOffsetMs);
    const line = new Line([kh.relay, la.relay]);
    await line.open();
    const all = new CutNodes(root, { KH: kh.node, LA: la.node }, line);
    try {
      await startLinked([kh.node.nation, la.node.nation]);
      for (const country of countries) all.nodes[country].startApp();
      await all.areWhole();
    } catch (error) {
      await all.stop();
      throw error;
    }
    return all;
  }

  async areWhole(): Promise<void> {
    await Promise.all(countries.map((country) => this.nodes[country].isWhole()));
  }

  /** Ends every process; the folders stay. */
  async stop(): Promise<void> {
    await Promise.all(countries.map((country) => this.nodes[country].stop()));
    await this.line.close();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
