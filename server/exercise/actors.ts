/**
 * Who plays. The exercise sits at the demo's desks but has accounts of its own, to which nobody can sign in: so the
 * log tells for ever what the script did and what a person at the same desk did.
 */
import { pseudonymOf } from "@/db/accounts/pseudonym";
import { demoAccounts, systemAccount } from "@/db/seed/accounts";
import type { Account } from "@/domain/actor";
import { type Country, countries } from "@/domain/vocabulary";
import type { Desk } from "./scenario/story";

const desks = [
  "officer",
  "officer2",
  "operator",
  "operator2",
  "commander",
  "commander2",
  "protection",
] as const satisfies readonly Desk[];

export type Actors = {
  at(country: Country, desk: Desk): Account;
  /** Whether a pseudonym is the exercise's: all others are people, or jobs that follow their acts. */
  plays(by: string): boolean;
};

function exerciseAccount(country: Country, desk: (typeof desks)[number], secret: string): Account {
  const username = `${country.toLowerCase()}.${desk}`;
  const seat = demoAccounts.find((account) => account.username === username);
  if (!seat) throw new Error(`the demo has no account ${username}`);
  const id = `exercise-${country.toLowerCase()}-${desk}`;
  const { role, desk: label, lang = "en", unitId } = seat;
  const by = pseudonymOf(secret, country, id);
  return { id, username: id, role, country, desk: label, lang, by, ...(unitId ? { unitId } : {}) };
}

/** The exercise's desks of both countries. */
export function exerciseActors(secret: string): Actors {
  const accounts = new Map<string, Account>();
  for (const country of countries) {
    for (const desk of desks) accounts.set(`${country} ${desk}`, exerciseAccount(country, desk, secret));
    accounts.set(`${country} system`, systemAccount(country, secret));
  }
  const pseudonyms = new Set([...accounts.values()].map(({ by }) => by));
  return {
    at(country, desk) {
      const account = accounts.get(`${country} ${desk}`);
      if (!account) throw new Error(`no desk ${desk} in ${country}`);
      return account;
    },
    plays: (by) => pseudonyms.has(by),
  };
}
