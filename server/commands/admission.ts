/** Takes in what has landed from the partner, inside the pipeline's transaction and under the append lock. */
import type { AppendTransaction } from "@/db/types";
import {
  type Arrival,
  discard,
  type Evidence,
  judge,
  maxArrivalBytes,
  type Verdict,
} from "@/domain/admission/judge";
import { streamOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { PageEvidence } from "./evidence";

/** So that a flood of arrivals delays no command for long. */
export const mostRows = 256;
const perTransaction = { rows: mostRows, bytes: 2 * 1024 * 1024 };

export type AdmissionOptions = {
  country: Country;
  /** Whether the partner announces a newer version than ours. */
  partnerIsNewer: () => boolean;
  /** Rows to be taken in at most; never more than 256. */
  atMost?: number;
};

/** Whether the event that waits continues its stream, so that its header could be admitted without its body. */
export async function canDiscard(tx: AppendTransaction, options: AdmissionOptions): Promise<boolean> {
  const stream = streamOf(partnerOf(options.country), "joint");
  const page = await tx.arrivals.landed(stream, tx.heads[stream]?.seq ?? 0, { ...perTransaction, rows: 1 });
  const [arrival] = page;
  if (!arrival) return false;
  const evidence = await PageEvidence.read(tx.arrivals, options.country, page, options.partnerIsNewer());
  return discard(arrival, evidence.evidence) !== undefined;
}

export type Admitted = {
  events: FullEvent[];
  /** There may be more than one transaction takes. */
  more: boolean;
};

/** Whether the limits ended the page, so that there may be more. */
function isFull(page: readonly Arrival[], rows: number): boolean {
  const bytes = page.reduce((sum, { header, body }) => sum + Buffer.byteLength(header + (body ?? "")), 0);
  return page.length === rows || bytes > perTransaction.bytes - maxArrivalBytes;
}

/** What makes the judgement itself fail must not hold up the stream unnoticed. */
function judgeSafely(arrival: Arrival, evidence: Evidence): Verdict {
  try {
    return judge(arrival, evidence);
  } catch {
    return { admit: false, quarantined: "unreadable" };
  }
}

/** Admits as many arrivals as hold, in order. The first that does not hold is noted, and what follows it waits. */
export async function admitArrivals(tx: AppendTransaction, options: AdmissionOptions): Promise<Admitted> {
  const stream = streamOf(partnerOf(options.country), "joint");
  const after = tx.heads[stream]?.seq ?? 0;
  const rows = Math.min(options.atMost ?? mostRows, mostRows);
  const page = await tx.arrivals.landed(stream, after, { ...perTransaction, rows });
  const [next] = page;
  if (!next) return { events: [], more: false };
  if (next.seq !== after + 1) {
    await tx.arrivals.hold({ stream, seq: after + 1, state: "held", reason: "event-missing" });
    return { events: [], more: false };
  }
  const evidence = await PageEvidence.read(tx.arrivals, options.country, page, options.partnerIsNewer());
  const events: FullEvent[] = [];
  for (const arrival of page) {
    const verdict = judgeSafely(arrival, evidence.evidence);
    const discarded = !verdict.admit && arrival.discard ? discard(arrival, evidence.evidence) : undefined;
    if (discarded) {
      evidence.add(discarded);
      events.push(discarded);
      continue;
    }
    if (!verdict.admit) {
      const state = "held" in verdict ? "held" : "quarantined";
      const reason = "held" in verdict ? verdict.held : verdict.quarantined;
      await tx.arrivals.hold({ stream, seq: arrival.seq, state, reason });
      return { events, more: false };
    }
    evidence.add(verdict.event);
    events.push(verdict.event);
  }
  if (page.some(({ held }) => held)) await tx.arrivals.release(stream, after + events.length);
  return { events, more: isFull(page, rows) };
}
