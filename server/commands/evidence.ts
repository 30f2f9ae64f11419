/** What the log says about a page of arrivals, read at once; each admitted event adds to it. */

import type { SubjectTrace } from "@/db/log/arrivals";
import type { ArrivalReads } from "@/db/types";
import type { Trace } from "@/domain/admission/history";
import type { Arrival, Evidence, PartnerHead } from "@/domain/admission/judge";
import { type Stream, streamOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { firstPrev } from "@/domain/hash";
import type { Country } from "@/domain/vocabulary";
import { partnerOf } from "@/domain/vocabulary";

const subjectPattern = /(?:KH|LA)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const idPattern = /"id":"([0-9a-f-]{36})"/;
const seenPattern = /"seen":(\d{1,15})/;
const emptyHead: PartnerHead = { seq: 0, hash: firstPrev, clock: 0, seen: 0 };

/** Everything that the texts of a page name: read before it is judged, so it may be more than is needed. */
function namedIn(arrivals: readonly Arrival[]) {
  const subjects = new Set<string>();
  const ids = new Set<string>();
  const seen = new Set<number>();
  for (const { header, body } of arrivals) {
    for (const [subject] of header.matchAll(subjectPattern)) subjects.add(subject);
    for (const [subject] of (body ?? "").matchAll(subjectPattern)) subjects.add(subject);
    const id = idPattern.exec(header)?.[1];
    if (id) ids.add(id);
    const seq = Number(seenPattern.exec(header)?.[1] ?? 0);
    if (seq > 0) seen.add(seq);
  }
  return { subjects: [...subjects], ids: [...ids], seen: [...seen] };
}

export class PageEvidence {
  readonly #traces = new Map<string, Trace[]>();
  readonly #proposals = new Map<string, string>();
  #head: PartnerHead;

  private constructor(
    readonly stream: Stream,
    head: PartnerHead | undefined,
    traces: readonly SubjectTrace[],
    private readonly ids: Set<string>,
    private readonly clocks: ReadonlyMap<number, number>,
    private readonly partnerIsNewer: boolean,
  ) {
    this.#head = head ?? emptyHead;
    for (const { subject, about, ...trace } of traces) this.#add(subject, trace, about);
  }

  /** Reads what judging these arrivals of the partner of `country` needs. */
  static async read(
    reads: ArrivalReads,
    country: Country,
    arrivals: readonly Arrival[],
    partnerIsNewer: boolean,
  ): Promise<PageEvidence> {
    const stream = streamOf(partnerOf(country), "joint");
    const { subjects, ids, seen } = namedIn(arrivals);
    const ownStream = streamOf(country, "joint");
    const recorded = await reads.evidence({ stream, ownStream, subjects, ids, ownSeqs: seen });
    const { head, traces, taken, clocks } = recorded;
    // A proposal names its incident only where it was made, so its incident's history is read as well.
    const about = traces.flatMap((trace) => trace.about ?? []).filter((id) => !subjects.includes(id));
    const more = about.length > 0 ? await reads.traces(about) : [];
    return new PageEvidence(stream, head, [...traces, ...more], taken, clocks, partnerIsNewer);
  }

  /** As `judge` asks for it. */
  get evidence(): Evidence {
    return {
      stream: this.stream,
      head: this.#head,
      ownClockAt: (seq) => (seq === 0 ? 0 : this.clocks.get(seq)),
      idTaken: (id) => this.ids.has(id),
      history: (subject) => this.#traces.get(subject) ?? [],
      proposedFor: (proposal) => this.#proposals.get(proposal),
      partnerIsNewer: this.partnerIsNewer,
    };
  }

  /** Counts an event in that has just been admitted. */
  add(event: FullEvent): void {
    const { stream, seq, seen, clock, id, type, hash, subject } = event;
    const about = event.type === "proposal.made" ? event.body?.incidentId : undefined;
    this.#add(subject, { stream, seq, seen, clock, id, type }, about);
    this.ids.add(id);
    this.#head = { seq, hash, clock, seen };
  }

  #add(subject: string, trace: Trace, about: string | undefined): void {
    const traces = this.#traces.get(subject) ?? [];
    traces.push(trace);
    this.#traces.set(subject, traces);
    if (about !== undefined) this.#proposals.set(subject, about);
  }
}
