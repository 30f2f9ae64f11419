/** Finds the committed migrations, from the source tree as well as from the bundled server. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the migrations: beside this file, or in the repository of the bundle. Throws when there is none. */
export function migrationsFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const candidates = [here, path.join(here, "..", "db"), path.join(process.cwd(), "db")];
  for (const candidate of candidates) {
    const folder = path.join(candidate, "migrations");
    if (existsSync(path.join(folder, "meta", "_journal.json"))) return folder;
  }
  throw new Error(`no db/migrations near ${here}: start Sekong from its own folder`);
}
