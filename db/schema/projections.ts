/** Projections of the log, which can be dropped and rebuilt at any time. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Vector } from "../../domain/envelope";
import type { Collection } from "../../domain/picture";
import type { Country } from "../../domain/vocabulary";

const country = () => text().$type<Country>().notNull();

/** The vector and fold version of each country's projection. */
export const projectionHeads = pgTable(
  "projection_heads",
  {
    name: text().notNull(),
    country: country(),
    vector: jsonb().$type<Vector>().notNull(),
    foldVersion: integer("fold_version").notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.country] })],
);

/** Each country's live picture, for a fast start. */
export const pictureState = pgTable(
  "picture_state",
  {
    country: country(),
    collection: text().$type<Collection>().notNull(),
    id: text().notNull(),
    /** Canonical JSON of the entity. */
    entity: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.country, table.collection, table.id] })],
);

/** Every incident a country has held, including archived ones, for search and so that no ref is used twice. */
export const incidentSearch = pgTable(
  "incident_search",
  {
    country: country(),
    id: text().notNull(),
    ref: text().notNull(),
    owner: text().$type<Country>().notNull(),
    sharing: text().notNull(),
    /** Null for a recalled incident, of which only a tombstone is left. */
    kind: text(),
    impact: text(),
    status: text(),
    province: text(),
    reportedAt: timestamp("reported_at", { withTimezone: true }),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    archived: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.country, table.id] }),
    index("incident_search_ref").on(table.country, table.ref),
    index("incident_search_reported").on(table.country, table.reportedAt),
  ],
);
