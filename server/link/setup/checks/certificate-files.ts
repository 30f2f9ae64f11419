/** Whether certificates are still good, and whether the database servers have been given the files as they are now. */
import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { Client } from "pg";
import { daysLeft } from "../../expiry";
import type { Finding } from "../finding";

export const fewestDaysLeft = 30;

/** Findings about the time that is left to certificates, PEM, one or several. The one that lasts longest counts. */
export function expiryFindings(certificates: string, whose: string, now: Date): Finding[] {
  const days = daysLeft(certificates, now);
  if (days >= fewestDaysLeft) return [];
  const todo =
    whose === "The partner's"
      ? "ask the partner to make a new one and to send a new invitation"
      : "make a new one with `npm run node -- init --new-certificate` (docs/operations.md, rotation)";
  const when = days < 0 ? `ended ${-days} days ago` : `ends in ${days} days`;
  return [`${whose} certificate ${when}: ${todo}, or the link stands still.`];
}

/** Findings about the name in the own certificate: the partner checks it against the address it connects to. */
export function nameFindings(certificate: string, address: string): Finding[] {
  const host = address.split(":")[0] ?? "";
  const own = new X509Certificate(certificate);
  const fits = isIP(host) ? own.checkIP(host) : own.checkHost(host);
  return fits
    ? []
    : [
        `Make a new certificate with \`npm run node -- init --new-certificate\`: this node's is not for ${host}, and the partner would refuse the gateway.`,
      ];
}

export type GivenFile = {
  /** As its server reads it; undefined when it is not there or may not be read. */
  text: string | undefined;
  /** Whether it was changed after the server last read its files. */
  waitsForReload: boolean;
};

/** Reads a file as the database server sees it. Paths are its own, relative ones in its data folder. */
export async function readGivenFile(client: Client, file: string): Promise<GivenFile> {
  try {
    const { rows } = await client.query<{ text: string | null; waits: boolean | null }>(
      `select pg_read_file($1, 0, 1000000, true) as text,
         (pg_stat_file($1, true)).modification > pg_conf_load_time() as waits`,
      [file],
    );
    return { text: rows[0]?.text ?? undefined, waitsForReload: rows[0]?.waits === true };
  } catch {
    return { text: undefined, waitsForReload: false };
  }
}

const sameText = (one: string | undefined, other: string): boolean => one?.trim() === other.trim();

/** What the gateway's server was given under the settings that name its files. */
export type GatewayFiles = { certificate: GivenFile; authority: GivenFile; hasKey: boolean };

/** Findings about the gateway's files. `partner` is undefined before the partner's invitation was taken. */
export function gatewayFileFindings(
  { certificate, authority, hasKey }: GatewayFiles,
  own: string,
  partner: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  if (!sameText(certificate.text, own) || !hasKey)
    findings.push(
      "Give node.crt and node.key to the gateway's PostgreSQL as ssl_cert_file and ssl_key_file: it does not show this node's certificate.",
    );
  if (partner && !sameText(authority.text, partner))
    findings.push(
      "Give partner.crt to the gateway's PostgreSQL as ssl_ca_file, and nothing else in that file: it does not know the partner's certificate as it is now.",
    );
  if (certificate.waitsForReload || (partner && authority.waitsForReload))
    findings.push(
      "Reload the gateway's PostgreSQL (`select pg_reload_conf()`): it has not read its certificates since they were changed.",
    );
  return findings;
}

/** Findings about the files with which the node's own database server signs in at the partner's gateway. */
export function nodeFileFindings(
  { certificate, authority, hasKey }: GatewayFiles,
  own: string,
  partner: string | undefined,
  folder: string,
): Finding[] {
  const isMissing =
    !sameText(certificate.text, own) ||
    !hasKey ||
    (partner !== undefined && !sameText(authority.text, partner));
  return isMissing
    ? [
        `Give node.crt, node.key and partner.crt as they are now to the node's PostgreSQL in ${folder} (owned by its user, mode 600), or set SEKONG_LINK_FILES to where it has them: with them it signs in at the partner's gateway.`,
      ]
    : [];
}
