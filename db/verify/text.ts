/** Prints the report of a verification. */
import { streams, type Vector } from "@/domain/envelope";
import type { HeadsReport } from "./heads";
import type { CountryReport } from "./projection";
import type { StreamReport } from "./streams";
import type { Report } from "./verify";

/** The lines of a report: heads and digests, then the faults, or that there are none. */
export function reportLines(report: Report): string[] {
  return [
    ...report.streams.map(streamLine),
    ...report.heads.flatMap(headsLine),
    ...report.countries.map(countryLine),
    ...report.faults.map(({ place, what }) => `WRONG at ${place}: ${what}.`),
    report.faults.length === 0
      ? "The log is intact and the projections agree with it."
      : "Verification failed.",
  ];
}

function streamLine({ stream, head, erased, fault }: StreamReport): string {
  const state = fault ? "sound so far" : "sound";
  const gone = erased > 0 ? `, ${erased} erased` : "";
  return `${stream.padEnd(11)}  ${state}: seq ${head.seq}, clock ${head.clock}${gone}, head ${head.hash}`;
}

/** The first key is named, so that it can be compared with what was read by telephone. */
function headsLine({ country, keys, count, last, fault }: HeadsReport): string[] {
  const [first] = keys;
  if (!first) return [];
  const signed = last ? `${count} signed heads, the last of seq ${last.seq} at ${last.at}` : "no signed head";
  const chain = keys.length === 1 ? "one key" : `${keys.length} keys`;
  return [`${country} heads    ${fault ? "wrong" : "sound"}: ${signed}, ${chain}, the first ${first.key}`];
}

function countryLine({ country, vector, mark, projected, fault }: CountryReport): string {
  const digest = `${country}  fold ${mark.version}, ${vectorText(vector)}, digest ${mark.digest}`;
  if (!projected) return `${digest}, no projection of this fold version`;
  return fault ? digest : `${digest}, projection equal at ${vectorText(projected)}`;
}

const vectorText = (vector: Vector): string =>
  streams
    .flatMap((stream) => (vector[stream] === undefined ? [] : `${stream} ${vector[stream]}`))
    .join(", ") || "empty";
