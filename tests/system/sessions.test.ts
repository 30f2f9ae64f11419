import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setDisabled } from "@/db/accounts/accounts";
import { session, user } from "@/db/schema";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

describe("a session", () => {
  it("R7 ends its own screens when it signs out, and no others", async () => {
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

  it("R7 ends when its account is disabled, which then cannot sign in", async () => {
    const screen = await TestScreen.open(server.address, "kh.commander2");
    await setDisabled(server.context.connection.db, "kh.commander2", true);
    await until(() => screen.ended === "unauthenticated", "the word that the session ended");
    expect((await signIn(server.address, "kh.commander2")).status).toBe(403);
    screen.close();
  });

  it("reconnects its screens when its account has changed", async () => {
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

  it("lasts twelve hours, and on a wall thirty days", async () => {
    const { db } = server.context.connection;
    for (const [username, hours] of [
      ["kh.auditor", 12],
      ["la.wall", 30 * 24],
    ] as const) {
      await signIn(server.address, username);
      const [row] = await db
        .select({ expiresAt: session.expiresAt })
        .from(session)
        .innerJoin(user, eq(user.id, session.userId))
        .where(eq(user.username, username));
      const left = ((row?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
      expect(Math.round(left)).toBe(hours);
    }
  });
});

describe("a display that shows the joint picture only", () => {
  it("A7 is sent nothing national, neither at first nor later, and has the server's digest", async () => {
    const { db } = server.context.connection;
    const [operator, commander] = [
      await TestScreen.open(server.address, "kh.operator"),
      await TestScreen.open(server.address, "kh.commander"),
    ];
    const [released, early, late] = [newSubject("KH"), newSubject("KH"), newSubject("KH")];
    const release = async (subject: string) => {
      await operator.must("release.request", subject);
      await commander.must("release.approve", subject);
    };
    for (const subject of [released, early]) await operator.must("incident.report", subject, reportBody());
    await release(released);
    await db.update(user).set({ jointOnly: true }).where(eq(user.username, "kh.wall"));
    const wall = await TestScreen.open(server.address, "kh.wall", { screen: "wall" });
    expect([...wall.fold.picture.incidents.keys()]).toContain(released);
    expect(wall.fold.picture.units.size).toBe(0);
    await operator.must("incident.report", late, reportBody());
    await commander.must("release.recall", released, { reason: "a source is in danger" });
    await release(late);
    await until(
      () => wall.fold.picture.incidents.has(late) && wall.same,
      "the released one, and the same picture",
    );
    expect(wall.fold.picture.incidents.get(released)).not.toHaveProperty("kind");
    const everything = wall.received.join("\n");
    expect(everything).not.toContain(early);
    expect(everything).not.toContain("KH.national");
    wall.socket.io.engine.close();
    await until(() => wall.connections === 2 && wall.same, "it resumes");
    expect(wall.pictures.at(-1)?.mode).toBe("resume");
    expect(wall.faults).toEqual([]);
    for (const screen of [operator, commander, wall]) screen.close();
  });
});
