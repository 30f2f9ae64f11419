import { defineConfig } from "drizzle-kit";

/** Only for `npm run db:generate -- --name <what-changes>`; the server applies migrations itself when it starts. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
});
