/** Requests that no browser sends: each is answered as what it is, and none of them is a fault of the server. */
import { connect as dial } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
let cookie = "";

beforeAll(async () => {
  server = await startTestServer();
  ({ cookie } = await signIn(server.address, "kh.operator"));
});
afterAll(() => server.remove());

/** Sends raw bytes; resolves to the first line of the answer, or "" when the connection ends without one. */
function raw(bytes: string, { hangUp = false } = {}): Promise<string> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = dial(Number(port), hostname, () => {
      socket.write(bytes);
      if (hangUp) setTimeout(() => socket.destroy(), 100);
    });
    socket.on("data", (part) => {
      answer += String(part);
      socket.end();
    });
    socket.on("close", () => resolve(answer.split("\r\n", 1)[0] ?? ""));
    socket.on("error", reject);
  });
}

const request = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, "host: x", `cookie: ${cookie}`, ...headers, "", ""].join("\r\n");

describe("an odd request", () => {
  it.each([
    ["OPTIONS *", 400],
    ["GET *", 400],
    ["PATCH /index", 405],
    ["POST /command", 405],
    ["DELETE /", 405],
    ["GET /api/layers/%", 400],
    ["GET /api/layers/%E0%A4%A", 400],
    ["GET /api/layers/no-such.geojson", 404],
    ["PUT /api/session", 404],
    ["GET /api/nothing", 404],
  ])("%s is answered with %i", async (line, status) => {
    expect(await raw(request(line))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it("whose sender goes away in the middle of its body leaves no line in the log", async () => {
    const { length } = server.logs;
    const half = request(
      "POST /api/auth/sign-in/username",
      `origin: ${server.address}`,
      "content-type: application/json",
      "content-length: 1000",
    );
    expect(await raw(`${half}{"username":`, { hangUp: true })).toBe("");
    expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
    expect(server.logs.slice(length).filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  it("leaves the log without a fault", () => {
    expect(server.logs.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});
