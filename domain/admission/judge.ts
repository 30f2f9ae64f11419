/**
 * Judges one event that arrived from the partner: admit it, hold it until this node knows more, or quarantine it.
 * Pure: everything it needs is handed in, and nothing of it depends on the order in which the two streams arrived.
 */
import { countryOf, headerSchema, type Stream, saltSchema } from "../envelope";
import { eventBodies, type FullEvent, isEventType } from "../events";
import { canonical, hashBody, headerText, sha256Hex } from "../hash";
import { authorityFault, type Fault } from "./authority";
import { type HistoryOf, knownTo, standingOf } from "./history";

/** An arrival larger than this was not written by Sekong. Bytes of header and body text. */
export const maxArrivalBytes = 256 * 1024;

/** A row as it landed: text that was hashed, and nothing taken at its word. */
export type Arrival = {
  stream: string;
  seq: number;
  header: string;
  body: string | null;
  salt: string | null;
  hash: string;
};

/** The last admitted event of the partner's stream. */
export type PartnerHead = { seq: number; hash: string; clock: number; seen: number };

export type Evidence = {
  /** The partner's stream: the only one whose rows may arrive. */
  stream: Stream;
  head: PartnerHead;
  /** The clock of our own joint event at this seq, 0 at 0; undefined when our stream does not reach it. */
  ownClockAt: (seq: number) => number | undefined;
  /** Whether an admitted joint event has this id. */
  idTaken: (id: string) => boolean;
  history: HistoryOf;
  /** The incident that a proposal is about. */
  proposedFor: (proposal: string) => string | undefined;
  /** Whether the partner says it runs a newer version than ours: then what we do not know is no attack. */
  partnerIsNewer: boolean;
};

export type HeldReason = "unknown-type" | "newer-body" | "own-stream-behind" | "event-missing";
export type QuarantineReason =
  | Fault
  | "wrong-stream"
  | "too-large"
  | "unreadable"
  | "header-differs"
  | "chain-broken"
  | "body-differs"
  | "id-reused"
  | "wrong-country"
  | "seen-falls"
  | "wrong-clock"
  | "unknown-type"
  | "wrong-body";

export type Verdict =
  | { admit: true; event: FullEvent }
  | { admit: false; held: HeldReason }
  | { admit: false; quarantined: QuarantineReason };

const quarantined = (reason: QuarantineReason): Verdict => ({ admit: false, quarantined: reason });
const held = (reason: HeldReason): Verdict => ({ admit: false, held: reason });

/**
 * An escape in canonical JSON for a character that PostgreSQL cannot hold: NUL, or a surrogate without its other half.
 * A query that reads a field of such a text fails, and with it every later append that needs the query.
 */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

type ReadHeader = Omit<FullEvent, "body" | "salt" | "type"> & { type: string };

/** The header that a row's text gives, or why it gives none. */
function readHeader(arrival: Arrival): ReadHeader | QuarantineReason {
  if (arrival.header.length + (arrival.body?.length ?? 0) > maxArrivalBytes) return "too-large";
  let value: unknown;
  try {
    value = JSON.parse(arrival.header);
  } catch {
    return "unreadable";
  }
  if (typeof value !== "object" || value === null || !("v" in value) || value.v !== 1) return "unreadable";
  const { v: _, ...fields } = value;
  const parsed = headerSchema.safeParse({ ...fields, hash: arrival.hash });
  if (!parsed.success) return "unreadable";
  const header = parsed.data;
  const same = header.stream === arrival.stream && header.seq === arrival.seq;
  if (!same || headerText(header) !== arrival.header) return "header-differs";
  return unstorable.test(arrival.header) ? "unreadable" : header;
}

function chainFault(
  header: ReadHeader,
  arrival: Arrival,
  { stream, head }: Evidence,
): QuarantineReason | null {
  if (header.stream !== stream) return "wrong-stream";
  if (header.actor.country !== countryOf(stream)) return "wrong-country";
  if (header.prev !== head.hash || sha256Hex(arrival.header) !== header.hash) return "chain-broken";
  if (arrival.body === null) return null;
  if (!saltSchema.safeParse(arrival.salt).success) return "body-differs";
  return hashBody(arrival.salt ?? "", arrival.body) === header.bodyHash ? null : "body-differs";
}

/** A body as its schema gives it. Bodies are stored in canonical form, so that one hash stands for one body. */
function readBody(type: FullEvent["type"], text: string | null): { body: unknown } | null {
  if (text === null) return { body: null };
  try {
    const value: unknown = JSON.parse(text);
    if (canonical(value) !== text || unstorable.test(text)) return null;
    return eventBodies[type].safeParse(value).success ? { body: value } : null;
  } catch {
    return null;
  }
}

/**
 * Judges the next event of the partner's stream. `arrival.seq` must be the head's plus one.
 * What arrival order can change (the state of a lifecycle) is left to the fold, which passes over a late step.
 */
export function judge(arrival: Arrival, evidence: Evidence): Verdict {
  // An empty text is no JSON: it stands for a body that was too large to be kept.
  if (arrival.body === "") return quarantined("too-large");
  const header = readHeader(arrival);
  if (typeof header === "string") return quarantined(header);
  const broken = chainFault(header, arrival, evidence);
  if (broken) return quarantined(broken);
  const { head, ownClockAt, partnerIsNewer } = evidence;
  if (header.seen < head.seen) return quarantined("seen-falls");
  const ownClock = ownClockAt(header.seen);
  if (ownClock === undefined) return held("own-stream-behind");
  if (header.clock !== 1 + Math.max(head.clock, ownClock)) return quarantined("wrong-clock");
  if (evidence.idTaken(header.id)) return quarantined("id-reused");
  const { type } = header;
  if (!isEventType(type)) return partnerIsNewer ? held("unknown-type") : quarantined("unknown-type");
  const read = readBody(type, arrival.body);
  if (!read) return partnerIsNewer ? held("newer-body") : quarantined("wrong-body");
  const fault = authorityFault(type, questionOf({ ...header, type }, read.body, evidence));
  if (fault) return quarantined(fault);
  const rest = arrival.salt === null ? { body: null } : { body: read.body, salt: arrival.salt };
  // Type and body were paired by the schema above; the compiler cannot follow it.
  return { admit: true, event: { ...header, type, ...rest } as FullEvent };
}

function questionOf(header: ReadHeader, body: unknown, evidence: Evidence) {
  const known = (subject: string) => knownTo(evidence.history(subject), header);
  return {
    writer: countryOf(header.stream),
    subject: header.subject,
    body,
    incident: (subject: string) => standingOf(subject, known(subject)),
    exists: (subject: string) => known(subject).length > 0,
    wroteNote: (id: string) =>
      known(header.subject).some(
        (trace) => trace.id === id && trace.stream === header.stream && trace.type === "incident.noted",
      ),
    proposedFor: evidence.proposedFor,
  };
}

/**
 * The header of an event that a person decided to discard, as the log will hold it: without its body, under the mark
 * that every fold passes over. Undefined when it does not continue its stream: then only the partner can mend it.
 */
export function discard(arrival: Arrival, evidence: Evidence): FullEvent | undefined {
  const header = readHeader(arrival);
  if (typeof header === "string" || chainFault(header, { ...arrival, body: null }, evidence))
    return undefined;
  if (header.seen < evidence.head.seen || evidence.idTaken(header.id)) return undefined;
  // A type that this version does not know can be discarded too; nothing is made of it.
  return { ...header, body: null, discarded: true } as FullEvent;
}
