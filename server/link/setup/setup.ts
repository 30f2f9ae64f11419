/** Makes a node's half of a link and takes the partner's: what `npm run node` does. Every step may be run again. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { daysLeft } from "../expiry";
import {
  type Invitation,
  invitationSchema,
  linkFiles,
  linkFolder,
  type NodeFile,
  nodeFileSchema,
  readNodeFile,
} from "../settings";
import { fingerprintOf, makeCertificate, makeSigningKey, publicKeyOf } from "./certificates";
import { withClient } from "./client";
import { fileOf, readIfThere, writePrivate } from "./files";
import { LinkSetupError } from "./finding";
import { prepareGateway, writerRole } from "./gateway-sql";
import { prepareLanding, subscribe } from "./node-sql";

export const notSetUp = "This node was not set up yet: run `npm run node -- init` first.";

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

/** The own signing key: the one that is there, else a new one. */
function ensureSigningKey(dataFolder: string): string {
  const file = fileOf(dataFolder, "signingKey");
  const known = readIfThere(file);
  if (known) return publicKeyOf(known);
  const made = makeSigningKey();
  writePrivate(file, made.privateKey);
  return made.publicKey;
}

async function ensureCertificate(dataFolder: string, country: Country, address: string, now: Date) {
  const file = fileOf(dataFolder, "certificate");
  if (existsSync(file)) return;
  const made = await makeCertificate(country, address.split(":")[0] ?? "", now);
  writePrivate(fileOf(dataFolder, "key"), made.key);
  writePrivate(file, made.certificate);
}

/** How this node writes into its gateway: the administrator's address with the writer's name and password. */
function writerUrlOf(gatewayUrl: string, password: string): string {
  const url = new URL(gatewayUrl);
  url.username = writerRole;
  url.password = password;
  return url.href;
}

/** Makes certificate, keys, gateway, roles and rights. What is there already is kept. */
export async function initialise(options: NodeOptions): Promise<NodeFile> {
  const { country, dataFolder, databaseUrl, gatewayUrl, gatewayAddress, exercise, now } = options;
  mkdirSync(linkFolder(dataFolder), { recursive: true, mode: 0o700 });
  const known = readNodeFile(dataFolder);
  if (known && (known.country !== country || known.exercise !== exercise))
    throw new LinkSetupError(
      `The link's files in ${linkFolder(dataFolder)} are of ${known.country}, ${known.exercise ? "for an exercise" : "not for an exercise"}: use them so, or another data folder.`,
    );
  await ensureCertificate(dataFolder, country, gatewayAddress, now);
  const signingPublicKey = known?.signingPublicKey ?? ensureSigningKey(dataFolder);
  const password = known ? new URL(known.gateway.writerUrl).password : randomBytes(24).toString("hex");
  await withClient(gatewayUrl, (admin) => prepareGateway(admin, country, password), "The gateway");
  await withClient(databaseUrl, (admin) => prepareLanding(admin, country), "The node's database");
  const database = new URL(gatewayUrl).pathname.slice(1);
  const writerUrl = writerUrlOf(gatewayUrl, password);
  const gateway = { address: gatewayAddress, database, writerUrl };
  const node = nodeFileSchema.parse({ v: 1, country, exercise, gateway, signingPublicKey });
  writePrivate(fileOf(dataFolder, "node"), JSON.stringify(node, null, 2));
  return node;
}

/** The public half of a node; during a rotation with both certificates. */
export function invitationOf(dataFolder: string): Invitation {
  const node = readNodeFile(dataFolder);
  if (!node) throw new LinkSetupError(notSetUp);
  const current = readFileSync(fileOf(dataFolder, "certificate"), "utf8");
  const certificate = `${current}${readIfThere(fileOf(dataFolder, "nextCertificate")) ?? ""}`;
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

function parsedInvitation(text: string): Invitation {
  try {
    const invitation = invitationSchema.parse(JSON.parse(text));
    daysLeft(invitation.certificate, new Date());
    return invitation;
  } catch {
    throw new LinkSetupError("The file is no invitation of a Sekong node: ask the partner for it again.");
  }
}

/** Reads the partner's invitation. Throws one sentence when it is not one for this node. */
export function readInvitation(text: string, node: NodeFile): Invitation {
  const invitation = parsedInvitation(text);
  if (invitation.country !== partnerOf(node.country))
    throw new LinkSetupError("The invitation is of this node's own country: take the partner's.");
  if (invitation.exercise !== node.exercise)
    throw new LinkSetupError("One node is an exercise and the other is real: they are never linked.");
  const { country, certificate, signingPublicKey, fingerprint } = invitation;
  if (fingerprintOf(country, certificate, signingPublicKey) !== fingerprint)
    throw new LinkSetupError(
      "The invitation's fingerprint does not match its content: ask for the file again.",
    );
  return invitation;
}

/** Remembers the partner; the gateway trusts its certificate once its server has been given the file. */
export function rememberPartner(dataFolder: string, invitation: Invitation): void {
  writePrivate(fileOf(dataFolder, "partnerCertificate"), invitation.certificate);
  writePrivate(fileOf(dataFolder, "partner"), JSON.stringify(invitation, null, 2));
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
  await withClient(databaseUrl, (admin) => subscribe(admin, country, gateway), "The node's database");
}
