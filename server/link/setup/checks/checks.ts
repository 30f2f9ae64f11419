/** Everything around a link that a program can check, from both databases and the link's files. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { linkFiles, linkFolder, type NodeFile, readPartnerFile } from "../../settings";
import { partnerRole } from "../certificates";
import { type Finding, LinkSetupError } from "../finding";
import { exposureFindings } from "../gateway-exposure";
import { accessFindings, readAccess } from "./access";
import {
  expiryFindings,
  type GatewayFiles,
  gatewayFileFindings,
  nameFindings,
  nodeFileFindings,
  readGivenFile,
} from "./certificate-files";
import {
  gatewayServerFindings,
  isSameCluster,
  nodeServerFindings,
  readServer,
  type ServerFacts,
} from "./database-server";
import { partnerFindings, readHeard } from "./partner";
import { gatewayRightsFindings, nodeRightsFindings } from "./rights";

export type CheckOptions = {
  country: Country;
  dataFolder: string;
  /** Where the node's database server reads the link's files. */
  databaseFiles: string;
  node: NodeFile;
  now: Date;
};

const sameClusterSentence =
  "Make a PostgreSQL cluster of its own for the gateway: it is the node's own now, and whoever may replicate from it reads every table.";

async function filesAt(
  client: Client,
  paths: { certificate: string; authority: string; key: string },
): Promise<GatewayFiles> {
  const { rows } = await client
    .query<{ there: boolean }>("select (pg_stat_file($1, true)).size is not null as there", [paths.key])
    .catch(() => ({ rows: [] }));
  return {
    certificate: await readGivenFile(client, paths.certificate),
    authority: await readGivenFile(client, paths.authority),
    hasKey: rows[0]?.there === true,
  };
}

async function gatewayFileFindingsOf(client: Client, { settings }: ServerFacts, texts: LinkTexts) {
  const settingOf = (name: string) => settings.get(name)?.value ?? "";
  const files = await filesAt(client, {
    certificate: settingOf("ssl_cert_file"),
    authority: settingOf("ssl_ca_file"),
    key: settingOf("ssl_key_file"),
  });
  return gatewayFileFindings(files, texts.own, texts.partner);
}

/** Findings about the gateway's server, access rules and rights. `client` is a superuser in its database. */
export async function gatewayFindings(
  client: Client,
  country: Country,
  facts?: ServerFacts,
): Promise<Finding[]> {
  const role = partnerRole(partnerOf(country));
  const { rows } = await client.query<{ database: string }>("select current_database() as database");
  return [
    ...gatewayServerFindings(facts ?? (await readServer(client))),
    ...accessFindings(await readAccess(client), { role, database: rows[0]?.database ?? "" }),
    ...(await gatewayRightsFindings(client, country)),
    ...(await exposureFindings(client, country)),
  ];
}

async function nodeFindings(client: Client, facts: ServerFacts, options: CheckOptions, texts: LinkTexts) {
  const { country, databaseFiles } = options;
  const files = await filesAt(client, {
    certificate: path.join(databaseFiles, linkFiles.certificate),
    authority: path.join(databaseFiles, linkFiles.partnerCertificate),
    key: path.join(databaseFiles, linkFiles.key),
  });
  const heard = await readHeard(client, partnerOf(country));
  return [
    ...nodeServerFindings(facts),
    ...nodeFileFindings(files, texts.own, texts.partner, databaseFiles),
    ...(await nodeRightsFindings(client, country)),
    ...(heard ? partnerFindings(heard) : []),
  ];
}

/** Throws one sentence when a link cannot be set up here at all, before anything is changed. */
export async function requireTwoClusters(database: Client, gateway: Client): Promise<void> {
  const [node, other] = [await readServer(database), await readServer(gateway)];
  if (!node.isSuperuser || !other.isSuperuser)
    throw new LinkSetupError(
      `${node.isSuperuser ? "SEKONG_GATEWAY_URL" : "DATABASE_URL"} must name a superuser for this command: only one can make roles that replicate, and subscriptions.`,
    );
  if (isSameCluster(node, other)) throw new LinkSetupError(sameClusterSentence);
}

type LinkTexts = { own: string; partner: string | undefined };

/** Findings about everything. Both clients are superusers. */
export async function findAll(
  clients: { database: Client; gateway: Client },
  options: CheckOptions,
): Promise<Finding[]> {
  const { dataFolder, node, now } = options;
  const own = readFileSync(path.join(linkFolder(dataFolder), linkFiles.certificate), "utf8");
  const partner = readPartnerFile(dataFolder)?.certificate;
  const texts = { own, partner };
  const database = await readServer(clients.database);
  const gateway = await readServer(clients.gateway);
  return [
    ...(isSameCluster(database, gateway) ? [sameClusterSentence] : []),
    ...(await nodeFindings(clients.database, database, options, texts)),
    ...(await gatewayFindings(clients.gateway, options.country, gateway)),
    ...(await gatewayFileFindingsOf(clients.gateway, gateway, texts)),
    ...expiryFindings(own, "This node's", now),
    ...nameFindings(own, node.gateway.address),
    ...(partner ? expiryFindings(partner, "The partner's", now) : []),
  ];
}
