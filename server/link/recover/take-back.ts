/** Takes this node's own events back into its log: each is judged as the partner judges it, in the order of causes. */
import type { AppendTransaction } from "@/db/types";
import { type Arrival, judge } from "@/domain/admission/judge";
import { streamOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { admitArrivals } from "../../commands/admission";
import { PageEvidence } from "../../commands/evidence";

export type Taken = {
  /** How many events of one transaction came into the log. */
  count: number;
  /** The own seq that cannot go in yet: its writer had seen more of the partner's stream than is here. */
  waitsAt?: number;
  /** Why an own event cannot go in at all. */
  fault?: { seq: number; reason: string };
};

/** Appends own events that follow the head; `page` begins right behind it. */
export async function takeBack(
  tx: AppendTransaction,
  country: Country,
  page: readonly Arrival[],
): Promise<Taken> {
  // As if this node were the partner: the same judgement, with the streams changed over.
  const evidence = await PageEvidence.read(tx.arrivals, partnerOf(country), page, false);
  const events: FullEvent[] = [];
  let stopped: Omit<Taken, "count"> = {};
  for (const arrival of page) {
    const verdict = judge(arrival, evidence.evidence);
    if (!verdict.admit) {
      const { seq } = arrival;
      stopped = "held" in verdict ? { waitsAt: seq } : { fault: { seq, reason: verdict.quarantined } };
      break;
    }
    evidence.add(verdict.event);
    events.push(verdict.event);
  }
  await append(tx, events);
  return { count: events.length, ...stopped };
}

/** Takes in what has landed of the partner's, as a running process does; gives how many events that were. */
export async function takeArrivals(tx: AppendTransaction, country: Country): Promise<number> {
  // What this command does not know is held, and judged again by a process that has heard the partner.
  const { events } = await admitArrivals(tx, { country, partnerIsNewer: () => true });
  await append(tx, events);
  const partner = streamOf(partnerOf(country), "joint");
  for (const event of events)
    if (event.type === "release.recalled" && event.stream === partner) await tx.arrivals.erase(event);
  return events.length;
}

async function append(tx: AppendTransaction, events: readonly FullEvent[]): Promise<void> {
  for (const event of events) tx.admit(event);
  if (events.length > 0) await tx.flush([]);
}
