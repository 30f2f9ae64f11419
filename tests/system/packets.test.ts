/** No packet is an exception: whatever a client sends, it is answered, or its own connection ends. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSubject, reportBody, TestScreen } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
let desk: TestScreen;
const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);

beforeAll(async () => {
  process.on("uncaughtException", note);
  server = await startTestServer();
  desk = await TestScreen.open(server.address, "kh.operator");
});
afterAll(async () => {
  process.off("uncaughtException", note);
  desk.close();
  await server.remove();
});

const unknown = { ok: false, error: { code: "invalid", path: "event" } };
const many = (count: number): string => Array(count).fill(1).join();
const deep = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
let lastId = 1_000;

/** Sends a packet as text, since the client's own code would not survive it; resolves to its acknowledgement. */
function ask(name: string, args: string): Promise<unknown> {
  lastId += 1;
  const head = `43${lastId}`;
  const { engine } = desk.socket.io;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer to ${name}`)), 10_000);
    const hear = ({ data }: { data?: unknown }) => {
      if (typeof data !== "string" || !data.startsWith(`${head.slice(1)}[`)) return;
      clearTimeout(timer);
      engine.off("packet", hear);
      const [answer]: unknown[] = JSON.parse(data.slice(head.length - 1));
      resolve(answer);
    };
    engine.on("packet", hear);
    engine.write(`2${lastId}["${name}",${args}]`);
  });
}

describe("a packet", () => {
  it.each([
    ["with fifty thousand arguments", many(50_001)],
    ["with a hundred thousand", many(100_000)],
    ["with more than a client would add", many(9)],
    ["nested a thousand deep", deep(1_000)],
    ["nested a hundred thousand deep", deep(100_000)],
  ])("%s is answered as unknown, by any name", async (_, args) => {
    for (const name of ["command", "history", "no-such-event"]) {
      expect(await ask(name, args)).toMatchObject(unknown);
    }
  });

  it("of bytes is answered with its code, and the connection goes on", async () => {
    const answer = await desk.send("command", Buffer.alloc(100));
    expect(answer).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect((await desk.command("incident.report", newSubject("KH"), reportBody())).ok).toBe(true);
  });

  it("with a few more arguments than the protocol knows is understood", async () => {
    const command = {
      id: crypto.randomUUID(),
      type: "incident.report",
      subject: newSubject("KH"),
      body: reportBody(),
    };
    expect(await ask("command", `${JSON.stringify(command)},"later","versions"`)).toMatchObject({ ok: true });
  });

  it("has thrown nothing", async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(uncaught).toEqual([]);
  });
});
