/** Suspending a link, and ending it. */
import { rmSync } from "node:fs";
import { escapeIdentifier } from "pg";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { partnerRole } from "./certificates";
import { withClient } from "./client";
import { fileOf } from "./files";
import { LinkSetupError } from "./finding";
import { dropPartner, endConnections } from "./gateway-sql";
import { unsubscribe } from "./node-sql";
import type { NodeOptions } from "./setup";

/** Stops or goes on with what the partner may fetch: nothing is lost, it waits in the gateway. */
export async function setSuspended(gatewayUrl: string, country: Country, suspended: boolean): Promise<void> {
  const partner = partnerRole(partnerOf(country));
  await withClient(
    gatewayUrl,
    async (admin) => {
      const { rows } = await admin.query("select from pg_roles where rolname = $1", [partner]);
      if (rows.length === 0)
        throw new LinkSetupError("There is no link to suspend or resume: `init` makes the partner's role.");
      await admin.query(`alter role ${escapeIdentifier(partner)} ${suspended ? "nologin" : "login"}`);
      if (suspended) await endConnections(admin, partner);
    },
    "The gateway",
  );
}

/** Ends the link on this side: nothing is fetched and nothing can be fetched any more. The records stay. */
export async function leave({
  country,
  dataFolder,
  databaseUrl,
  gatewayUrl,
}: Pick<NodeOptions, "country" | "dataFolder" | "databaseUrl" | "gatewayUrl">): Promise<void> {
  await withClient(gatewayUrl, (admin) => dropPartner(admin, country), "The gateway");
  await withClient(databaseUrl, (admin) => unsubscribe(admin, country), "The node's database");
  for (const name of ["partner", "partnerCertificate"] as const)
    rmSync(fileOf(dataFolder, name), { force: true });
}
