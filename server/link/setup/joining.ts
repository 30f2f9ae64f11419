/** Fetching from the partner, also where an earlier link has left something behind at its gateway. */
import { readFileSync } from "node:fs";
import type { Country } from "@/domain/vocabulary";
import type { Invitation } from "../settings";
import { withClient } from "./client";
import { fileOf } from "./files";
import { subscriptionNames, unsubscribe } from "./node-sql";
import { withPartnerGateway } from "./rotation";
import { subscribeTo } from "./setup";

type Joining = { country: Country; databaseUrl: string; dataFolder: string; databaseFiles: string };

const leftSlot = (error: unknown): boolean =>
  error instanceof Error && /replication slot "\w+" already exists/.test(error.message);

/** Drops what subscriptions of an earlier link of this node have left at the partner's gateway. */
async function dropLeftSlots({ country, dataFolder }: Joining, invitation: Invitation): Promise<void> {
  const own = {
    certificate: readFileSync(fileOf(dataFolder, "certificate"), "utf8"),
    key: readFileSync(fileOf(dataFolder, "key"), "utf8"),
  };
  await withPartnerGateway(country, invitation, own, (client) =>
    client.query(
      "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = any ($1) and not active",
      [Object.values(subscriptionNames(country))],
    ),
  );
}

/** Subscribes, or points existing subscriptions at the invitation's gateway. Rejects while that lets nobody in. */
export async function fetchFrom(joining: Joining, invitation: Invitation): Promise<void> {
  const { databaseFiles } = joining;
  try {
    await subscribeTo(joining, invitation, databaseFiles);
  } catch (error) {
    if (!leftSlot(error)) throw error;
    await dropLeftSlots(joining, invitation);
    await subscribeTo(joining, invitation, databaseFiles);
  }
}

/**
 * Fetches everything anew, after a slot at the partner's gateway was lost: what has landed before is passed over, and what
 * was erased since comes back with no body. Rejects, and changes nothing, while the gateway lets nobody in.
 */
export async function refillFrom(joining: Joining, invitation: Invitation): Promise<void> {
  const { country, databaseUrl } = joining;
  await dropLeftSlots(joining, invitation);
  await withClient(databaseUrl, (admin) => unsubscribe(admin, country), "The node's database");
  await fetchFrom(joining, invitation);
}
