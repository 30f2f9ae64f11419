/** A node's server as a process of its own, whose log is a file. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pollMs = 100;
const servesWithinMs = 60_000;
/** The server gives up its own shutdown before. */
const endsWithinMs = 10_000;

export class App {
  readonly #process: ChildProcess;
  readonly #logFile: string;
  readonly address: string;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;

  /**
   * Starts the built server, or what `program` names to Node. It ends with this process, however this one ends, since
   * the channel between them closes.
   */
  constructor(
    folder: string,
    port: number,
    environment: Readonly<Record<string, string>>,
    program: readonly string[] = ["dist/server.mjs"],
  ) {
    this.#logFile = path.join(folder, "server.log");
    this.address = `http://127.0.0.1:${port}`;
    const log = openSync(this.#logFile, "a", 0o600);
    this.#process = spawn(process.execPath, program, {
      cwd: root,
      // In a session of its own, so that Ctrl-C reaches only the process that ends it in order.
      detached: true,
      stdio: ["ignore", log, log, "ipc"],
      env: {
        ...process.env,
        ...{ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        ...{ HOST: "127.0.0.1", PORT: String(port), SEKONG_ORIGIN: "" },
        ...environment,
      },
    });
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.#process.once("exit", () => resolve());
      this.#process.once("error", () => resolve());
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Resolves once it serves. Throws with the end of its log when it ends or takes too long. */
  async serves(): Promise<void> {
    let hasEnded = false;
    void this.ended.then(() => {
      hasEnded = true;
    });
    const deadline = Date.now() + servesWithinMs;
    while (!(await this.#isHealthy())) {
      if (hasEnded || Date.now() > deadline)
        throw new Error(`The server of ${this.address} did not start:\n${this.#logEnd()}`);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }

  async #isHealthy(): Promise<boolean> {
    try {
      return (await fetch(`${this.address}/api/health`)).ok;
    } catch {
      return false;
    }
  }

  #logEnd(): string {
    return readFileSync(this.#logFile, "utf8").split("\n").slice(-12).join("\n");
  }

  async stop(): Promise<void> {
    this.#process.kill("SIGTERM");
    const kill = setTimeout(() => this.#process.kill("SIGKILL"), endsWithinMs);
    await this.ended;
    clearTimeout(kill);
  }

  /** Ends it as kill -9 does. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.ended;
  }
}
