import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Positions } from "@/domain/protocol/down";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({}, { slow: { bytes: 2_000_000, stalledMs: 60_000 } });
});
afterAll(() => server.remove());

type RawSocket = { pause(): void; resume(): void };

/** The TCP socket below a test client's WebSocket. */
function rawSocketOf(screen: TestScreen): RawSocket {
  const { transport } = screen.socket.io.engine as unknown as { transport: { ws: { _socket: RawSocket } } };
  return transport.ws._socket;
}

describe("a screen that does not read", () => {
  it("R5 is cut off without affecting the others, and resumes by its vector", async () => {
    const stalled = await TestScreen.open(server.address, "kh.commander");
    const operator = await TestScreen.open(server.address, "kh.operator");
    const { hub } = server.context;
    const raw = rawSocketOf(stalled);
    raw.pause();
    const large: Positions = Array.from({ length: 5_000 }, (_, index) => [
      `unit-${index}`,
      106,
      14,
      index,
      null,
      null,
    ]);
    const cut = () => hub.screens.every(({ data }) => data.account.username !== "kh.commander");
    const push = setInterval(() => void hub.io.emit("positions", large), 5);
    await until(cut, "the stalled screen is cut off");
    clearInterval(push);
    expect(server.logs).toContainEqual(expect.objectContaining({ code: "slow", desk: "KH-JOC-1" }));
    const subject = newSubject("KH");
    await operator.must("incident.report", subject, reportBody());
    expect(operator.connections).toBe(1);
    raw.resume();
    await until(() => stalled.connections === 2 && stalled.same, "it has come back and is the same");
    expect(stalled.pictures.at(-1)?.mode).toBe("resume");
    expect(stalled.fold.picture.incidents.has(subject)).toBe(true);
    expect(stalled.faults).toEqual([]);
    for (const screen of [stalled, operator]) screen.close();
  });
});
