/** Compares a country's projection with a fold of the log. */
import { and, eq } from "drizzle-orm";
import { streamsSeenBy, type Vector } from "@/domain/envelope";
import { canonical } from "@/domain/hash";
import { collections, type Picture } from "@/domain/picture";
import type { FoldMark } from "@/domain/protocol/up";
import { foldVersion } from "@/domain/protocol/version";
import type { Country } from "@/domain/vocabulary";
import type { Database } from "../database";
import { readAfter } from "../log/read";
import { readStoredHead, readStoredPicture } from "../projections/load";
import { Replay } from "../projections/rebuild";
import type { SearchRow } from "../projections/search-row";
import { incidentSearch } from "../schema";
import type { Fault } from "./streams";

const pageSize = 1_000;

export type CountryReport = {
  country: Country;
  /** The vector of the whole log. */
  vector: Vector;
  mark: FoldMark;
  /** The vector of the projection; undefined when there is none of this fold version to compare. */
  projected?: Vector;
  fault?: Fault;
};

export async function verifyCountry(db: Database, country: Country): Promise<CountryReport> {
  const stored = await readStoredHead(db, country);
  const projected = stored?.foldVersion === foldVersion ? stored.vector : undefined;
  const { whole, part } = await fold(db, country, projected ?? {});
  const report: CountryReport = { country, vector: whole.fold.vector, mark: whole.fold.mark };
  if (!projected) return report;
  const what = projectedPastEnd(projected, whole.fold.vector) ?? (await differences(db, country, part));
  return { ...report, projected, ...(what ? { fault: { place: `projection of ${country}`, what } } : {}) };
}

/** Folds the log as a whole, and as far as the projection's vector, both in the order of the log. */
async function fold(db: Database, country: Country, until: Vector): Promise<{ whole: Replay; part: Replay }> {
  const whole = new Replay(country);
  const part = new Replay(country);
  for (;;) {
    const events = await readAfter(db, whole.fold.vector, streamsSeenBy(country), pageSize);
    whole.apply(events);
    part.apply(events.filter(({ stream, seq }) => seq <= (until[stream] ?? 0)));
    if (events.length < pageSize) return { whole, part };
  }
}

function projectedPastEnd(projected: Vector, end: Vector): string | null {
  for (const stream of Object.keys(projected) as (keyof Vector)[]) {
    const seq = projected[stream] ?? 0;
    if (seq > (end[stream] ?? 0)) return `it is at ${stream} ${seq}, where the log has no event`;
  }
  return null;
}

async function differences(db: Database, country: Country, part: Replay): Promise<string | null> {
  const stored = await readStoredPicture(db, country);
  return (
    differenceOfPictures(stored, part.fold.picture) ?? (await differenceOfSearch(db, country, part.search))
  );
}

function differenceOfPictures(stored: Picture, folded: Picture): string | null {
  for (const collection of collections) {
    const left: ReadonlyMap<string, unknown> = stored[collection];
    const right: ReadonlyMap<string, unknown> = folded[collection];
    for (const id of new Set([...left.keys(), ...right.keys()])) {
      const what = difference(left.get(id), right.get(id));
      if (what) return `${collection} ${id} ${what}`;
    }
  }
  return null;
}

function difference(stored: unknown, folded: unknown): string | null {
  if (stored === undefined) return "is missing from it";
  if (folded === undefined) return "is in it but not in the log";
  return canonical(stored) === canonical(folded) ? null : "differs from the log";
}

async function differenceOfSearch(
  db: Database,
  country: Country,
  folded: ReadonlyMap<string, SearchRow>,
): Promise<string | null> {
  const rows = await db
    .select()
    .from(incidentSearch)
    .where(and(eq(incidentSearch.country, country)));
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const id of new Set([...stored.keys(), ...folded.keys()])) {
    const what = difference(comparable(stored.get(id)), comparable(folded.get(id)));
    if (what) return `the search row of ${id} ${what}`;
  }
  return null;
}

const comparable = (row: SearchRow | undefined): unknown =>
  row ? JSON.parse(JSON.stringify(row)) : undefined;
