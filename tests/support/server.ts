/** Starts servers for tests: in this process, or in a separate one that can be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Overrides } from "@/server/base";
import { type Environment, readConfig } from "@/server/config";
import { createLogger } from "@/server/log/logger";
import { type RunningServer, startServer } from "@/server/server";

const root = fileURLToPath(new URL("../..", import.meta.url));

export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "sekong-system-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export type TestServer = RunningServer & { logs: Record<string, unknown>[]; remove: () => Promise<void> };

/** Starts a demo server without pages and exercise, on a free port; `environment` overrides the defaults. */
export async function startTestServer(
  environment: Environment = {},
  overrides: Overrides = {},
): Promise<TestServer> {
  const { folder, remove } = temporaryFolder();
  const logs: Record<string, unknown>[] = [];
  const logger = createLogger({ write: (line: string) => void logs.push(JSON.parse(line)) }, "debug");
  const config = readConfig({
    PORT: "0",
    SEKONG_DATA: folder,
    SEKONG_EXERCISE: "off",
    SEKONG_COMMAND_RATE: "10000",
    ...environment,
  });
  const server = await startServer({ config, logger, overrides, pages: false });
  return {
    ...server,
    logs,
    remove: async () => {
      await server.stop();
      remove();
    },
  };
}

export type ServerProcess = {
  pid: number;
  address: string;
  port: number;
  /** Kills it without any cleanup. */
  kill: () => Promise<void>;
  /** Stops it cleanly; resolves to its exit code. */
  terminate: () => Promise<number | null>;
};

/** Starts a server without pages in a process of its own; `next` runs the next version (`tests/support/next-version/`). */
export async function spawnServer(
  environment: Environment,
  { next = false }: { next?: boolean } = {},
): Promise<ServerProcess> {
  const hooks = ["tsx", ...(next ? [path.join(root, "tests/support/next-version/register.mjs")] : [])];
  const imports = hooks.flatMap((hook) => ["--import", hook]);
  const child = spawn(process.execPath, [...imports, path.join(root, "tests/support/serve.ts")], {
    cwd: root,
    env: { ...process.env, SEKONG_EXERCISE: "off", SEKONG_COMMAND_RATE: "10000", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const errors: string[] = [];
  child.stderr.on("data", (part) => errors.push(String(part)));
  const exited = new Promise<number | null>((resolve) => void child.once("exit", resolve));
  const address = await firstAddress(child, exited, errors);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return {
    pid: child.pid ?? 0,
    address,
    port: Number(new URL(address).port),
    kill: async () => void (await end("SIGKILL")),
    terminate: () => end("SIGTERM"),
  };
}

async function firstAddress(
  child: ChildProcess,
  exited: Promise<number | null>,
  errors: readonly string[],
): Promise<string> {
  if (!child.stdout) throw new Error("no standard output");
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    new Promise<string>((resolve) => void lines.once("line", resolve)),
    exited.then((code) => {
      throw new Error(`the server ended with ${code}\n${errors.join("")}`);
    }),
  ]);
  const { address }: { address: string } = JSON.parse(line);
  return address;
}

/** A port that is free now, below those used for outgoing connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
