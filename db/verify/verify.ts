/** Verifies a database: the log's chains and heads, and the projections made from it. */
import { streams } from "@/domain/envelope";
import { type Country, countries } from "@/domain/vocabulary";
import type { Connection } from "../connection";
import { readHeads } from "../log/read";
import { type HeadsReport, verifyHeads } from "./heads";
import { type CountryReport, verifyCountry } from "./projection";
import { type Fault, type StreamReport, verifyStream } from "./streams";

export type Report = {
  streams: StreamReport[];
  /** What both nodes signed of their streams. */
  heads: HeadsReport[];
  /** Empty when a chain is broken, as a fold of it would prove nothing. */
  countries: CountryReport[];
  /** In the order they were found. */
  faults: Fault[];
};

/** Public keys that a person vouches for, from the files of a node's link. */
export type PinnedKeys = Partial<Record<Country, string>>;

/**
 * Verifies the whole database in one snapshot, changing nothing. Only when the chains are sound is the log folded and
 * compared with the projections of the given countries.
 */
export async function verify(
  connection: Connection,
  of: readonly Country[] = countries,
  pinned: PinnedKeys = {},
): Promise<Report> {
  return await connection.db.transaction(
    async (tx) => {
      const heads = await readHeads(tx, { lock: false });
      const report: Report = { streams: [], heads: [], countries: [], faults: [] };
      for (const stream of streams) report.streams.push(await verifyStream(tx, stream, heads[stream]));
      for (const country of countries) {
        const options = { country, isOwn: of.includes(country), pinned: pinned[country] };
        report.heads.push(await verifyHeads(tx, options));
      }
      report.faults.push(...[...report.streams, ...report.heads].flatMap(({ fault }) => fault ?? []));
      if (report.faults.length > 0) return report;
      for (const country of of) report.countries.push(await verifyCountry(tx, country));
      report.faults.push(...report.countries.flatMap(({ fault }) => fault ?? []));
      return report;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
