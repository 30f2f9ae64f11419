/** Parses the arguments of `npm run admin`, before anything is opened. */
import { parseArgs } from "node:util";
import type { NewAccount } from "@/db/accounts/accounts";
import { makerOf, subjectSchema } from "@/domain/envelope";
import { type Country, countrySchema, languageSchema, roleSchema, roles } from "@/domain/vocabulary";
import { UserError } from "./terminal";

export const usage = `Usage: npm run admin -- <command>, with DATABASE_URL set
  create --username <name> --role <role> --desk <label> [--country KH|LA] [--unit <subject>] [--lang en|km|lo] [--joint-only]
         needs SEKONG_SECRET; the country defaults to SEKONG_COUNTRY
  list
  disable | enable | password --username <name>
The password is read from SEKONG_PASSWORD, or asked for. Roles: ${roles.filter((role) => role !== "system").join(", ")}.`;

export type Action =
  | { name: "create"; account: NewAccount; secret: string }
  | { name: "list" }
  | { name: "disable" | "enable" | "password"; username: string };

type Environment = Record<string, string | undefined>;
type Values = Partial<Record<"username" | "role" | "country" | "desk" | "unit" | "lang", string>> & {
  "joint-only"?: boolean;
};

const usernamePattern = /^[a-z0-9._]{3,30}$/;
const maxDeskLength = 40;

/** Throws UserError with one sentence, or with the usage. */
export function readAction(args: string[], environment: Environment): Action {
  const { values, positionals } = parse(args);
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UserError(usage);
  switch (name) {
    case "list":
      return { name };
    case "disable":
    case "enable":
    case "password":
      return { name, username: usernameIn(values) };
    case "create":
      return { name, account: accountIn(values, environment), secret: secretIn(environment) };
    default:
      throw new UserError(usage);
  }
}

function parse(args: string[]): { values: Values; positionals: string[] } {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        username: text,
        role: text,
        country: text,
        desk: text,
        unit: text,
        lang: text,
        "joint-only": { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function usernameIn({ username }: Values): string {
  if (!username || !usernamePattern.test(username)) {
    throw new UserError("--username must have 3 to 30 lower case letters, digits, dots or underscores.");
  }
  return username;
}

function secretIn(environment: Environment): string {
  const secret = environment.SEKONG_SECRET;
  if (!secret || secret.length < 32) {
    throw new UserError(
      "SEKONG_SECRET must be set, the same as the server's: it keys the account's pseudonym in the log.",
    );
  }
  return secret;
}

function accountIn(values: Values, environment: Environment): NewAccount {
  const username = usernameIn(values);
  const country = countrySchema.safeParse(values.country ?? environment.SEKONG_COUNTRY);
  if (!country.success) throw new UserError("--country must be KH or LA.");
  const role = roleSchema.exclude(["system"]).safeParse(values.role);
  if (!role.success)
    throw new UserError(`--role must be one of ${roles.filter((name) => name !== "system").join(", ")}.`);
  const lang = languageSchema.safeParse(values.lang ?? "en");
  if (!lang.success) throw new UserError("--lang must be en, km or lo.");
  return {
    username,
    role: role.data,
    country: country.data,
    desk: deskIn(values, country.data),
    lang: lang.data,
    jointOnly: values["joint-only"] ?? false,
    ...unitIn(values, country.data),
  };
}

/** A desk is a label such as KH-JOC-2 and never a name, as the partner sees it. */
function deskIn({ desk }: Values, country: Country): string {
  if (!desk || desk.length > maxDeskLength || !new RegExp(`^${country}-[A-Z0-9-]+$`).test(desk)) {
    throw new UserError(
      `--desk must be a label such as ${country}-JOC-1: the country, then capitals, digits and hyphens.`,
    );
  }
  return desk;
}

function unitIn({ unit }: Values, country: Country): { unitId?: string } {
  if (unit === undefined) return {};
  const parsed = subjectSchema.safeParse(unit);
  if (!parsed.success || makerOf(unit) !== country) {
    throw new UserError(
      `--unit must be the subject of a unit of ${country}, such as ${country}-5e6b0000-0000-4000-8000-000000001021.`,
    );
  }
  return { unitId: parsed.data };
}
