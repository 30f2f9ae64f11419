/** Verifies everything a database holds: chains, heads, and the projections made from them. */
import { streams } from "@/domain/envelope";
import { type Country, countries } from "@/domain/vocabulary";
import type { Connection } from "../connection";
import { readHeads } from "../log/read";
import { type CountryReport, verifyCountry } from "./projection";
import { type Fault, type StreamReport, verifyStream } from "./streams";

export type Report = {
  streams: StreamReport[];
  /** Empty when a chain is broken: a fold of it would prove nothing. */
  countries: CountryReport[];
  /** In the order they were found. */
  faults: Fault[];
};

/**
 * Reads the whole database in one snapshot and changes nothing. Chains first; only over sound chains is the log
 * folded and held against the projections of the countries asked for.
 */
export async function verify(connection: Connection, of: readonly Country[] = countries): Promise<Report> {
  return await connection.db.transaction(
    async (tx) => {
      const heads = await readHeads(tx, { lock: false });
      const report: Report = { streams: [], countries: [], faults: [] };
      for (const stream of streams) report.streams.push(await verifyStream(tx, stream, heads[stream]));
      report.faults.push(...report.streams.flatMap(({ fault }) => fault ?? []));
      if (report.faults.length > 0) return report;
      for (const country of of) report.countries.push(await verifyCountry(tx, country));
      report.faults.push(...report.countries.flatMap(({ fault }) => fault ?? []));
      return report;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
