import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsOf, siteSchema } from "@/domain/site";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer, temporaryFolder } from "@/tests/support/server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const token = "a-token-of-the-test-0000";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SEKONG_METRICS_TOKEN: token });
});
afterAll(() => server.remove());

/** Runs the entry point until it ends; resolves to its exit code and the lines on standard error. */
async function bootAndEnd(
  environment: Record<string, string>,
): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "server/index.ts")], {
    cwd: root,
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr.on("data", (part) => {
    text += String(part);
  });
  const code = await new Promise<number | null>((resolve) => void child.once("exit", resolve));
  return { code, lines: text.trim().split("\n") };
}

describe("a failed start", () => {
  it("prints one sentence per problem and ends", async () => {
    const { code, lines } = await bootAndEnd({ PORT: "seventy", SEKONG_COMMAND_RATE: "-1", HOST: "0.0.0.0" });
    expect(code).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines.join(" ")).toMatch(/PORT .* SEKONG_COMMAND_RATE .* HOST /);
  });

  it("prints one sentence and ends when another process has the data folder open", async () => {
    const { folder, remove } = temporaryFolder();
    const holder = await startTestServer({ SEKONG_DATA: folder });
    const { code, lines } = await bootAndEnd({ PORT: "0", SEKONG_DATA: folder });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(folder)]);
    const screen = await TestScreen.open(holder.address, "kh.operator");
    await screen.must("incident.report", newSubject("KH"), reportBody());
    screen.close();
    await holder.remove();
    remove();
  });
});

describe("HTTP", () => {
  it("reports its health, with the security headers of every answer", async () => {
    const response = await fetch(`${server.address}/api/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", protocol: 1 });
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toMatch(
      /default-src 'self'.*frame-ancestors 'none'/,
    );
  });

  it("gives the site's settings to signed-in users only", async () => {
    const ask = (headers: Record<string, string> = {}) => fetch(`${server.address}/api/site`, { headers });
    expect((await ask()).status).toBe(401);
    const { cookie } = await signIn(server.address, "la.wall");
    const response = await ask({ cookie });
    expect(response.status).toBe(200);
    expect(siteSchema.parse(await response.json())).toEqual(settingsOf({}, true).site);
  });

  it("gives metrics to this machine, and through a proxy only with the token", async () => {
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${server.address}/api/metrics`, { headers });
      return { status: response.status, text: await response.text() };
    };
    const near = await ask({});
    expect(near.status).toBe(200);
    expect(near.text).toContain("sekong_screens");
    const far = { "x-forwarded-for": "192.0.2.7" };
    expect((await ask(far)).status).toBe(403);
    expect((await ask({ ...far, authorization: "Bearer guessed" })).status).toBe(403);
    expect((await ask({ ...far, authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it("refuses further commands when stopped, and notifies its screens", async () => {
    const ending = await startTestServer();
    const screen = await TestScreen.open(ending.address, "kh.operator");
    const [answer] = await Promise.all([
      screen.command("incident.report", newSubject("KH"), reportBody()),
      until(() => ending.context.pipeline.queued === 0, "the command is taken"),
    ]);
    expect(answer.ok).toBe(true);
    await ending.remove();
    await until(() => screen.ended === "restarting" && !screen.socket.connected, "the screen was notified");
    screen.close();
  });
});
