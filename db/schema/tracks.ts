/** Units' tracks: national, kept for some days, never replicated and never in the log. */
import { bigint, doublePrecision, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Country } from "../../domain/vocabulary";

export const unitTracks = pgTable(
  "unit_tracks",
  {
    country: text().$type<Country>().notNull(),
    unitId: text("unit_id").notNull(),
    /** Milliseconds since 1970. */
    at: bigint({ mode: "number" }).notNull(),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.country, table.unitId, table.at] }),
    index("unit_tracks_at").on(table.at),
  ],
);
