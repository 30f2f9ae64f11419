import { generateKeyPairSync } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { announcedKey, takenKey } from "../heads/keys";
import { headSigned, type SignedHead, signText } from "../heads/signature";
import { isContradicted, keepHeads, keepKey, noteContradictions } from "../heads/store";
import { createLog } from "../log/log";
import { readHeads } from "../log/read";
import { createProjections } from "../projections/projections";
import { everyDatabase, type TestDatabase, type TestDatabases } from "../testing/databases";
import { TestDesks } from "../testing/desk";
import { verify } from "./verify";

const makeKey = () =>
  generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const [first, second] = [makeKey(), makeKey()];
const at = (minute: number) => `2026-11-28T20:0${minute}:00.000Z`;
const taken = takenKey("LA", first.publicKey);
const next = announcedKey(taken, first.privateKey, { publicKey: second.publicKey, at: at(2) });

describe.each(everyDatabase)("verification of signed heads on %s", (_, open) => {
  let databases: TestDatabases;
  let database: TestDatabase;
  let hash: string;

  const signed = (parts: Partial<SignedHead>, { key, privateKey } = { ...taken, ...first }): SignedHead => {
    const said = { country: "LA" as const, seq: 1, hash, at: at(1), ...parts };
    return { ...said, key, signature: signText(privateKey, headSigned(said)) };
  };
  const underNext = { ...next, ...second };
  const faults = async (own: "KH" | "LA" = "KH", pinned = {}) =>
    (await verify(database.first, [own], pinned)).faults.map(({ place, what }) => `${place}: ${what}`);

  beforeAll(async () => {
    databases = await open();
  });
  beforeEach(async () => {
    database = await databases.create();
    const projections = createProjections(database.first);
    for (const country of ["KH", "LA"] as const) await projections.load(country);
    await new TestDesks(createLog(database.first), projections).release("LA");
    await projections.write();
    const { db } = database.first;
    hash = (await readHeads(db, { lock: false }))["LA.joint"]?.hash ?? "";
    await keepKey(db, taken);
    await keepKey(db, next);
    await keepHeads(db, [signed({}), signed({ at: at(3) }, underNext)]);
  });
  afterEach(() => database.drop());
  afterAll(() => databases.stop());

  test("finds no fault in heads that the log bears out, under the old key and the new", async () => {
    const report = await verify(database.first, ["KH"], { LA: second.publicKey });
    expect(report.faults).toEqual([]);
    expect(report.heads.find(({ country }) => country === "LA")).toMatchObject({
      count: 2,
      last: { seq: 1 },
    });
  });

  test("a head beyond the partner's events is no fault, beyond the own ones it is", async () => {
    await keepHeads(database.first.db, [signed({ seq: 9, at: at(4) }, underNext)]);
    expect(await faults("KH")).toEqual([]);
    expect(await faults("LA")).toEqual([`head of LA signed at ${at(4)}: the log does not reach seq 9`]);
  });

  test("names a head that says another hash than the log, and notes the contradiction", async () => {
    const { db } = database.first;
    await keepHeads(db, [signed({ hash: "f".repeat(64), at: at(4) }, underNext)]);
    expect(await faults()).toEqual([`head of LA signed at ${at(4)}: the log holds another event at seq 1`]);
    expect(await isContradicted(db)).toBe(false);
    await noteContradictions(db, "LA", at(0));
    expect(await isContradicted(db)).toBe(true);
    await db.execute(sql`delete from exchange.contradictions`);
  });

  test("names a wrong signature, and a head under a key that had been replaced", async () => {
    const { db } = database.first;
    await keepHeads(db, [{ ...signed({ at: at(4) }, underNext), signature: signed({}).signature }]);
    expect(await faults()).toEqual([`head of LA signed at ${at(4)}: its signature is wrong`]);
  });

  test("names a changed row of a head and of a key", async () => {
    const { db } = database.first;
    await db.execute(sql`alter table exchange.signed_heads disable trigger all`);
    await db.execute(sql`alter table exchange.signing_keys disable trigger all`);
    await db.execute(sql`update exchange.signed_heads set seq = 2 where at = ${at(1)}`);
    expect(await faults()).toEqual([`head of LA signed at ${at(1)}: its signature is wrong`]);
    await db.execute(sql`update exchange.signing_keys set at = ${at(1)} where at = ${at(2)}`);
    expect(await faults()).toEqual([`signing key of LA since ${at(1)}: its signature is wrong`]);
  });

  test("names a chain of keys that the node's own files do not vouch for", async () => {
    expect(await faults("KH", { LA: makeKey().publicKey })).toEqual([
      "signing keys of LA: the key in this node's link folder is not among them",
    ]);
  });

  test("what is kept can be neither changed nor deleted", async () => {
    const { db } = database.first;
    await expect(db.execute(sql`delete from exchange.signed_heads`)).rejects.toThrow();
    await expect(db.execute(sql`update exchange.signing_keys set at = ''`)).rejects.toThrow();
  });
});
