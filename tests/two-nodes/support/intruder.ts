/** Somebody who holds one node's files, or all rights on its gateway, and turns them against the other node. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Client, type ClientConfig } from "pg";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { linkFiles, linkFolder } from "@/server/link/settings";
import { partnerRole } from "@/server/link/setup/certificates";
import type { TwoNodes } from "./nodes";

export type Connection = ClientConfig & { replication?: "true" | "database" };

/** Connects to the gateway of the partner of `country` with that country's own certificate; `over` changes how. */
export async function connectAs(world: TwoNodes, country: Country, over: Connection = {}): Promise<Client> {
  const file = (name: keyof typeof linkFiles) =>
    readFileSync(path.join(linkFolder(world.nodes[country].folder), linkFiles[name]), "utf8");
  const tls = { ca: file("partnerCertificate"), cert: file("certificate"), key: file("key") };
  const port = Number(new URL(world.nodes[partnerOf(country)].gateway.url()).port);
  const options = { host: "127.0.0.1", port, database: "exchange", user: partnerRole(country), ssl: tls };
  const ssl = typeof over.ssl === "object" ? { ...tls, ...over.ssl } : (over.ssl ?? tls);
  const client = new Client({ ...options, ...over, ssl });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
