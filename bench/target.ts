/** Starts a Sekong to measure, with accounts and released incidents. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAccount } from "@/db/accounts/accounts";
import { connect as openDatabase } from "@/db/connect";
import { demoPassword } from "@/db/seed/accounts";
import type { CommandAnswer } from "@/domain/protocol/down";
import { startPostgres } from "@/tests/support/postgres";
import { type ServerProcess, startServerProcess } from "./processes";
import type { Work } from "./protocol";
import { connected, dial } from "./watchers";

export type Kind = "PGlite" | "PostgreSQL";
export type Storage = { databaseUrl?: string; dataDir: string; remove: () => Promise<void> };
export type Target = ServerProcess & { cookies: { desk: string; wall: string } };

const roles = { officer: "officer", operator: "operator", commander: "commander", wall: "display" } as const;
export const secret = "only for this benchmark, which ends in minutes";

/** Creates an empty database; `remove` deletes it. */
export async function makeStorage(kind: Kind): Promise<Storage> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sekong-bench-"));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (kind === "PGlite") return { dataDir, remove: async () => removeFolder() };
  const postgres = await startPostgres();
  const remove = async () => {
    await postgres.stop();
    removeFolder();
  };
  return { databaseUrl: postgres.url, dataDir, remove };
}

export async function startSekong({ databaseUrl, dataDir }: Storage): Promise<Target> {
  if (databaseUrl) await makeAccounts(databaseUrl, dataDir);
  const node = { DATABASE_URL: databaseUrl ?? "", SEKONG_COUNTRY: "KH", SEKONG_SECRET: secret };
  const server = await startServerProcess("sekong-server.ts", {
    PORT: "0",
    HOST: "127.0.0.1",
    SEKONG_DATA: dataDir,
    SEKONG_EXERCISE: "off",
    SEKONG_COMMAND_RATE: "100000",
    SEKONG_LOG: "error",
    ...(databaseUrl ? node : {}),
  });
  const [desk, wall] = await Promise.all([
    signIn(server.address, "kh.operator"),
    signIn(server.address, "kh.wall"),
  ]);
  return { ...server, cookies: { desk, wall } };
}

async function makeAccounts(databaseUrl: string, dataDir: string): Promise<void> {
  const connection = await openDatabase({ databaseUrl, dataDir });
  for (const [name, role] of Object.entries(roles)) {
    const account = {
      username: `kh.${name}`,
      role,
      country: "KH" as const,
      desk: `KH-${name.toUpperCase()}`,
    };
    await createAccount(connection.db, secret, account, demoPassword);
  }
  await connection.close();
}

export async function signIn(address: string, username: string): Promise<string> {
  const response = await fetch(`${address}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`${username} cannot sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}

/** A first report as a watch desk sends it, of about the size of those in the exercise. */
export const reports: Work = {
  type: "incident.report",
  subjects: "new",
  bodies: [
    {
      kind: "drug-seizure",
      impact: "high",
      place: { lng: 106.003, lat: 13.896, accuracyM: 200 },
      occurredAt: "2026-03-02T02:10:00Z",
      direction: "LA-KH",
      transport: "road",
      detection: "crossing-check",
      drugs: [{ substance: "methamphetamine", quantity: 93.973, unit: "kg", packaging: "167 packages" }],
      vehicles: [{ kind: "pickup", colour: "white", count: 1 }],
      response: [{ action: "stop-and-check", state: "done" }],
    },
  ],
};

/** Small joint events on incidents that both countries see. */
export const assessments = (subjects: readonly string[]): Work => ({
  type: "incident.assess",
  subjects,
  bodies: [{ grading: { source: "B", info: "2" } }, { grading: { source: "A", info: "1" } }],
});

/** Reports incidents, requests their release and approves it, each by an account that may. */
export async function releaseIncidents(
  { address }: Pick<Target, "address">,
  count: number,
): Promise<string[]> {
  const subjects = Array.from({ length: count }, () => `KH-${randomUUID()}`);
  const [report] = reports.bodies;
  const each = (body: unknown) => (subject: string) => ({ subject, body });
  await runAs(address, "kh.officer", "incident.report", subjects, each(report));
  await runAs(address, "kh.operator", "release.request", subjects, each({}));
  await runAs(address, "kh.commander", "release.approve", subjects, each({}));
  return subjects;
}

/** Sends one command per item as one account. Throws when one is refused. */
export async function runAs<Item>(
  address: string,
  username: string,
  type: string,
  items: readonly Item[],
  commandOf: (item: Item, index: number) => { subject: string; body: unknown },
): Promise<void> {
  const socket = dial({ address, cookie: await signIn(address, username), screen: "command" });
  await connected(socket);
  const answers: CommandAnswer[] = await Promise.all(
    items.map((item, index) =>
      socket.emitWithAck("command", { id: randomUUID(), type, ...commandOf(item, index) }),
    ),
  );
  socket.disconnect();
  const refused = answers.find((answer) => !answer.ok);
  if (refused) throw new Error(`${type}: ${JSON.stringify(refused)}`);
}
