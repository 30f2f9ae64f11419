/** The writes of a projection, for use in one transaction: changed entities, search rows, digests, and the vector. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Vector } from "@/domain/envelope";
import { canonical } from "@/domain/hash";
import type { IncidentEntity } from "@/domain/incident/schema";
import { type Change, collections } from "@/domain/picture";
import { foldVersion } from "@/domain/protocol/version";
import type { Country } from "@/domain/vocabulary";
import type { Database } from "../database";
import { digests, incidentSearch, pictureState, projectionHeads } from "../schema";
import { slices } from "../slices";
import type { Mark } from "./dirty";
import { type SearchRow, searchRow } from "./search-row";

export const projectionName = "picture";
export type StoredHead = { vector: Vector; foldVersion: number };

/** Locks and returns the stored head; creates it when absent, so that there is a row to lock. */
export async function lockHead(tx: Database, country: Country): Promise<StoredHead> {
  const found = await selectHeadForUpdate(tx, country);
  if (found) return found;
  const none = { name: projectionName, country, vector: {}, foldVersion };
  await tx.insert(projectionHeads).values(none).onConflictDoNothing();
  return (await selectHeadForUpdate(tx, country)) ?? none;
}

async function selectHeadForUpdate(tx: Database, country: Country): Promise<StoredHead | undefined> {
  const where = and(eq(projectionHeads.name, projectionName), eq(projectionHeads.country, country));
  const [head] = await tx.select().from(projectionHeads).where(where).for("update");
  return head;
}

export async function moveHead(tx: Database, country: Country, vector: Vector): Promise<void> {
  await tx
    .insert(projectionHeads)
    .values({ name: projectionName, country, vector, foldVersion })
    .onConflictDoUpdate({
      target: [projectionHeads.name, projectionHeads.country],
      set: { vector, foldVersion },
    });
}

/** Writes the state after each change; an entity may occur once only. */
export async function writeChanges(
  tx: Database,
  country: Country,
  changes: readonly Change[],
): Promise<void> {
  await upsertEntities(tx, country, changes);
  await deleteEntities(tx, country, changes);
  const rows = changes.flatMap((change): SearchRow[] => {
    if (change.collection !== "incidents") return [];
    const known: IncidentEntity | undefined = change.after ?? change.before;
    return known ? [searchRow(country, known, change.after === undefined)] : [];
  });
  await upsertSearch(tx, rows);
}

async function upsertEntities(tx: Database, country: Country, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap(({ collection, id, after }) =>
    after === undefined ? [] : [{ country, collection, id, entity: canonical(after) }],
  );
  for (const part of slices(rows)) {
    await tx
      .insert(pictureState)
      .values(part)
      .onConflictDoUpdate({
        target: [pictureState.country, pictureState.collection, pictureState.id],
        set: { entity: sql`excluded.entity` },
      });
  }
}

async function deleteEntities(tx: Database, country: Country, changes: readonly Change[]): Promise<void> {
  for (const collection of collections) {
    const ids = changes.flatMap((change) =>
      change.collection === collection && change.after === undefined ? [change.id] : [],
    );
    for (const part of slices(ids)) {
      await tx
        .delete(pictureState)
        .where(
          and(
            eq(pictureState.country, country),
            eq(pictureState.collection, collection),
            inArray(pictureState.id, part),
          ),
        );
    }
  }
}

const searchColumns = {
  ref: sql`excluded.ref`,
  owner: sql`excluded.owner`,
  sharing: sql`excluded.sharing`,
  kind: sql`excluded.kind`,
  impact: sql`excluded.impact`,
  status: sql`excluded.status`,
  province: sql`excluded.province`,
  reportedAt: sql`excluded.reported_at`,
  closedAt: sql`excluded.closed_at`,
  archived: sql`excluded.archived`,
};

export async function upsertSearch(tx: Database, rows: readonly SearchRow[]): Promise<void> {
  for (const part of slices(rows)) {
    await tx
      .insert(incidentSearch)
      .values(part)
      .onConflictDoUpdate({ target: [incidentSearch.country, incidentSearch.id], set: searchColumns });
  }
}

export async function writeDigests(tx: Database, country: Country, marks: readonly Mark[]): Promise<void> {
  const rows = marks.map(({ vector, mark }) => ({
    country,
    vector: canonical(vector),
    foldVersion: mark.version,
    digest: mark.digest,
  }));
  for (const part of slices(rows)) await tx.insert(digests).values(part).onConflictDoNothing();
}

/** Deletes a country's projection except its head, which is the lock. */
export async function dropProjection(tx: Database, country: Country): Promise<void> {
  await tx.delete(pictureState).where(eq(pictureState.country, country));
  await tx.delete(incidentSearch).where(eq(incidentSearch.country, country));
}
