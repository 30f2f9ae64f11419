/** Other processes of this machine: whether one runs, what it is, how to end it. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const pollMs = 50;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The command line of a process; undefined where this machine does not say. */
export function commandLineOf(pid: number): string | undefined {
  const file = `/proc/${pid}/cmdline`;
  try {
    if (existsSync(file)) return readFileSync(file, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" });
  } catch {
    return undefined;
  }
}

/** Ends a process with SIGINT, after `withinMs` with SIGKILL; resolves once it has ended. */
export async function endProcess(pid: number, withinMs: number): Promise<void> {
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, "SIGKILL");
    await pause(pollMs);
  }
}

/** The numbers of a process's children. */
export function childrenOf(pid: number): Promise<number[]> {
  return new Promise((resolve) => {
    const listing = spawn("ps", ["-o", "pid=", "--ppid", String(pid)]);
    let text = "";
    listing.stdout.on("data", (chunk) => {
      text += String(chunk);
    });
    listing.on("error", () => resolve([]));
    listing.on("close", () =>
      resolve(
        text
          .split("\n")
          .map(Number)
          .filter((one) => one > 0),
      ),
    );
  });
}
