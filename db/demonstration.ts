/**
 * The mark of a PostgreSQL cluster that the demonstration of two nations made. Only with it a node has the demo's
 * accounts, whose password is known, and says EXERCISE. It names its cluster, so that a copy elsewhere is recognised.
 */
import { sql } from "drizzle-orm";
import { type Country, countrySchema } from "@/domain/vocabulary";
import { type Database, rowsOf } from "./database";

/** The database holds the mark of another cluster: it was copied, and known passwords with it. */
export class CopiedDemonstrationError extends Error {
  override readonly name = "CopiedDemonstrationError";
  constructor() {
    super(
      "This database is a copy of a demonstration's: its accounts have known passwords, so it cannot be used.",
    );
  }
}

/** Marks the cluster of this database as one made for the demonstration. What is marked already stays as it is. */
export async function markDemonstration(db: Database, country: Country): Promise<void> {
  await db.execute(sql`
    create table if not exists exchange.demonstration (
      country text primary key, cluster text not null, made_at timestamptz not null default now())`);
  await db.execute(sql`
    insert into exchange.demonstration (country, cluster)
    select ${country}, system_identifier::text from pg_control_system()
    on conflict do nothing`);
}

/** The country the cluster was made for; undefined on every other. Throws CopiedDemonstrationError on a copy. */
export async function demonstrationOf(db: Database): Promise<Country | undefined> {
  const [table] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('exchange.demonstration') is not null as there`,
  );
  if (!table?.there) return undefined;
  const [mark] = await rowsOf<{ country: string; own: boolean }>(
    db,
    sql`select country, cluster = system_identifier::text as own from exchange.demonstration, pg_control_system()`,
  );
  if (!mark) return undefined;
  if (!mark.own) throw new CopiedDemonstrationError();
  return countrySchema.parse(mark.country);
}
