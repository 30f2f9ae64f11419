/**
 * The exercise's own accounts at the demo's desks. Nobody can sign in to them, so that the log always distinguishes
 * what the script did from what a person at the same desk did.
 */
import { pseudonymOf } from "@/db/accounts/pseudonym";
import { demoAccounts, systemAccount } from "@/db/seed/accounts";
import { type DemoUnit, demoUnits } from "@/db/seed/units";
import type { Account, Actor } from "@/domain/actor";
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

export type ExerciseAccounts = {
  at(country: Country, desk: Seat): Account;
  /** The account that sends a unit's task steps: its officer where the demo has one, else a commander. */
  crew(callsign: string): Account;
  /** The account that sends a unit's positions: every unit has one, whether or not the demo has an officer for it. */
  radio(callsign: string): Account;
  /** Whether an actor of either country is the exercise's, or a job; all others are people. */
  isExercise(actor: Pick<Actor, "by" | "role">): boolean;
};

/** Known to both countries' nodes, so that each tells the other's exercise from its people. It protects nobody. */
const pseudonymKey = "exercise";

function exerciseAccount(country: Country, desk: (typeof desks)[number]): Account {
  const username = `${country.toLowerCase()}.${desk}`;
  const seat = demoAccounts.find((account) => account.username === username);
  if (!seat) throw new Error(`the demo has no account ${username}`);
  const id = `exercise-${country.toLowerCase()}-${desk}`;
  const { role, desk: label, lang = "en", unitId } = seat;
  const by = pseudonymOf(pseudonymKey, country, id);
  return { id, username: id, role, country, desk: label, lang, by, ...(unitId ? { unitId } : {}) };
}

function radioAccount({ id: unitId, country, callsign }: DemoUnit): Account {
  const id = `exercise-${callsign.toLowerCase()}`;
  const by = pseudonymOf(pseudonymKey, country, id);
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

/** The accounts of both countries' desks and crews. The node's secret keys the pseudonym of its jobs' account. */
export function exerciseAccounts(secret: string): ExerciseAccounts {
  const byKey = new Map<string, Account>();
  for (const country of countries) {
    for (const desk of desks) byKey.set(`${country} ${desk}`, exerciseAccount(country, desk));
    byKey.set(`${country} system`, systemAccount(country, secret));
  }
  const pseudonyms = new Set([...byKey.values()].map(({ by }) => by));
  const found = (key: string): Account => {
    const account = byKey.get(key);
    if (!account) throw new Error(`the exercise has no account ${key}`);
    return account;
  };
  const crews = new Map<string, Account>();
  for (const unit of demoUnits) {
    const officer = [...byKey.values()].find(({ unitId }) => unitId === unit.id);
    crews.set(unit.callsign, officer ?? found(`${unit.country} commander`));
    byKey.set(`radio ${unit.callsign}`, radioAccount(unit));
  }
  return {
    at: (country, desk) => found(`${country} ${desk}`),
    crew: (callsign) => crews.get(callsign) ?? found(callsign),
    radio: (callsign) => found(`radio ${callsign}`),
    isExercise: ({ by, role }) => role === "system" || pseudonyms.has(by),
  };
}
