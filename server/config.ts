/** The environment, parsed once at the start (docs/protocol.md, Environment). */
import path from "node:path";
import { z } from "zod";
import { type SiteFile, type SiteSettings, settingsOf } from "@/domain/site";
import { type Country, countries, countrySchema } from "@/domain/vocabulary";
import { readSiteFile, type SiteReading } from "./site-file";

export type Config = {
  port: number;
  host: string;
  /** Folder of the embedded database, keys and attachments. */
  dataFolder: string;
  /** Absent in demo mode: then the embedded database is used. */
  databaseUrl?: string;
  /** Demo accounts, EXERCISE on every screen: with the embedded database, and on nodes of the demonstration. */
  demo: boolean;
  /** The countries this process serves: both in demo mode, else one. */
  countries: Country[];
  /** Session key; in demo mode one is generated and kept in the data folder. */
  secret?: string;
  /** The public address, when it is not the listening one. */
  origin?: string;
  metricsToken?: string;
  commandsPerSecond: number;
  /** Whether the exercise runs: in the demo of both countries, and on nodes of the demonstration. */
  exercise: boolean;
  /** Whether SEKONG_EXERCISE leaves it on; by itself that starts none. */
  wantsExercise: boolean;
  siteFile: SiteFile;
  /** The site's settings: clocks, telephone numbers, retention. */
  settings: SiteSettings;
  development: boolean;
};

/** The configuration cannot be used: one sentence per problem. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/);
const webOrigin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).pathname === "/");

/** Each variable with its schema and the sentence for a value that does not match. */
const variables = {
  PORT: [z.coerce.number().int().min(0).max(65_535), "PORT must be a whole number from 0 to 65535."],
  HOST: [z.string().regex(/^[\w.:-]+$/), "HOST must be a host name or an address."],
  SEKONG_DATA: [z.string(), "SEKONG_DATA must be the path of a folder."],
  DATABASE_URL: [postgresUrl, "DATABASE_URL must be a postgres:// or postgresql:// address."],
  SEKONG_COUNTRY: [countrySchema, "SEKONG_COUNTRY must be KH or LA."],
  SEKONG_SECRET: [z.string().min(32), "SEKONG_SECRET must have at least 32 characters."],
  SEKONG_ORIGIN: [webOrigin, "SEKONG_ORIGIN must be an http or https address without a path."],
  SEKONG_METRICS_TOKEN: [z.string().min(16), "SEKONG_METRICS_TOKEN must have at least 16 characters."],
  SEKONG_COMMAND_RATE: [
    z.coerce.number().int().min(1).max(100_000),
    "SEKONG_COMMAND_RATE must be a whole number from 1 to 100000.",
  ],
  SEKONG_SITE: [z.string().min(1), "SEKONG_SITE must be the path of a file."],
  SEKONG_EXERCISE: [z.enum(["on", "off"]), "SEKONG_EXERCISE must be on or off."],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Values = { [Name in keyof typeof variables]?: z.infer<(typeof variables)[Name][0]> };
export type Environment = Record<string, string | undefined>;

function readVariables(environment: Environment): { values: Values; problems: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, [schema, sentence]] of Object.entries(variables)) {
    const text = environment[name];
    if (text === undefined || text === "") continue;
    const parsed = schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(sentence);
  }
  return { values: values as Values, problems };
}

/** Whether a host is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function combinedProblems(values: Values, environment: Environment): string[] {
  const missing = (name: keyof Values) => environment[name] === undefined || environment[name] === "";
  const problems: string[] = [];
  if (values.DATABASE_URL !== undefined) {
    if (missing("SEKONG_COUNTRY")) problems.push("SEKONG_COUNTRY (KH or LA) is required with DATABASE_URL.");
    if (missing("SEKONG_SECRET")) problems.push("SEKONG_SECRET is required with DATABASE_URL.");
  } else if (missing("DATABASE_URL") && values.HOST !== undefined && !isLoopback(values.HOST)) {
    problems.push("HOST must be a loopback address without DATABASE_URL: the demo has known passwords.");
  }
  return problems;
}

const noSiteFile: SiteReading = { file: {}, problems: [] };

/** Reads the environment and the site file it names. Throws ConfigError with one sentence per problem. */
export function readConfig(environment: Environment): Config {
  const { values, problems } = readVariables(environment);
  const { file, problems: siteProblems } = values.SEKONG_SITE ? readSiteFile(values.SEKONG_SITE) : noSiteFile;
  const all = [...problems, ...combinedProblems(values, environment), ...siteProblems];
  if (all.length > 0) throw new ConfigError(all);
  const demo = values.DATABASE_URL === undefined;
  const wantsExercise = values.SEKONG_EXERCISE !== "off";
  const served = values.SEKONG_COUNTRY ? [values.SEKONG_COUNTRY] : [...countries];
  return {
    port: values.PORT ?? 3000,
    host: values.HOST ?? "127.0.0.1",
    dataFolder: path.resolve(values.SEKONG_DATA ?? "./data"),
    databaseUrl: values.DATABASE_URL,
    demo,
    countries: served,
    secret: values.SEKONG_SECRET,
    origin: values.SEKONG_ORIGIN === undefined ? undefined : new URL(values.SEKONG_ORIGIN).origin,
    metricsToken: values.SEKONG_METRICS_TOKEN,
    commandsPerSecond: values.SEKONG_COMMAND_RATE ?? 20,
    exercise: demo && served.length === countries.length && wantsExercise,
    wantsExercise,
    siteFile: file,
    settings: settingsOf(file, demo),
    development: environment.NODE_ENV === "development",
  };
}

/**
 * The configuration of a node whose cluster the demonstration of two nations made for `country`: it plays its own part of
 * the exercise. Throws ConfigError when it could be reached from elsewhere.
 */
export function asDemonstration(config: Config, country: Country): Config {
  const problems: string[] = [];
  if (!isLoopback(config.host))
    problems.push(
      "HOST must be a loopback address: this is a demonstration's database, with known passwords.",
    );
  if (!config.countries.includes(country) || config.countries.length > 1)
    problems.push(`SEKONG_COUNTRY must be ${country}: this is the database of its demonstration.`);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    ...config,
    demo: true,
    exercise: config.wantsExercise,
    settings: settingsOf(config.siteFile, true),
  };
}
