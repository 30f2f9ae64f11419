/** Resolves cookies to accounts, and checks which sessions are live. */
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Database } from "@/db/database";
import { session, user } from "@/db/schema";
import type { Account } from "@/domain/actor";
import type { Country } from "@/domain/vocabulary";
import type { Auth } from "./auth";

export type Session = {
  token: string;
  account: Account;
  /** A display that may show the joint picture only. */
  jointOnly: boolean;
};

type UserRow = typeof user.$inferSelect;

function accountOf(row: UserRow): Account {
  const { id, username, desk, role, country, by, lang, unitId } = row;
  return { id, username, desk, role, country, by, lang, ...(unitId ? { unitId } : {}) };
}

export class Sessions {
  constructor(
    private readonly auth: Auth,
    private readonly db: Database,
    private readonly countries: readonly Country[],
    private readonly now: () => Date,
  ) {}

  /** The live session of a Cookie header, or null. The library checks the signature; the account is read as it is now. */
  async resolve(cookie: string | undefined): Promise<Session | null> {
    if (!cookie) return null;
    const found = await this.auth.api.getSession({ headers: new Headers({ cookie }) });
    if (!found) return null;
    const { token } = found.session;
    return (await this.live([token])).get(token) ?? null;
  }

  /** The live sessions among these, by token. */
  async live(tokens: readonly string[]): Promise<Map<string, Session>> {
    if (tokens.length === 0) return new Map();
    const rows = await this.db
      .select({ token: session.token, user })
      .from(session)
      .innerJoin(user, eq(user.id, session.userId))
      .where(
        and(inArray(session.token, [...tokens]), gt(session.expiresAt, this.now()), eq(user.disabled, false)),
      );
    const served = rows.filter((row) => this.countries.includes(row.user.country));
    return new Map(
      served.map(({ token, user: row }) => [
        token,
        { token, account: accountOf(row), jointOnly: row.jointOnly },
      ]),
    );
  }
}
