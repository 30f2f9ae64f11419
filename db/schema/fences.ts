/** Units that crossed the edge of a watched area: national, told until a desk has seen them, and never in the log. */
import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import type { FenceWarning } from "../../domain/drawing/fence";
import type { Country } from "../../domain/vocabulary";

export const fenceNotices = pgTable(
  "fence_notices",
  {
    id: text().primaryKey(),
    /** The centre that is told. */
    centre: text().$type<Country>().notNull(),
    drawing: text().notNull(),
    label: text(),
    warning: text().$type<FenceWarning>().notNull(),
    unit: text().notNull(),
    callsign: text().notNull(),
    /** The unit's own country. */
    country: text().$type<Country>().notNull(),
    /** Milliseconds since 1970. */
    at: bigint({ mode: "number" }).notNull(),
    seenAt: bigint("seen_at", { mode: "number" }),
    /** The desk that saw it. */
    seenBy: text("seen_by"),
  },
  (table) => [index("fence_notices_centre").on(table.centre, table.at)],
);
