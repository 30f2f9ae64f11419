/** Starts and ends the processes of a run: servers and load. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Call, LoadCalls, Reply, Request } from "./protocol";

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export type ServerProcess = {
  address: string;
  /** Milliseconds of processor time used so far, which other work on the machine does not distort. */
  cpuMs: () => Promise<number>;
  stop: () => Promise<void>;
};

/** Starts a server, which prints its address as its first line, and its processor time on SIGUSR2. Rejects with its output when it ends. */
export async function startServerProcess(
  name: string,
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", fileOf(name)], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // No server may outlive this process.
  process.once("exit", () => child.kill("SIGKILL"));
  const output: string[] = [];
  child.stderr.on("data", (part) => output.push(String(part)));
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, "line"), ended.then(() => null)]);
  if (!first) throw new Error(`${name} ended: ${output.join("")}`);
  const cpuMs = async () => {
    const printed = once(lines, "line");
    child.kill("SIGUSR2");
    return Number((await printed)[0]);
  };
  return { address: String(first[0]), cpuMs, stop: () => end(child, ended) };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill("SIGTERM");
  await ended;
}

/** Calls the functions of a load process. */
export class Load {
  readonly #child = fork(fileOf("load.ts"), { execArgv: ["--import", "tsx"], serialization: "advanced" });
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #calls = 0;

  constructor() {
    this.#child.on("message", (reply: Reply) => {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
  }

  async ask<Name extends keyof LoadCalls>(
    name: Name,
    ...[input]: Parameters<LoadCalls[Name]>
  ): Promise<ReturnType<LoadCalls[Name]>> {
    const id = ++this.#calls;
    const replied = new Promise<Reply>((resolve) => void this.#waiting.set(id, resolve));
    // The pairing of name and input is what the signature has just checked; the compiler cannot follow it.
    const request: Request = { id, call: { name, input } as Call };
    this.#child.send(request);
    const { result, error } = await replied;
    if (error) throw new Error(error);
    return result as ReturnType<LoadCalls[Name]>;
  }

  end(): void {
    this.#child.disconnect();
  }
}
