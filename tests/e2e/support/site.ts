/** Starts the built server with its pages, in a process of its own, on a free port and with a new data folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A port that is free now, so that a restarted server can have the same one again. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** SEKONG_E2E_SERVER names a built bundle, to skip the build while writing tests. */
const program = process.env.SEKONG_E2E_SERVER ?? "scripts/start.mjs";

export class Site {
  #child: ChildProcess | undefined;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "sekong-e2e-"));

  private constructor(readonly port: number) {}

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** One process serves both countries. */
  readonly addressOf = (): string => this.url;

  /** SEKONG_DATA of this site. */
  get dataFolder(): string {
    return this.#folder;
  }

  static async open(): Promise<Site> {
    const site = new Site(await freePort());
    await site.start();
    return site;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(this.port),
        HOST: "127.0.0.1",
        SEKONG_DATA: this.#folder,
        SEKONG_EXERCISE: "off",
        SEKONG_COMMAND_RATE: "1000",
        DATABASE_URL: "",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const said: string[] = [];
    createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        said.push(line);
        if (line.startsWith("Sekong is ready")) resolve();
      });
      child.once("exit", (code) =>
        reject(new Error(`The server ended with ${code}:\n${said.slice(-20).join("\n")}`)),
      );
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGTERM");
    });
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
