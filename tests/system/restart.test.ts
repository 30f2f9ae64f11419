import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { createLog } from "@/db/log/log";
import { streams } from "@/domain/envelope";
import type { CommandAnswer } from "@/domain/protocol/down";
import { verifyLink } from "@/server/feed/chain";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { freePort, type ServerProcess, spawnServer, temporaryFolder } from "@/tests/support/server";

const { folder, remove } = temporaryFolder();
let running: ServerProcess | undefined;

afterAll(async () => {
  await running?.kill();
  remove();
});

/** Sends a command with the same id until it is answered, as a screen does. */
async function insist(screen: TestScreen, subject: string, id: string): Promise<CommandAnswer> {
  const body = reportBody({ occurredAt: "2026-11-01T00:00:00.000Z" });
  for (;;) {
    try {
      const answer = await screen.command("incident.report", subject, body, id);
      if (answer.ok || answer.error.code !== "unavailable") return answer;
    } catch {
      // The connection was lost before the answer; the same id is sent again.
    }
  }
}

describe("a server that is killed under load", () => {
  it("R8 keeps every acknowledged command once, and screens resume from their vector without missing one", async () => {
    const port = await freePort();
    const environment = { PORT: String(port), SEKONG_DATA: folder };
    running = await spawnServer(environment);
    const operator = await TestScreen.open(running.address, "kh.operator");
    const wall = await TestScreen.open(running.address, "kh.wall", { screen: "wall" });
    const screens = [operator, wall];
    const acknowledged: string[] = [];
    let stop = false;
    const worker = async () => {
      while (!stop) {
        const subject = newSubject("KH");
        const answer = await insist(operator, subject, randomUUID());
        expect(answer.ok).toBe(true);
        acknowledged.push(subject);
      }
    };
    const workers = Promise.all(Array.from({ length: 6 }, worker));
    for (const enough of [40, 90]) {
      await until(() => acknowledged.length >= enough, `${enough} acknowledged commands`, 60_000);
      await running.kill();
      running = await spawnServer(environment);
    }
    await until(() => acknowledged.length >= 140, "140 acknowledged commands", 60_000);
    stop = true;
    await workers;
    await until(() => screens.every((screen) => screen.same), "all screens are the same");
    for (const screen of screens) {
      expect(screen.connections).toBe(3);
      expect(screen.pictures.map(({ mode }) => mode)).toEqual(["snapshot", "resume", "resume"]);
      expect(screen.faults).toEqual([]);
    }
    for (const subject of acknowledged) expect(operator.fold.picture.incidents.has(subject)).toBe(true);
    expect(await running.terminate()).toBe(0);
    for (const screen of screens) {
      expect(screen.ended).toBe("restarting");
      screen.close();
    }
    await checkLog(acknowledged);
  }, 240_000);
});

async function checkLog(acknowledged: readonly string[]): Promise<void> {
  const connection = await connect({ dataDir: folder });
  try {
    const events = await createLog(connection).readAfter({}, streams);
    const heads = new Map<string, { hash: string }>();
    for (const event of events) {
      verifyLink(heads.get(event.stream), event);
      heads.set(event.stream, event);
    }
    const reported = events.filter(({ type }) => type === "incident.reported").map(({ subject }) => subject);
    expect(new Set(reported).size).toBe(reported.length);
    for (const subject of acknowledged) expect(reported).toContain(subject);
  } finally {
    await connection.close();
  }
}
