import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "@/db/accounts/accounts";
import { connect } from "@/db/connect";
import { createLog } from "@/db/log/log";
import { streams } from "@/domain/envelope";
import { isIncident } from "@/domain/incident/schema";
import { type Evolve, evolve } from "@/domain/picture";
import type { CommandAnswer } from "@/domain/protocol/down";
import { verifyLink } from "@/server/feed/chain";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startPostgres, type TestPostgres } from "@/tests/support/postgres";
import {
  type ServerProcess,
  spawnServer,
  startTestServer,
  type TestServer,
  temporaryFolder,
} from "@/tests/support/server";

const secret = "two-processes-on-one-database-00";
const password = "a password of the test";
const users = [
  { username: "op", role: "operator", desk: "KH-JOC-2" },
  { username: "first", role: "commander", desk: "KH-JOC-1" },
  { username: "second", role: "commander", desk: "KH-JOC-3" },
  { username: "shown", role: "display", desk: "KH-WALL-1" },
] as const;
const crewUnit = "KH-00000000-0000-4000-8000-00000000c2e3";
const crewAccount = { username: "crew", role: "officer", desk: "KH-POL-STR", unitId: crewUnit } as const;

let postgres: TestPostgres;

async function nodeDatabase(): Promise<string> {
  const databaseUrl = await postgres.createDatabase();
  const connection = await connect({ databaseUrl, dataDir: "unused" });
  for (const user of [...users, crewAccount])
    await createAccount(connection.db, secret, { ...user, country: "KH" }, password);
  await connection.close();
  return databaseUrl;
}

const environmentOf = (databaseUrl: string, folder: string) => ({
  PORT: "0",
  DATABASE_URL: databaseUrl,
  SEKONG_COUNTRY: "KH",
  SEKONG_SECRET: secret,
  SEKONG_DATA: folder,
});

async function open(address: string, username: string, options: Parameters<typeof TestScreen.open>[2] = {}) {
  const { cookie } = await signIn(address, username, password);
  return TestScreen.open(address, username, { ...options, cookie });
}

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe("two processes on one PostgreSQL", () => {
  it("C1 let one of two exclusive commands succeed, show all screens the same, and write one unbroken log", async () => {
    const { folder, remove } = temporaryFolder();
    const databaseUrl = await nodeDatabase();
    const environment = environmentOf(databaseUrl, folder);
    const processes: ServerProcess[] = await Promise.all([
      spawnServer(environment),
      spawnServer(environment),
    ]);
    const [one, two] = processes;
    if (!one || !two) throw new Error("two processes");
    const operator = await open(one.address, "op");
    const first = await open(one.address, "first");
    const second = await open(two.address, "second");
    const wall = await open(two.address, "shown", { screen: "wall" });
    const screens = [operator, first, second, wall];
    const subjects = Array.from({ length: 25 }, () => newSubject("KH"));
    for (const subject of subjects) {
      await operator.must("incident.report", subject, reportBody());
      await operator.must("release.request", subject);
    }
    const contests = await Promise.all(
      subjects.map((subject) =>
        Promise.all([
          first.command("release.approve", subject),
          second.command("release.refuse", subject, { reason: "not yet" }),
        ]),
      ),
    );
    for (const answers of contests) expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await until(() => screens.every((screen) => screen.same), "all screens of both processes are the same");
    expect(second.fold.mark).toEqual(first.fold.mark);
    expect(screens.flatMap(({ faults }) => faults)).toEqual([]);
    const count = () => first.presence.reduce((sum, row) => sum + row.count, 0);
    await until(() => count() === screens.length, "each process knows of the other's screens");
    expect(first.heads?.partner.state).toBe("down");
    for (const screen of screens) screen.close();
    expect(await Promise.all(processes.map((process) => process.terminate()))).toEqual([0, 0]);
    await verifyChains(databaseUrl);
    remove();
  }, 240_000);

  it("C2 a command sent again to another process gets the same answer", async () => {
    const { folder, remove } = temporaryFolder();
    const environment = environmentOf(await nodeDatabase(), folder);
    const [one, two] = [await startTestServer(environment), await startTestServer(environment)];
    const { cookie } = await signIn(one.address, "op", password);
    const screens = [
      await TestScreen.open(one.address, "op", { cookie }),
      await TestScreen.open(two.address, "op", { cookie }),
    ] as const;
    const [subject, id, body] = [newSubject("KH"), "0b7f6f7e-3c11-4a55-9d7b-2a2f8f6a9c01", reportBody()];
    const answers: CommandAnswer[] = await Promise.all(
      [0, 1, 0, 1, 0].map((at) => screens[at === 0 ? 0 : 1].command("incident.report", subject, body, id)),
    );
    for (const answer of answers)
      expect(answer).toEqual({ ok: true, events: [{ stream: "KH.national", seq: 1 }] });
    await fetch(`${one.address}/api/auth/sign-out`, { method: "POST", headers: { cookie } });
    await until(
      () => screens.every(({ ended }) => ended === "unauthenticated"),
      "both processes end the session",
    );
    for (const screen of screens) screen.close();
    await Promise.all([one.remove(), two.remove()]);
    remove();
  });

  it("R10 judge a watched area both and tell every desk once, whichever process it is on", async () => {
    const { folder, remove } = temporaryFolder();
    const environment = environmentOf(await nodeDatabase(), folder);
    const [one, two] = [await startTestServer(environment), await startTestServer(environment)];
    const commander = await open(one.address, "first");
    await commander.must("unit.register", crewUnit, { callsign: "STR-21", kind: "patrol" });
    const corner = [106, 14];
    const ring = [corner, [106.2, 14], [106.2, 14.2], [106, 14.2], corner];
    const geometry = { type: "Polygon", coordinates: [ring] };
    const area = { shape: "area", geometry, label: "Closed forest", fence: ["enter"] };
    await commander.must("drawing.put", newSubject("KH"), area);
    const other = await open(two.address, "op");
    const crew = await open(one.address, "crew", { screen: "field" });
    await until(() => other.fold.picture.drawings.size === 1, "both processes know the area");
    for (const [second, lng] of [105.9, 106.1, 106.1].entries()) {
      const at = Date.now() - 60_000 + second * 1_000;
      const fix = { unitId: crewUnit, lng, lat: 14.1, at: new Date(at).toISOString() };
      crew.socket.emit("position", fix);
      await until(() => other.positions.some((position) => position[3] === at), "the other process has it");
    }
    const told = (screen: TestScreen) => screen.fences?.map(({ id, warning }) => [id, warning]);
    await until(() => told(commander)?.length === 1 && told(other)?.length === 1, "both desks are told");
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(told(other)).toEqual(told(commander));
    expect(told(other)).toEqual([[expect.any(String), "enter"]]);
    const ids = other.fences?.map(({ id }) => id);
    expect(await other.send("fences-seen", { ids })).toEqual({ ok: true });
    await until(() => told(commander)?.length === 0, "the other process's desk is told no more");
    for (const screen of [commander, other, crew]) screen.close();
    await Promise.all([one.remove(), two.remove()]);
    remove();
  });

  it("R8 survive the loss of every database connection, with each command counted once", async () => {
    const { folder, remove } = temporaryFolder();
    const databaseUrl = await nodeDatabase();
    const server = await startTestServer(environmentOf(databaseUrl, folder));
    const operator = await open(server.address, "op");
    const wall = await open(server.address, "shown", { screen: "wall" });
    const saboteur = await connect({ databaseUrl, dataDir: "unused", migrate: false });
    const acknowledged: string[] = [];
    let stop = false;
    const worker = async () => {
      while (!stop) {
        const [subject, id, body] = [newSubject("KH"), randomUUID(), reportBody()];
        for (;;) {
          const answer = await operator.command("incident.report", subject, body, id);
          if (answer.ok) break;
          expect(answer.error.code).toBe("unavailable");
        }
        acknowledged.push(subject);
      }
    };
    const workers = Promise.all([worker(), worker(), worker()]);
    for (const enough of [15, 30, 45]) {
      await until(() => acknowledged.length >= enough, `${enough} acknowledged commands`, 30_000);
      await saboteur.db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }
    await until(() => acknowledged.length >= 60, "commands after the last cut", 30_000);
    stop = true;
    await workers;
    await until(() => operator.same && wall.same, "all screens are the same");
    for (const subject of acknowledged) expect(operator.fold.picture.incidents.has(subject)).toBe(true);
    const reported = operator.events.filter(({ type }) => type === "incident.reported");
    expect(new Set(reported.map(({ subject }) => subject)).size).toBe(reported.length);
    expect([...operator.faults, ...wall.faults]).toEqual([]);
    const last = newSubject("KH");
    await operator.must("incident.report", last, reportBody());
    await until(() => wall.fold.picture.incidents.has(last), "the wake-up works again");
    for (const screen of [operator, wall]) screen.close();
    await saboteur.close();
    await server.remove();
    remove();
  });

  it("detect a wrong fold in one of them, which repairs itself while its screens do not say same", async () => {
    const { folder, remove } = temporaryFolder();
    const environment = environmentOf(await nodeDatabase(), folder);
    let isOn = true;
    const wrong: TestServer = await startTestServer(environment, { evolveWith: losingImpact(() => isOn) });
    const sound: TestServer = await startTestServer(environment);
    const wall = await open(wrong.address, "shown", { screen: "wall" });
    const operator = await open(sound.address, "op");
    const commander = await open(sound.address, "first");
    const subject = newSubject("KH");
    await operator.must("incident.report", subject, reportBody());
    await operator.must("release.request", subject);
    await commander.must("release.approve", subject);
    const released = () => wall.fold.picture.incidents.get(subject)?.sharing === "released";
    await until(released, "the wall shows what the wrong fold makes of the release");
    isOn = false;
    await until(() => wall.differed > 0, "the wall says that it is not the same");
    await until(() => wall.same && operator.same && commander.same, "all are the same again");
    const shown = wall.fold.picture.incidents.get(subject);
    expect(isIncident(shown) && shown.impact).toBe("high");
    for (const screen of [wall, operator, commander]) screen.close();
    await Promise.all([wrong.remove(), sound.remove()]);
    remove();
  });
});

function losingImpact(isOn: () => boolean): Evolve {
  return (picture, event) => {
    const change = evolve(picture, event);
    if (!isOn() || change.collection !== "incidents" || event.type !== "incident.released") return change;
    const { after } = change;
    return isIncident(after) ? { ...change, after: { ...after, impact: "low" } } : change;
  };
}

async function verifyChains(databaseUrl: string): Promise<void> {
  const connection = await connect({ databaseUrl, dataDir: "unused" });
  try {
    const heads = new Map<string, { hash: string }>();
    for (const event of await createLog(connection).readAfter({}, streams)) {
      verifyLink(heads.get(event.stream), event);
      heads.set(event.stream, event);
    }
    expect(heads.has("KH.national")).toBe(true);
  } finally {
    await connection.close();
  }
}
