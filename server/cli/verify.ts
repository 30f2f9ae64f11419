/**
 * `npm run verify [-- --rebuild]`: verifies the log's hash chains and compares the projections with a fold of the log.
 * Exit code 0 when there is no fault, 1 when there is one, 2 when it could not verify.
 * The embedded database can be verified only while the server is stopped.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { connect } from "@/db/connect";
import type { Connection } from "@/db/connection";
import { createProjections } from "@/db/projections/projections";
import { reportLines } from "@/db/verify/text";
import { type PinnedKeys, verify } from "@/db/verify/verify";
import { countries, countrySchema } from "@/domain/vocabulary";
import { readNodeFile, readPartnerFile } from "../link/settings";
import { databaseCode, exitNo, runTool, UserError } from "./terminal";

const undefinedTable = "42P01";
const dataFolder = path.resolve(process.env.SEKONG_DATA || "data");

async function main(): Promise<number> {
  const { rebuild } = options();
  const connection = await open();
  try {
    if (rebuild) await createProjections(connection).dropAndRebuild();
    const country = countrySchema.safeParse(process.env.SEKONG_COUNTRY);
    const report = await verify(connection, country.success ? [country.data] : countries, pinnedKeys());
    for (const line of reportLines(report)) console.log(line);
    return report.faults.length === 0 ? 0 : exitNo;
  } catch (error) {
    if (databaseCode(error) === undefinedTable) throw new UserError("This database has no Sekong log yet.");
    throw error;
  } finally {
    await connection.close();
  }
}

/** The public keys that the files of this node's link vouch for; none where there is no link. */
function pinnedKeys(): PinnedKeys {
  const sides = [readNodeFile(dataFolder), readPartnerFile(dataFolder)].filter((side) => side !== undefined);
  return Object.fromEntries(sides.map(({ country, signingPublicKey }) => [country, signingPublicKey]));
}

function options(): { rebuild: boolean } {
  try {
    const { values } = parseArgs({ options: { rebuild: { type: "boolean", default: false } } });
    return { rebuild: values.rebuild };
  } catch {
    throw new UserError("Usage: npm run verify [-- --rebuild] (--rebuild first rebuilds the projections).");
  }
}

async function open(): Promise<Connection> {
  const databaseUrl = process.env.DATABASE_URL || undefined;
  if (!databaseUrl && !existsSync(path.join(dataFolder, "pglite", "PG_VERSION"))) {
    throw new UserError(
      `There is no database in ${dataFolder}: start Sekong once, or set SEKONG_DATA or DATABASE_URL.`,
    );
  }
  return await connect({ databaseUrl, dataDir: dataFolder, migrate: false });
}

await runTool(main);
