/** Makes a node's half of a link and takes the partner's: what `npm run node` does. Every step may be run again. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { type Country, partnerOf } from "@/domain/vocabulary";
import {
  type Invitation,
  invitationSchema,
  linkFiles,
  linkFolder,
  type NodeFile,
  nodeFileSchema,
  readNodeFile,
} from "../settings";
import { fingerprintOf, makeCertificate, makeSigningKey, partnerRole } from "./certificates";
import { dropSlots, prepareGateway, writerRole } from "./gateway-sql";
import { prepareLanding, subscribe, unsubscribe } from "./node-sql";

export type NodeOptions = {
  country: Country;
  dataFolder: string;
  /** The node's own database, as a superuser. */
  databaseUrl: string;
  /** The gateway's database, as a superuser of its cluster. */
  gatewayUrl: string;
  /** Where the partner reaches the gateway: `host:port`. */
  gatewayAddress: string;
  exercise: boolean;
  now: Date;
};

/** Runs work with a client of its own. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Writes a file that only its owner may read. */
function writePrivate(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, 0o600);
}

function ensureFile(file: string, make: () => string): string {
  if (!existsSync(file)) writePrivate(file, make());
  return readFileSync(file, "utf8");
}

/** Makes certificate, keys, gateway, roles and rights. What is there already is kept. */
export async function initialise(options: NodeOptions): Promise<NodeFile> {
  const { country, dataFolder, databaseUrl, gatewayUrl, gatewayAddress, exercise, now } = options;
  const folder = linkFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = (name: keyof typeof linkFiles) => path.join(folder, linkFiles[name]);
  const known = readNodeFile(dataFolder);
  if (!existsSync(file("certificate"))) {
    const made = await makeCertificate(country, gatewayAddress.split(":")[0] ?? "", now);
    writePrivate(file("key"), made.key);
    writePrivate(file("certificate"), made.certificate);
  }
  let signingPublicKey = known?.signingPublicKey;
  ensureFile(file("signingKey"), () => {
    const made = makeSigningKey();
    signingPublicKey = made.publicKey;
    return made.privateKey;
  });
  if (!signingPublicKey) throw new Error(`${file("node")} is missing though ${file("signingKey")} is there.`);
  const gateway = new URL(gatewayUrl);
  const password = known ? new URL(known.gateway.writerUrl).password : randomBytes(24).toString("hex");
  const database = gateway.pathname.slice(1);
  await withClient(gatewayUrl, (admin) => prepareGateway(admin, country, password));
  await withClient(databaseUrl, (admin) => prepareLanding(admin, country));
  const writerUrl = `postgres://${writerRole}:${password}@${gateway.host}/${database}`;
  const node = nodeFileSchema.parse({
    v: 1,
    country,
    exercise,
    gateway: { address: gatewayAddress, database, writerUrl },
    signingPublicKey,
  });
  writePrivate(file("node"), JSON.stringify(node, null, 2));
  return node;
}

/** The public half of a node. */
export function invitationOf(dataFolder: string): Invitation {
  const node = readNodeFile(dataFolder);
  if (!node) throw new Error("This node was not set up yet: run `npm run node -- init` first.");
  const certificate = readFileSync(path.join(linkFolder(dataFolder), linkFiles.certificate), "utf8");
  const { country, exercise, gateway, signingPublicKey } = node;
  return {
    v: 1,
    country,
    exercise,
    gateway: { address: gateway.address, database: gateway.database },
    certificate,
    signingPublicKey,
    fingerprint: fingerprintOf(country, certificate, signingPublicKey),
  };
}

/** Reads the partner's invitation. Throws one sentence when it is not one for this node. */
export function readInvitation(text: string, node: NodeFile): Invitation {
  const parsed = invitationSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error("The file is no invitation of a Sekong node.");
  const invitation = parsed.data;
  if (invitation.country !== partnerOf(node.country))
    throw new Error("The invitation is of this node's own country: take the partner's.");
  if (invitation.exercise !== node.exercise)
    throw new Error("One node is an exercise and the other is real: they are never linked.");
  const { country, certificate, signingPublicKey, fingerprint } = invitation;
  if (fingerprintOf(country, certificate, signingPublicKey) !== fingerprint)
    throw new Error("The invitation's fingerprint does not match its content: ask for the file again.");
  return invitation;
}

/** Remembers the partner; the gateway trusts its certificate once its server has been given the file. */
export function rememberPartner(dataFolder: string, invitation: Invitation): void {
  const folder = linkFolder(dataFolder);
  writePrivate(path.join(folder, linkFiles.partnerCertificate), invitation.certificate);
  writePrivate(path.join(folder, linkFiles.partner), JSON.stringify(invitation, null, 2));
}

/** Subscribes to the partner's gateway. `folder` holds the link's files as the database server reads them. */
export async function subscribeTo(
  { country, databaseUrl }: Pick<NodeOptions, "country" | "databaseUrl">,
  invitation: Invitation,
  folder: string,
): Promise<void> {
  const [host = "", port = ""] = invitation.gateway.address.split(":");
  const gateway = {
    host,
    port: Number(port),
    database: invitation.gateway.database,
    files: {
      partnerCertificate: path.join(folder, linkFiles.partnerCertificate),
      certificate: path.join(folder, linkFiles.certificate),
      key: path.join(folder, linkFiles.key),
    },
  };
  await withClient(databaseUrl, (admin) => subscribe(admin, country, gateway));
}

/** Stops or goes on with what the partner may fetch: nothing is lost, it waits in this node's log. */
export async function setSuspended(gatewayUrl: string, country: Country, suspended: boolean): Promise<void> {
  const partner = partnerRole(partnerOf(country));
  await withClient(gatewayUrl, async (admin) => {
    await admin.query(`alter role ${partner} ${suspended ? "nologin" : "login"}`);
    if (suspended)
      await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = $1", [
        partner,
      ]);
  });
}

/** Ends the link on this side: nothing is fetched and nothing can be fetched any more. The records stay. */
export async function leave({
  country,
  dataFolder,
  databaseUrl,
  gatewayUrl,
}: Pick<NodeOptions, "country" | "dataFolder" | "databaseUrl" | "gatewayUrl">): Promise<void> {
  await setSuspended(gatewayUrl, country, true);
  await withClient(databaseUrl, (admin) => unsubscribe(admin, country));
  await withClient(gatewayUrl, dropSlots);
  for (const name of [linkFiles.partner, linkFiles.partnerCertificate])
    rmSync(path.join(linkFolder(dataFolder), name), { force: true });
}
