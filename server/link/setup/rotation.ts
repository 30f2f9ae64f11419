/** A new certificate beside the old one: the partner trusts both before this node takes the new one into use. */
import { existsSync, readFileSync, renameSync } from "node:fs";
import type { Client } from "pg";
import type { Country } from "@/domain/vocabulary";
import type { Invitation } from "../settings";
import { makeCertificate, partnerRole } from "./certificates";
import { withConnection } from "./client";
import { fileOf, readIfThere, writePrivate } from "./files";
import { LinkSetupError } from "./finding";

/** Makes the next certificate, unless there is one. It is not in use yet. */
export async function makeNextCertificate(
  dataFolder: string,
  country: Country,
  gatewayAddress: string,
  now: Date,
): Promise<void> {
  const file = fileOf(dataFolder, "nextCertificate");
  if (existsSync(file)) return;
  const made = await makeCertificate(country, gatewayAddress.split(":")[0] ?? "", now);
  writePrivate(fileOf(dataFolder, "nextKey"), made.key);
  writePrivate(file, made.certificate);
}

/** Signs in at the partner's gateway as this node's database would. Rejects with what the gateway or the line says. */
export async function withPartnerGateway<Result>(
  country: Country,
  { gateway, certificate: ca }: Invitation,
  own: { certificate: string; key: string },
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const [host = "", port = ""] = gateway.address.split(":");
  const address = { host, port: Number(port), database: gateway.database, user: partnerRole(country) };
  const ssl = { ca, cert: own.certificate, key: own.key, minVersion: "TLSv1.3", host } as const;
  return await withConnection({ ...address, ssl }, work);
}

/** Takes the next certificate into use, once the partner's gateway lets this node in with it. */
export async function switchCertificate(
  dataFolder: string,
  country: Country,
  partner: Invitation | undefined,
): Promise<void> {
  const [nextCertificate, nextKey] = [fileOf(dataFolder, "nextCertificate"), fileOf(dataFolder, "nextKey")];
  if (!existsSync(nextCertificate))
    throw new LinkSetupError("There is no new certificate: make one with `init --new-certificate` first.");
  // An earlier run may have ended between the two moves.
  const key = readIfThere(nextKey) ?? readFileSync(fileOf(dataFolder, "key"), "utf8");
  const next = { certificate: readFileSync(nextCertificate, "utf8"), key };
  if (partner) await requireTrusted(country, partner, next);
  if (existsSync(nextKey)) renameSync(nextKey, fileOf(dataFolder, "key"));
  renameSync(nextCertificate, fileOf(dataFolder, "certificate"));
}

const isSuspended = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("is not permitted to log in");

async function requireTrusted(
  country: Country,
  partner: Invitation,
  next: { certificate: string; key: string },
) {
  try {
    await withPartnerGateway(country, partner, next, async (client) => client.query("select 1"));
  } catch (error) {
    // PostgreSQL says so only to whom it knows by its certificate.
    if (isSuspended(error)) return;
    throw new LinkSetupError(
      `The partner's gateway does not let this node in with the new certificate yet (${error instanceof Error ? error.message : String(error)}): have the partner take this node's new invitation with \`join\`, give partner.crt to its servers and reload them.`,
    );
  }
}
