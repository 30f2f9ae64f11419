/** Creates units with an account each. */
import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { accountRows, type NewAccount } from "@/db/accounts/accounts";
import { loadSecret } from "@/db/accounts/secret";
import { connect } from "@/db/connect";
import { account, user } from "@/db/schema";
import { demoPassword } from "@/db/seed/accounts";
import type { Crew } from "./protocol";
import { runAs, type Storage, secret, signIn, type Target } from "./target";

/** Concurrent sign-ins, each of which costs the server a password hash. */
const signInsAtOnce = 8;

export type Vehicle = { username: string; unitId: string };

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

/** Creates the accounts in a database that no server has open; their one password is hashed once. */
export async function createFleet({ databaseUrl, dataDir }: Storage, count: number): Promise<Vehicle[]> {
  const fleet = numbersTo(count).map((number) => ({
    username: `kh.unit${number}`,
    unitId: `KH-${randomUUID()}`,
  }));
  const accounts = fleet.map(
    ({ username, unitId }, number): NewAccount => ({
      username,
      unitId,
      role: "officer",
      country: "KH",
      desk: `KH-UNIT-${number}`,
    }),
  );
  const connection = await connect({ databaseUrl, dataDir });
  const key = databaseUrl ? secret : loadSecret(dataDir);
  const { users, passwords } = accountRows(key, await hashPassword(demoPassword), accounts);
  await connection.db.insert(user).values(users);
  await connection.db.insert(account).values(passwords);
  await connection.close();
  return fleet;
}

/** Registers the units as a commander, and signs in each account. */
export async function signInFleet({ address }: Target, fleet: readonly Vehicle[]): Promise<Crew[]> {
  await runAs(address, "kh.commander", "unit.register", fleet, ({ unitId }, number) => ({
    subject: unitId,
    body: { callsign: `UNIT-${number}`, kind: "patrol" },
  }));
  const crews: Crew[] = [];
  for (let begun = 0; begun < fleet.length; begun += signInsAtOnce) {
    const some = fleet.slice(begun, begun + signInsAtOnce);
    const cookies = await Promise.all(some.map(({ username }) => signIn(address, username)));
    for (const [index, { unitId }] of some.entries()) crews.push({ unitId, cookie: cookies[index] ?? "" });
  }
  return crews;
}
