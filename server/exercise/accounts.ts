/**
 * Who plays. The exercise sits at the demo's desks but has accounts of its own, to which nobody can sign in: so the
 * log tells for ever what the script did and what a person at the same desk did.
 */
import { pseudonymOf } from "@/db/accounts/pseudonym";
import { demoAccounts, systemAccount } from "@/db/seed/accounts";
import { type DemoUnit, demoUnits } from "@/db/seed/units";
import type { Account } from "@/domain/actor";
import { type Country, countries } from "@/domain/vocabulary";
import type { Desk } from "./scenario/story";

type Seat = Exclude<Desk, "crew">;
const desks = [
  "officer",
  "officer2",
  "operator",
  "operator2",
  "commander",
  "commander2",
  "protection",
] as const satisfies readonly Seat[];

export type Actors = {
  at(country: Country, desk: Seat): Account;
  /** Who tells what a unit does: its officer where the demo has one, else a commander. */
  crew(callsign: string): Account;
  /** Whose position a unit's position is: an account of its crew, whether or not the demo has an officer for it. */
  radio(callsign: string): Account;
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

function radioAccount({ id: unitId, country, callsign }: DemoUnit, secret: string): Account {
  const id = `exercise-${callsign.toLowerCase()}`;
  const by = pseudonymOf(secret, country, id);
  return {
    id,
    username: id,
    role: "officer",
    country,
    desk: `${country}-${callsign}`,
    lang: "en",
    by,
    unitId,
  };
}

/** The exercise's desks and crews of both countries. */
export function exerciseActors(secret: string): Actors {
  const accounts = new Map<string, Account>();
  for (const country of countries) {
    for (const desk of desks) accounts.set(`${country} ${desk}`, exerciseAccount(country, desk, secret));
    accounts.set(`${country} system`, systemAccount(country, secret));
  }
  const pseudonyms = new Set([...accounts.values()].map(({ by }) => by));
  const found = (key: string): Account => {
    const account = accounts.get(key);
    if (!account) throw new Error(`nobody plays ${key}`);
    return account;
  };
  const crews = new Map<string, Account>();
  for (const unit of demoUnits) {
    const officer = [...accounts.values()].find(({ unitId }) => unitId === unit.id);
    crews.set(unit.callsign, officer ?? found(`${unit.country} commander`));
    accounts.set(`radio ${unit.callsign}`, radioAccount(unit, secret));
  }
  return {
    at: (country, desk) => found(`${country} ${desk}`),
    crew: (callsign) => crews.get(callsign) ?? found(callsign),
    radio: (callsign) => found(`radio ${callsign}`),
    plays: (by) => pseudonyms.has(by),
  };
}
