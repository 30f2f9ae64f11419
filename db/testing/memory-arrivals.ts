/** The reads of arrivals on events in memory. */
import type { FullEvent } from "@/domain/events";
import type { ArrivalPage, EvidenceQuery, HeldEvent, Landed, RecordedEvidence } from "../log/arrivals";
import type { ArrivalReads } from "../types";

export class MemoryArrivals implements ArrivalReads {
  /** What has landed; a test puts rows here. */
  readonly rows: Landed[] = [];
  readonly held: HeldEvent[] = [];

  constructor(private readonly stored: () => readonly FullEvent[]) {}

  private get events(): readonly FullEvent[] {
    return this.stored();
  }

  async landed(stream: string, afterSeq: number, { rows: limit }: ArrivalPage) {
    const later = this.rows.filter((row) => row.stream === stream && row.seq > afterSeq);
    const sorted = later.sort((a, b) => a.seq - b.seq).slice(0, limit);
    return sorted.filter((row, index) => row.seq === (sorted[0]?.seq ?? 0) + index);
  }

  async traces(subjects: readonly string[]) {
    const joint = this.events.filter(
      ({ stream, subject }) => stream.endsWith(".joint") && subjects.includes(subject),
    );
    return joint.map((event) => {
      const { stream, seq, seen, clock, id, type, subject } = event;
      const about = event.type === "proposal.made" ? event.body?.incidentId : undefined;
      return { stream, seq, seen, clock, id, type, subject, ...(about ? { about } : {}) };
    });
  }

  async evidence({ stream, ownStream, subjects, ids, ownSeqs }: EvidenceQuery): Promise<RecordedEvidence> {
    const { events } = this;
    const own = events.filter((event) => event.stream === ownStream && ownSeqs.includes(event.seq));
    return {
      head: events.filter((event) => event.stream === stream).at(-1),
      traces: await this.traces(subjects),
      taken: new Set(events.flatMap(({ id }) => (ids.includes(id) ? [id] : []))),
      clocks: new Map(own.map(({ seq, clock }) => [seq, clock])),
    };
  }

  async erase() {}

  async hold(held: HeldEvent) {
    const others = this.held.filter(({ stream, seq }) => stream !== held.stream || seq !== held.seq);
    this.held.splice(0, this.held.length, ...others, held);
  }

  async release(stream: string, throughSeq: number) {
    const kept = this.held.filter((one) => one.stream !== stream || one.seq > throughSeq);
    this.held.splice(0, this.held.length, ...kept);
  }
}
