/** What a node knows of a thing from the two joint streams: the evidence on which a partner's event is judged. */
import { compareLogOrder, countryOf, type Header, makerOf, type Stream } from "../envelope";
import { type Country, partnerOf } from "../vocabulary";

/** The header of an admitted joint event, as far as the judgement needs it. Bodies may be erased; headers never are. */
export type Trace = Pick<Header, "stream" | "seq" | "seen" | "clock" | "id" | "type">;

/** The admitted joint events about one subject, in any order. */
export type HistoryOf = (subject: string) => readonly Trace[];

/** What the writer of an event knew when it wrote: its own stream before the event, ours up to `seen`. */
export type Horizon = { stream: Stream; seq: number; seen: number };

/** The part of a history that the writer of an event knew, in the order of the log. */
export function knownTo(history: readonly Trace[], horizon: Horizon): Trace[] {
  return history
    .filter(({ stream, seq }) => (stream === horizon.stream ? seq < horizon.seq : seq <= horizon.seen))
    .sort(compareLogOrder);
}

/** How an incident stood with a writer: whose it was, and whether it was shared. */
export type Standing = {
  owner: Country;
  sharing: "unknown" | "released" | "recalled" | "archived";
  /** Sequence number of the originator's last release or recall: a partner's step that had not seen it is late. */
  since: number;
  /** The offer that stands, and whether the other side has accepted it. */
  transfer: { offeredSeq: number; accepted: boolean } | null;
};

/**
 * How an incident stood after these events (rule A1). It repeats what the fold makes of release, recall and transfer,
 * from headers alone, so that an erased body changes no judgement.
 */
export function standingOf(subject: string, known: readonly Trace[]): Standing {
  const originator = makerOf(subject);
  let standing: Standing = { owner: originator, sharing: "unknown", since: 0, transfer: null };
  for (const trace of known) {
    const late = countryOf(trace.stream) !== originator && trace.seen < standing.since;
    if (!late) standing = afterTrace(standing, trace, originator);
  }
  return standing;
}

function afterTrace(standing: Standing, trace: Trace, originator: Country): Standing {
  switch (trace.type) {
    case "incident.released":
      return { owner: originator, sharing: "released", since: trace.seq, transfer: null };
    case "release.recalled":
      return { owner: originator, sharing: "recalled", since: trace.seq, transfer: null };
    case "incident.archived":
      return { ...standing, sharing: "archived" };
    case "transfer.offered":
      return { ...standing, transfer: { offeredSeq: trace.seq, accepted: false } };
    case "transfer.accepted":
      return accepted(standing, trace);
    case "transfer.declined":
      return standing.transfer && !standing.transfer.accepted ? { ...standing, transfer: null } : standing;
    case "transfer.completed":
      return { ...standing, owner: partnerOf(countryOf(trace.stream)), transfer: null };
    default:
      return standing;
  }
}

function accepted(standing: Standing, { seen }: Trace): Standing {
  const { transfer } = standing;
  if (!transfer || seen < transfer.offeredSeq) return standing;
  return { ...standing, transfer: { ...transfer, accepted: true } };
}
