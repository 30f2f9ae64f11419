/** Starts the demonstration of two nations, without its exercise, in a process of its own and with a new data folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Country } from "@/domain/vocabulary";
import type { LineState } from "@/scripts/two-nations/line";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const places: Record<Country | "line", number> = { KH: 0, LA: 1, line: 2 };
/** Below those the system takes for outgoing connections. */
const [lowestPort, highestPort] = [21_000, 32_000];

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** The first of three ports in a row that are free now. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = lowestPort + Math.floor(Math.random() * (highestPort - lowestPort));
    const free = await Promise.all(Object.values(places).map((offset) => isFree(port + offset)));
    if (free.every(Boolean)) return port;
  }
}

export class TwoNations {
  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  /** Resolves once both nodes serve and the link is live. */
  static async open(): Promise<TwoNations> {
    const port = await freePorts();
    const folder = mkdtempSync(path.join(tmpdir(), "sekong-e2e-nations-"));
    chmodSync(folder, 0o755);
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/two-nations/index.ts"], {
      cwd: root,
      env: {
        ...process.env,
        ...{ PORT: String(port), SEKONG_DATA: folder, SEKONG_EXERCISE: "off", SEKONG_COMMAND_RATE: "1000" },
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        said.push(line);
        if (line.startsWith("Sekong is ready")) resolve();
      });
      child.once("exit", (code) =>
        reject(new Error(`The demonstration ended with ${code}:\n${said.slice(-20).join("\n")}`)),
      );
    });
    return new TwoNations(port, folder, child);
  }

  readonly addressOf = (place: Country | "line"): string => `http://127.0.0.1:${this.port + places[place]}`;

  async setLine(state: LineState): Promise<void> {
    const answer = await fetch(`${this.addressOf("line")}/line`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state }),
    });
    if (!answer.ok) throw new Error(`the line does not become ${state}: ${await answer.text()}`);
  }

  async close(): Promise<void> {
    if (this.child.exitCode === null)
      await new Promise((resolve) => {
        this.child.once("exit", resolve);
        this.child.kill("SIGTERM");
      });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
