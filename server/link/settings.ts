/** What `npm run node` has set up for this node's link, read from its data folder. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Country, countrySchema, partnerOf } from "@/domain/vocabulary";

export const linkFolder = (dataFolder: string): string => path.join(dataFolder, "link");
export const linkFiles = {
  node: "node.json",
  partner: "partner.json",
  certificate: "node.crt",
  key: "node.key",
  /** Made by a rotation, trusted by the partner beside the current ones and not in use yet. */
  nextCertificate: "node-next.crt",
  nextKey: "node-next.key",
  partnerCertificate: "partner.crt",
  signingKey: "signing.key",
  /** A new signing key until its announcement is kept. */
  nextSigningKey: "signing.key.next",
  /** The announcements of own signing keys after the first one: nothing secret. */
  signingKeys: "signing-keys.json",
  ownHead: "own-head.json",
} as const;

/** A host and a port, such as `gateway.example:5433`. */
export const addressSchema = z.string().regex(/^[\w.-]+:\d{1,5}$/);

/** The own half of a link. */
export const nodeFileSchema = z.strictObject({
  v: z.literal(1),
  country: countrySchema,
  exercise: z.boolean(),
  gateway: z.strictObject({
    /** Where the partner reaches it. */
    address: addressSchema,
    database: z.string(),
    /** How this node writes into it. */
    writerUrl: z.string(),
  }),
  signingPublicKey: z.string(),
});
export type NodeFile = z.infer<typeof nodeFileSchema>;

/** The public half of a node, as `invite` writes it and the partner's `join` takes it. */
export const invitationSchema = z.strictObject({
  v: z.literal(1),
  country: countrySchema,
  exercise: z.boolean(),
  gateway: z.strictObject({ address: addressSchema, database: z.string() }),
  certificate: z.string().startsWith("-----BEGIN CERTIFICATE-----"),
  signingPublicKey: z.string().startsWith("-----BEGIN PUBLIC KEY-----"),
  fingerprint: z.string(),
});
export type Invitation = z.infer<typeof invitationSchema>;

export type LinkSettings = {
  /** Where the link's files are. */
  folder: string;
  node: NodeFile;
  partner: Invitation;
};

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

export const readNodeFile = (dataFolder: string): NodeFile | undefined =>
  readJson(path.join(linkFolder(dataFolder), linkFiles.node), nodeFileSchema);
export const readPartnerFile = (dataFolder: string): Invitation | undefined =>
  readJson(path.join(linkFolder(dataFolder), linkFiles.partner), invitationSchema);

/** Undefined while no link was set up, or the partner has not been joined. Throws on files that are not ours. */
export function readLinkSettings(dataFolder: string, country: Country): LinkSettings | undefined {
  const node = readNodeFile(dataFolder);
  const partner = readPartnerFile(dataFolder);
  if (!node || !partner) return undefined;
  if (node.country !== country || partner.country !== partnerOf(country))
    throw new Error(`The link in ${linkFolder(dataFolder)} is of another country than SEKONG_COUNTRY.`);
  return { folder: linkFolder(dataFolder), node, partner };
}
