/** What `npm run node` understands, checked before anything is opened. */
import path from "node:path";
import { parseArgs } from "node:util";
import { type Country, countrySchema } from "@/domain/vocabulary";
import { addressSchema } from "../link/settings";
import { UserError } from "./terminal";

export const usage = `Usage: npm run node -- <command>
  init             makes what this node needs for a link, and says what an administrator must still do
    --new-certificate      makes a certificate beside the one in use: invite again, the partner joins again
    --use-new-certificate  takes it into use once the partner's gateway accepts it
    --new-signing-key      replaces the key that signs this node's heads; the partner takes the new one by itself
  invite <file>    writes the public half of this node, for the partner
  join <file>      takes the partner's; run it again once the partner has taken this node's
    --refill               fetches everything anew, after a lost slot: what is here already is passed over
  status [--json]  says how the link stands; exit code 0 when well, 1 when not
  suspend, resume  stops sending and goes on receiving; sends again
  recover [<file>] after a restored backup: takes the own joint events back, from the own gateway or the partner's file
    --unsigned             also takes those of the file that no head signed by this node covers
  return <file>    writes the partner's events as received here, for its recover
  leave            ends the link and keeps the records
Needs DATABASE_URL (a superuser of the node's database), SEKONG_COUNTRY, SEKONG_DATA and SEKONG_GATEWAY_URL (a superuser
of the gateway's database); the first init also SEKONG_GATEWAY_ADDRESS (host:port, as the partner reaches it). For a database
server that reads the link's files elsewhere: SEKONG_LINK_FILES. For an exercise: --exercise.`;

export const commandNames = [
  "init",
  "invite",
  "join",
  "status",
  "suspend",
  "resume",
  "recover",
  "return",
  "leave",
] as const;
export type CommandName = (typeof commandNames)[number];

export type NodeCommand = {
  name: CommandName;
  /** For invite, join, return, and for recover where there is one. */
  file: string | undefined;
  json: boolean;
  /** For join: drops the subscriptions first, so that everything is fetched anew. */
  refill: boolean;
  exercise: boolean;
  /** For init: what to do about the certificate beside the usual. */
  certificate: "keep" | "make" | "use";
  /** For init: whether the signing key is replaced. */
  newSigningKey: boolean;
  /** For recover: whether what no own signature covers is taken too. */
  unsigned: boolean;
  country: Country;
  dataFolder: string;
  databaseUrl: string;
  gatewayUrl: string;
  /** Undefined: as before. */
  gatewayAddress: string | undefined;
  /** Where the node's database server reads the link's files; by default where this command writes them. */
  databaseFiles: string;
};

type Environment = Record<string, string | undefined>;

const isCommand = (name: string | undefined): name is CommandName => commandNames.some((one) => one === name);

function required(environment: Environment, name: string, why: string): string {
  const value = environment[name];
  if (!value) throw new UserError(`${name} must be set: ${why}.`);
  return value;
}

/** An address with a host and a database: the gateway's is also written down for this node's processes. */
function databaseAddress(environment: Environment, name: string, why: string): string {
  const text = required(environment, name, why);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || url.pathname.length < 2)
    throw new UserError(`${name} must be postgres://role:password@host:port/database: ${why}.`);
  return text;
}

/** Throws UserError with a sentence, or with the usage when nothing else can be said. */
export function readNodeCommand(args: string[], environment: Environment): NodeCommand {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  const [name, file, ...more] = parsed.positionals;
  const takesFile = name === "invite" || name === "join" || name === "return";
  const isGiven = file !== undefined;
  if (!isCommand(name) || more.length > 0 || (name !== "recover" && takesFile !== isGiven))
    throw new UserError(usage);
  const country = countrySchema.safeParse(environment.SEKONG_COUNTRY);
  if (!country.success) throw new UserError("SEKONG_COUNTRY must be KH or LA: a node is of one country.");
  const { json, exercise, "new-certificate": make, "use-new-certificate": use } = parsed.values;
  const { refill, unsigned, "new-signing-key": newSigningKey } = parsed.values;
  if (refill && name !== "join") throw new UserError(usage);
  if ((make || use) && (name !== "init" || (make && use))) throw new UserError(usage);
  if ((newSigningKey && name !== "init") || (unsigned && !(name === "recover" && isGiven)))
    throw new UserError(usage);
  const gatewayAddress = environment.SEKONG_GATEWAY_ADDRESS || undefined;
  if (gatewayAddress && !addressSchema.safeParse(gatewayAddress).success)
    throw new UserError("SEKONG_GATEWAY_ADDRESS must be host:port, as the partner reaches the gateway.");
  const dataFolder = path.resolve(environment.SEKONG_DATA || "data");
  return {
    ...{ name, file, country: country.data, gatewayAddress },
    ...{ json, exercise, refill, newSigningKey, unsigned, certificate: make ? "make" : use ? "use" : "keep" },
    dataFolder,
    databaseUrl: databaseAddress(environment, "DATABASE_URL", "the node's own database, as a superuser"),
    gatewayUrl: databaseAddress(
      environment,
      "SEKONG_GATEWAY_URL",
      "the gateway's database, as a superuser of its cluster",
    ),
    databaseFiles: environment.SEKONG_LINK_FILES || path.join(dataFolder, "link"),
  };
}

function parse(args: string[]) {
  const flag = { type: "boolean", default: false } as const;
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ json: flag, exercise: flag, refill: flag, unsigned: flag },
      ...{ "new-certificate": flag, "use-new-certificate": flag, "new-signing-key": flag },
    },
  });
}
