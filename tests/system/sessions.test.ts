import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setDisabled } from "@/db/accounts/accounts";
import { user } from "@/db/schema";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

describe("a session", () => {
  it("ends its open screens when it signs out, and no other's", async () => {
    const { cookie } = await signIn(server.address, "kh.operator");
    const leaving = await TestScreen.open(server.address, "kh.operator", { cookie });
    const staying = await TestScreen.open(server.address, "kh.operator");
    const response = await fetch(`${server.address}/api/auth/sign-out`, {
      method: "POST",
      headers: { cookie },
    });
    expect(response.status).toBe(200);
    await until(() => leaving.ended === "unauthenticated", "the word that the session ended");
    await until(() => !leaving.socket.connected, "the socket is closed");
    expect((await fetch(`${server.address}/api/session`, { headers: { cookie } })).status).toBe(401);
    const again = TestScreen.dial(server.address, { cookie });
    await until(() => again.refused?.code === "unauthenticated", "a signed-out cookie is refused");
    expect(staying.socket.connected).toBe(true);
    expect((await staying.command("incident.report", newSubject("KH"), reportBody())).ok).toBe(true);
    for (const screen of [leaving, staying, again]) screen.close();
  });

  it("ends when its account is disabled, and cannot begin again", async () => {
    const screen = await TestScreen.open(server.address, "kh.commander2");
    await setDisabled(server.context.connection.db, "kh.commander2", true);
    await until(() => screen.ended === "unauthenticated", "the word that the session ended");
    expect((await signIn(server.address, "kh.commander2")).status).toBe(403);
    screen.close();
  });

  it("lets a screen come in anew when its account has changed", async () => {
    const screen = await TestScreen.open(server.address, "kh.operator2");
    const { db } = server.context.connection;
    await db.update(user).set({ lang: "km" }).where(eq(user.username, "kh.operator2"));
    await until(() => screen.connections === 2, "the screen has come in anew");
    const answer = await screen.command("incident.verify", newSubject("KH"));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: "not-found", message: expect.stringMatching(/[\u1780-\u17ff]/) },
    });
    screen.close();
  });
});
