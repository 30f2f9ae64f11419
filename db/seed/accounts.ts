/** The demo's accounts (docs/protocol.md): the same ten in each country, with one password. On PostgreSQL only on the nodes of the demonstration. */
import { hashPassword } from "better-auth/crypto";
import { inArray } from "drizzle-orm";
import type { Account } from "@/domain/actor";
import { type Country, countries } from "@/domain/vocabulary";
import { accountRows, type NewAccount } from "../accounts/accounts";
import { pseudonymOf } from "../accounts/pseudonym";
import type { Database } from "../database";
import { account, user } from "../schema";
import { demoUnitId } from "./units";

export const demoPassword = "sekong-demo";

type Template = { name: string; role: NewAccount["role"]; desk: string };

/** The desks, the same in both countries; officers differ, as each belongs to a province's police. */
const templates: readonly Template[] = [
  { name: "operator", role: "operator", desk: "JOC-2" },
  { name: "operator2", role: "operator", desk: "BLO-1" },
  { name: "commander", role: "commander", desk: "JOC-1" },
  { name: "commander2", role: "commander", desk: "JOC-3" },
  { name: "protection", role: "protection", desk: "PRO-1" },
  { name: "auditor", role: "auditor", desk: "AUD-1" },
  { name: "admin", role: "admin", desk: "ADM-1" },
  { name: "wall", role: "display", desk: "WALL-1" },
];

const officers: Record<Country, readonly (Template & { callsign: string })[]> = {
  KH: [
    { name: "officer", role: "officer", desk: "POL-STR", callsign: "STR-21" },
    { name: "officer2", role: "officer", desk: "POL-RAT", callsign: "RAT-07" },
  ],
  LA: [
    { name: "officer", role: "officer", desk: "POL-CHA", callsign: "CHA-07" },
    { name: "officer2", role: "officer", desk: "POL-ATT", callsign: "ATT-03" },
  ],
};

function accountsOf(country: Country): NewAccount[] {
  const of = ({ name, role, desk }: Template): NewAccount => ({
    id: `demo-${country.toLowerCase()}-${name}`,
    username: `${country.toLowerCase()}.${name}`,
    role,
    country,
    desk: `${country}-${desk}`,
    lang: "en",
  });
  const inTheField = officers[country].map((officer) => ({
    ...of(officer),
    unitId: demoUnitId(officer.callsign),
  }));
  return [...inTheField, ...templates.map(of)];
}

export const demoAccounts: readonly NewAccount[] = [...accountsOf("KH"), ...accountsOf("LA")];

/** Creates the missing demo accounts of these countries; their password is hashed once, as the auth library hashes it. */
export async function seedDemoAccounts(
  db: Database,
  secret: string,
  served: readonly Country[] = countries,
): Promise<void> {
  const wanted = demoAccounts.filter(({ country }) => served.includes(country));
  const ids = wanted.flatMap(({ id }) => id ?? []);
  const there = new Set(
    (await db.select({ id: user.id }).from(user).where(inArray(user.id, ids))).map(({ id }) => id),
  );
  const missing = wanted.filter(({ id }) => id && !there.has(id));
  if (missing.length === 0) return;
  const { users, passwords } = accountRows(secret, await hashPassword(demoPassword), missing);
  await db.transaction(async (tx) => {
    await tx.insert(user).values(users).onConflictDoNothing();
    await tx.insert(account).values(passwords).onConflictDoNothing();
  });
}

/** The account of jobs and of the registration of demo units; nobody can sign in to it. */
export function systemAccount(country: Country, secret: string): Account {
  const id = `system-${country.toLowerCase()}`;
  return {
    id,
    username: `${country.toLowerCase()}.system`,
    role: "system",
    country,
    desk: `${country}-SYSTEM`,
    by: pseudonymOf(secret, country, id),
    lang: "en",
  };
}
