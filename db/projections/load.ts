/** Reads a country's projection. */
import { and, eq, sql } from "drizzle-orm";
import { type Stream, streamsSeenBy, type Vector } from "@/domain/envelope";
import { addition, applyChange, emptyPicture, type Picture } from "@/domain/picture";
import type { Heads } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import { type Database, rowsOf } from "../database";
import { incidentSearch, pictureState, projectionHeads } from "../schema";
import type { LoadedPicture } from "../types";
import { projectionName, type StoredHead } from "./write";

export async function readStoredHead(db: Database, country: Country): Promise<StoredHead | undefined> {
  const [head] = await db
    .select()
    .from(projectionHeads)
    .where(and(eq(projectionHeads.name, projectionName), eq(projectionHeads.country, country)));
  return head;
}

/** The stored picture. */
export async function readStoredPicture(db: Database, country: Country): Promise<Picture> {
  const rows = await db
    .select()
    .from(pictureState)
    .where(eq(pictureState.country, country))
    .orderBy(pictureState.id);
  const picture = emptyPicture();
  for (const { collection, id, entity } of rows) {
    // The projector stored each entity under its own collection.
    applyChange(picture, addition(collection, id, JSON.parse(entity)));
  }
  return picture;
}

/** Reads the whole projection in one snapshot, so that another process's write cannot mix into it. */
export async function readProjection(db: Database, country: Country): Promise<LoadedPicture> {
  return await db.transaction(
    async (tx) => {
      const vector = (await readStoredHead(tx, country))?.vector ?? {};
      return {
        vector,
        picture: await readStoredPicture(tx, country),
        heads: await readHeadsAt(tx, vector),
        refs: await readRefs(tx, country),
        subjects: await readSubjects(tx, country),
        recalls: await readRecalls(tx),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function readHeadsAt(tx: Database, vector: Vector): Promise<Heads> {
  const heads: Heads = {};
  for (const stream of Object.keys(vector) as Stream[]) {
    const seq = vector[stream] ?? 0;
    const [row] = await rowsOf<{ hash: string }>(
      tx,
      sql`select hash from joint_events where stream = ${stream} and seq = ${seq}
          union all select hash from national_events where stream = ${stream} and seq = ${seq}`,
    );
    if (row) heads[stream] = { seq, hash: row.hash };
  }
  return heads;
}

async function readRefs(tx: Database, country: Country): Promise<Set<string>> {
  const rows = await tx
    .select({ ref: incidentSearch.ref })
    .from(incidentSearch)
    .where(eq(incidentSearch.country, country));
  return new Set(rows.map(({ ref }) => ref));
}

/** The subjects in the log, as those of erased reports are not in the picture and must not be reused. */
async function readSubjects(tx: Database, country: Country): Promise<Set<string>> {
  const seen = sql.join(
    streamsSeenBy(country).map((stream) => sql`${stream}`),
    sql.raw(", "),
  );
  const rows = await rowsOf<{ subject: string }>(
    tx,
    sql`select subject from joint_events where stream in (${seen})
        union select subject from national_events where stream in (${seen})`,
  );
  return new Set(rows.map(({ subject }) => subject));
}

async function readRecalls(tx: Database): Promise<LoadedPicture["recalls"]> {
  const rows = await rowsOf<{ stream: Stream; subject: string; seq: string | number }>(
    tx,
    sql`select stream, subject, max(seq) as seq from joint_events where type = 'release.recalled' group by stream, subject`,
  );
  return rows.map(({ stream, subject, seq }) => ({ stream, subject, seq: Number(seq) }));
}
