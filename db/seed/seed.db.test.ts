import { verifyPassword } from "better-auth/crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorSchema } from "@/domain/actor";
import { makerOf, subjectSchema } from "@/domain/envelope";
import { accountNamed, createAccount, listAccounts, setDisabled, setPassword } from "../accounts/accounts";
import { pseudonymOf } from "../accounts/pseudonym";
import { loadSecret } from "../accounts/secret";
import { sessionsChannel } from "../channels";
import { connect } from "../connect";
import type { Connection } from "../connection";
import { createLog } from "../log/log";
import { account, session } from "../schema";
import { temporaryFolder } from "../testing/databases";
import { demoAccounts, demoPassword, seedDemoAccounts, systemAccount } from "./accounts";
import { demoUnits } from "./units";

const secret = "a secret of this test and nothing else";

describe("the demo's accounts", () => {
  const { folder, remove } = temporaryFolder();
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect({ dataDir: folder });
    await seedDemoAccounts(connection.db, secret);
  });
  afterAll(() => connection.close().finally(remove));

  test("are the ten of the protocol in each country", async () => {
    const names =
      "officer officer2 operator operator2 commander commander2 protection auditor admin wall".split(" ");
    const stored = await listAccounts(connection.db);
    expect(stored.map(({ username }) => username).sort()).toEqual(
      ["kh", "la"].flatMap((country) => names.map((name) => `${country}.${name}`)).sort(),
    );
    for (const { username, country, role, desk, by } of stored) {
      expect(username.startsWith(country.toLowerCase())).toBe(true);
      expect(actorSchema.parse({ desk, role, country, by }).by).toMatch(/^[0-9a-f]{32}$/);
      expect(desk).toMatch(new RegExp(`^${country}-[A-Z0-9-]+$`));
    }
    expect(new Set(stored.map(({ desk }) => desk)).size).toBe(stored.length);
  });

  test("can all sign in with the demo's password, as the auth library checks it", async () => {
    const passwords = await connection.db.select().from(account);
    expect(passwords).toHaveLength(demoAccounts.length);
    const hashes = new Set(passwords.map(({ password }) => password ?? ""));
    for (const hash of hashes) expect(await verifyPassword({ hash, password: demoPassword })).toBe(true);
    expect(
      passwords.every(
        ({ providerId, userId, accountId }) => providerId === "credential" && accountId === userId,
      ),
    ).toBe(true);
  });

  test("are left unchanged by a second seeding, also with another secret", async () => {
    const before = await listAccounts(connection.db);
    await seedDemoAccounts(connection.db, "another secret");
    expect(await listAccounts(connection.db)).toEqual(before);
  });

  test("an officer's unit is one of the demo's, in the officer's country", () => {
    const officers = demoAccounts.filter(({ role }) => role === "officer");
    expect(officers).toHaveLength(4);
    for (const { unitId, country } of officers) {
      expect(demoUnits.find(({ id }) => id === unitId)?.country).toBe(country);
    }
    expect(new Set(officers.map(({ unitId }) => unitId)).size).toBe(4);
  });

  test("disabling ends the sessions and notifies every process; a new password works and the old one does not", async () => {
    const { db } = connection;
    await createAccount(
      db,
      secret,
      { username: "kh.extra", role: "operator", country: "KH", desk: "KH-JOC-9" },
      "first password",
    );
    const { id } = await accountNamed(db, "kh.extra");
    await db.insert(session).values({ id: "s", token: "s", userId: id, expiresAt: new Date("2999-01-01") });
    const log = createLog(connection);
    const notified = new Promise<void>(
      (resolve) =>
        void log.listen(sessionsChannel, () => resolve()).then(() => setDisabled(db, "kh.extra", true)),
    );
    await notified;
    expect((await accountNamed(db, "kh.extra")).disabled).toBe(true);
    expect(await db.select().from(session)).toEqual([]);
    await setDisabled(db, "kh.extra", false);
    await setPassword(db, "kh.extra", "second password");
    const hash = (await db.select().from(account)).find(({ userId }) => userId === id)?.password ?? "";
    expect(await verifyPassword({ hash, password: "second password" })).toBe(true);
    expect(await verifyPassword({ hash, password: "first password" })).toBe(false);
  });
});

describe("demo units", () => {
  test("have fixed subjects of their own country, and unique callsigns", () => {
    for (const { id, country } of demoUnits)
      expect([subjectSchema.parse(id), makerOf(id)]).toEqual([id, country]);
    expect(new Set(demoUnits.map(({ id }) => id)).size).toBe(demoUnits.length);
    expect(new Set(demoUnits.map(({ callsign }) => callsign)).size).toBe(demoUnits.length);
  });
});

describe("pseudonyms", () => {
  test("L8 differ by account, country and secret, and are stable", () => {
    const made = [
      pseudonymOf(secret, "KH", "a"),
      pseudonymOf(secret, "KH", "b"),
      pseudonymOf(secret, "LA", "a"),
      pseudonymOf("other", "KH", "a"),
    ];
    expect(new Set(made).size).toBe(made.length);
    expect(pseudonymOf(secret, "KH", "a")).toBe(made[0]);
    expect(systemAccount("KH", secret).by).not.toBe(systemAccount("LA", secret).by);
  });

  test("the secret is generated once and kept, unless one is given", () => {
    const { folder, remove } = temporaryFolder();
    const made = loadSecret(folder);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(loadSecret(folder)).toBe(made);
    expect(loadSecret(folder, "given")).toBe("given");
    remove();
  });
});
