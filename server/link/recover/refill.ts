/** Fetches all of the partner's stream again: a restored node has lost what its slot at the partner's gateway has passed. */
import { readFileSync } from "node:fs";
import type { Country } from "@/domain/vocabulary";
import type { Invitation } from "../settings";
import { withClient } from "../setup/client";
import { fileOf } from "../setup/files";
import { fetchFrom } from "../setup/joining";
import { unsubscribe } from "../setup/node-sql";
import { withPartnerGateway } from "../setup/rotation";

type Joining = { country: Country; databaseUrl: string; dataFolder: string; databaseFiles: string };

/** What has landed before is passed over. Rejects, with nothing changed, while the partner's gateway lets nobody in. */
export async function refill(joining: Joining, invitation: Invitation): Promise<void> {
  const { country, databaseUrl, dataFolder } = joining;
  const own = {
    certificate: readFileSync(fileOf(dataFolder, "certificate"), "utf8"),
    key: readFileSync(fileOf(dataFolder, "key"), "utf8"),
  };
  await withPartnerGateway(country, invitation, own, (client) => client.query("select 1"));
  await withClient(databaseUrl, (admin) => unsubscribe(admin, country), "The node's database");
  await fetchFrom(joining, invitation);
}
