/** A copy of one node's joint stream as a file, which the partner's node writes and the node itself takes back. */
import { appendFileSync, createReadStream, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Database, rowsOf } from "@/db/database";
import { type SignedHead, signedHeadSchema } from "@/db/heads/signature";
import { readSignedHeads } from "@/db/heads/store";
import type { Arrival } from "@/domain/admission/judge";
import { type Stream, streamOf } from "@/domain/envelope";
import { type Country, countrySchema, partnerOf } from "@/domain/vocabulary";
import { LinkSetupError } from "../setup/finding";

const pageSize = 1_000;
const arrivalSchema = z.strictObject({
  stream: z.string(),
  seq: z.number().int().min(1),
  header: z.string(),
  body: z.string().nullable(),
  salt: z.string().nullable(),
  hash: z.string(),
});
const lineSchema = z.union([
  z.strictObject({ v: z.literal(1), copyOf: countrySchema }),
  z.strictObject({ head: signedHeadSchema }),
  z.strictObject({ event: arrivalSchema }),
]);
type Line = z.infer<typeof lineSchema>;

const textOf = (line: Line): string => `${JSON.stringify(line)}\n`;

/** Rows of a stream as they landed from the partner, past a seq, oldest first. */
async function readLanded(db: Database, stream: Stream, after: number): Promise<Arrival[]> {
  const rows = await rowsOf<Omit<Arrival, "seq"> & { seq: string | number }>(
    db,
    sql`select stream, seq, coalesce(header, '') as header, body, salt, coalesce(hash, '') as hash
        from exchange.joint_events where stream = ${stream} and seq > ${after} order by seq limit ${pageSize}`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Writes all that this node has received of its partner's stream, and the heads that the partner signed of it. */
export async function writeCopy(db: Database, country: Country, file: string): Promise<{ events: number }> {
  const partner = partnerOf(country);
  writeFileSync(file, textOf({ v: 1, copyOf: partner }), { mode: 0o600 });
  for (let after = ""; ; ) {
    const heads = await readSignedHeads(db, partner, { after, limit: pageSize });
    appendFileSync(file, heads.map((head) => textOf({ head })).join(""));
    const last = heads.at(-1);
    if (!last) break;
    after = last.at;
  }
  let events = 0;
  for (let after = 0; ; ) {
    const page = await readLanded(db, streamOf(partner, "joint"), after);
    appendFileSync(file, page.map((event) => textOf({ event })).join(""));
    const last = page.at(-1);
    if (!last) return { events };
    events += page.length;
    after = last.seq;
  }
}

export type Copy = { heads: SignedHead[]; events: Arrival[] };

function parsedLine(text: string, number: number): Line {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    throw new LinkSetupError(
      `Line ${number} of the file is not of a copy of this node's stream: have the partner write it again.`,
    );
  }
}

/** Reads a copy of a country's own stream from a seq on. Throws one sentence when the file is none. */
export async function readCopy(file: string, country: Country, from: number): Promise<Copy> {
  const copy: Copy = { heads: [], events: [] };
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file, "utf8") })) {
    number += 1;
    const line = parsedLine(text, number);
    const isTitle = "copyOf" in line;
    if (isTitle !== (number === 1) || (isTitle && line.copyOf !== country))
      throw new LinkSetupError(
        `The file is no copy of ${country}'s stream: the partner writes one with \`npm run node -- return FILE\`.`,
      );
    if ("head" in line) copy.heads.push(line.head);
    if ("event" in line && line.event.seq >= from) copy.events.push(line.event);
  }
  return copy;
}
