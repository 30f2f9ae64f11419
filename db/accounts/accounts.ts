/** Accounts as the auth library stores them. Accounts are desks and devices; none names a person. */
import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { and, asc, eq } from "drizzle-orm";
import type { Country, Language, Role } from "@/domain/vocabulary";
import type { Database } from "../database";
import { account, session, user } from "../schema";
import { pseudonymOf } from "./pseudonym";

/** How the auth library names sign-in by password. */
const passwordProvider = "credential";

export type NewAccount = {
  /** Generated when absent. */
  id?: string;
  /** Lower case letters, digits, dot and underscore. */
  username: string;
  role: Exclude<Role, "system">;
  country: Country;
  desk: string;
  lang?: Language;
  unitId?: string;
  jointOnly?: boolean;
};
export type StoredAccount = typeof user.$inferSelect;

/** There is no such account; the message is one sentence for the user. */
export class NoSuchAccountError extends Error {
  override readonly name = "NoSuchAccountError";
  constructor(username: string) {
    super(`There is no account named ${username}.`);
  }
}

/** The rows of new accounts that share one password hash. */
export function accountRows(secret: string, passwordHash: string, accounts: readonly NewAccount[]) {
  const users: (typeof user.$inferInsert)[] = [];
  const passwords: (typeof account.$inferInsert)[] = [];
  for (const { id = randomUUID(), ...rest } of accounts) {
    const { username, country, desk } = rest;
    const by = pseudonymOf(secret, country, id);
    // The auth library requires an address; no mail can be sent to `.invalid`.
    const email = `${username}@sekong.invalid`;
    users.push({ ...rest, id, by, email, emailVerified: true, name: desk, displayUsername: username });
    passwords.push({
      id: `${id}-password`,
      accountId: id,
      providerId: passwordProvider,
      userId: id,
      password: passwordHash,
    });
  }
  return { users, passwords };
}

/** Creates an account. Throws when the username is taken (the driver's unique violation). */
export async function createAccount(
  db: Database,
  secret: string,
  wanted: NewAccount,
  password: string,
): Promise<void> {
  const { users, passwords } = accountRows(secret, await hashPassword(password), [wanted]);
  await db.transaction(async (tx) => {
    await tx.insert(user).values(users);
    await tx.insert(account).values(passwords);
  });
}

export function listAccounts(db: Database): Promise<StoredAccount[]> {
  return db.select().from(user).orderBy(asc(user.country), asc(user.username));
}

export async function accountNamed(db: Database, username: string): Promise<StoredAccount> {
  const [found] = await db.select().from(user).where(eq(user.username, username));
  if (!found) throw new NoSuchAccountError(username);
  return found;
}

/** Disables or enables an account; disabling ends its sessions at once. Throws NoSuchAccountError. */
export async function setDisabled(db: Database, username: string, disabled: boolean): Promise<void> {
  const { id } = await accountNamed(db, username);
  await db.transaction(async (tx) => {
    await tx.update(user).set({ disabled, updatedAt: new Date() }).where(eq(user.id, id));
    if (disabled) await tx.delete(session).where(eq(session.userId, id));
  });
}

/** Sets a password and ends the sessions opened with the old one. Throws NoSuchAccountError. */
export async function setPassword(db: Database, username: string, password: string): Promise<void> {
  const { id } = await accountNamed(db, username);
  const hash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await tx
      .update(account)
      .set({ password: hash, updatedAt: new Date() })
      .where(and(eq(account.userId, id), eq(account.providerId, passwordProvider)));
    await tx.delete(session).where(eq(session.userId, id));
  });
}
