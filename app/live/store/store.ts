/** The picture a screen holds, outside React. Subscriptions are keyed, so only what changed is drawn. */

import { effectiveStatus, effectiveUnitStatus, fromWire } from "@/domain/derive";
import type { Stream, Vector } from "@/domain/envelope";
import { countryOf, streamOf, streams } from "@/domain/envelope";
import { Fold, GapError } from "@/domain/fold";
import type { Incident, IncidentEntity } from "@/domain/incident/schema";
import type { IncidentContext } from "@/domain/pending-actions/pending-actions";
import type { Change, Collection, Entities, Picture } from "@/domain/picture";
import type {
  Heads,
  HeadsMessage,
  Positions,
  Presence,
  WireEvent,
  WirePicture,
} from "@/domain/protocol/down";
import type { FoldMark } from "@/domain/protocol/up";
import { unitsHiddenBy } from "@/domain/task/hidden-units";
import type { Unit } from "@/domain/unit/schema";
import { type IncidentStatus, partnerOf, type UnitStatus } from "@/domain/vocabulary";
import { type ConnectionState, type Signal, transition } from "../connection/machine";
import { Related } from "./related";

export type Listener = () => void;
/** What a batch did to the picture; `reset` means everything may have changed. */
export type Batch = { reset: true } | { reset: false; changes: Change[]; events: WireEvent[] };
export type BatchListener = (batch: Batch) => void;

/** Two folds at the same vector with different digests: one of the two sides is wrong. */
export type Mismatch = { since: number; mine: string; theirs: string };

const everything = "*";

export class LiveStore {
  #fold = new Fold();
  #hashes: Partial<Record<Stream, string>> = {};
  #hasPicture = false;
  #connection: ConnectionState = { name: "connecting" };
  #heads: HeadsMessage | undefined;
  #presence: Presence = [];
  #positions: Positions = [];
  #own: readonly IncidentEntity[] = [];
  #mismatch: Mismatch | undefined;
  #clockOffsetMs = 0;
  readonly related = new Related();
  #listeners = new Map<string, Set<Listener>>();
  #batchListeners = new Set<BatchListener>();

  /** `fresh` makes each fold: a test hands in a sabotaged one and sees it noticed. */
  constructor(
    private readonly fresh: (picture?: Picture, vector?: Vector) => Fold = (p, v) => new Fold(p, v),
  ) {
    this.#fold = fresh();
  }

  get connection(): ConnectionState {
    return this.#connection;
  }
  get heads(): HeadsMessage | undefined {
    return this.#heads;
  }
  get presence(): Presence {
    return this.#presence;
  }
  /** The latest position of each unit this screen may see; volatile, part of no picture. */
  get positions(): Positions {
    return this.#positions;
  }
  get own(): readonly IncidentEntity[] {
    return this.#own;
  }
  get mismatch(): Mismatch | undefined {
    return this.#mismatch;
  }
  get hasPicture(): boolean {
    return this.#hasPicture;
  }
  get picture(): Picture {
    return this.#fold.picture;
  }
  get mark(): FoldMark {
    return this.#fold.mark;
  }
  get vector(): Vector {
    return this.#fold.vector;
  }
  /** How far the server's clock is ahead of this machine's, in milliseconds. */
  get clockOffsetMs(): number {
    return this.#clockOffsetMs;
  }

  get<Name extends Collection>(collection: Name, id: string): Entities[Name] | undefined {
    return this.#fold.picture[collection].get(id) as Entities[Name] | undefined;
  }

  /** The status as live tasks make it: `responding` is never stored. */
  statusOf(incident: Incident): IncidentStatus {
    return effectiveStatus(incident, this.related.tasksOfIncident.of(incident.id));
  }

  /** A unit's status as its live tasks make it: person, unit and task never disagree. */
  unitStatusOf(unit: Unit): UnitStatus {
    return effectiveUnitStatus(unit, this.related.tasksOfUnit.of(unit.id));
  }

  /** What belongs to an incident and may ask something of somebody. */
  contextOf(incidentId: string): IncidentContext {
    return {
      requests: this.related.requestsOfIncident.of(incidentId),
      proposals: this.related.proposalsOfIncident.of(incidentId),
      taskOf: (id) => this.get("tasks", id),
    };
  }

  seq(stream: Stream): number {
    return this.#fold.seq(stream);
  }

  /** Replaces the whole picture by a snapshot. */
  replace(wire: WirePicture, vector: Vector, heads: Heads): void {
    this.#fold = this.fresh(fromWire(wire), vector);
    this.#hashes = Object.fromEntries(Object.entries(heads).map(([stream, head]) => [stream, head.hash]));
    this.#hasPicture = true;
    this.related.replace(this.picture);
    this.#tell({ reset: true });
  }

  /** Applies events in order. Throws GapError at the first that does not continue its stream. */
  apply(events: readonly WireEvent[]): void {
    const changes: Change[] = [];
    const applied: WireEvent[] = [];
    const related: string[] = [];
    try {
      for (const event of events) {
        this.#checkCauses(event);
        const step = this.#fold.apply(event);
        if (!step) continue;
        this.#hashes[event.stream] = event.hash;
        related.push(...this.related.apply(step.change));
        changes.push(step.change);
        applied.push(event);
      }
    } finally {
      this.#forgetPositions(unitsHiddenBy(this.picture, changes));
      if (applied.length > 0) this.#tell({ reset: false, changes, events: applied }, related);
    }
  }

  /** An event that knows of a partner's event this screen lacks came too early: something was lost on the way. */
  #checkCauses(event: WireEvent): void {
    const partner = streamOf(partnerOf(countryOf(event.stream)), "joint");
    if (event.seq > this.seq(event.stream) && event.seen > this.seq(partner)) {
      throw new GapError(partner, this.seq(partner) + 1, event.seen);
    }
  }

  /** Whether a head tells of another history than the one applied here (a restored backup). */
  contradicts(heads: Heads): boolean {
    return streams.some((stream) => {
      const head = heads[stream];
      const mine = this.#hashes[stream];
      return head !== undefined && mine !== undefined && head.seq === this.seq(stream) && head.hash !== mine;
    });
  }

  /** Events the heads name and this screen lacks. */
  lacking(heads: Heads): number {
    let lacking = 0;
    for (const stream of streams) lacking += Math.max(0, (heads[stream]?.seq ?? 0) - this.seq(stream));
    return lacking;
  }

  setHeads(heads: HeadsMessage, nowMs: number): void {
    this.#heads = heads;
    this.#clockOffsetMs = Date.parse(heads.at) - nowMs;
    this.#wake("heads");
  }

  setPresence(presence: Presence): void {
    if (JSON.stringify(presence) === JSON.stringify(this.#presence)) return;
    this.#presence = presence;
    this.#wake("presence");
  }

  /** Takes positions in, the latest per unit; `whole` forgets all heard before. */
  setPositions(positions: Positions, whole = false): void {
    const latest = new Map(whole ? [] : this.#positions.map((position) => [position[0], position]));
    for (const position of positions) latest.set(position[0], position);
    this.#positions = [...latest.values()];
    this.#wake("positions");
  }

  #forgetPositions(units: ReadonlySet<string>): void {
    const kept = this.#positions.filter(([unitId]) => !units.has(unitId));
    if (kept.length === this.#positions.length) return;
    this.#positions = kept;
    this.#wake("positions");
  }

  setOwn(incidents: readonly IncidentEntity[]): void {
    this.#own = incidents;
    this.#wake("own");
  }

  setMismatch(mismatch: Mismatch | undefined): void {
    if (this.#mismatch === mismatch) return;
    this.#mismatch = mismatch;
    this.#wake("connection");
  }

  signal(signal: Signal): void {
    const next = transition(this.#connection, signal);
    if (next === this.#connection) return;
    this.#connection = next;
    this.#wake("connection");
  }

  /**
   * Keys: `connection`, `heads`, `presence`, `positions`, `own`, `vector`, `<collection>/<id>`, or a relation's
   * (`relationKey`). Returns the way out.
   */
  subscribe(key: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
    };
  }

  onBatch(listener: BatchListener): () => void {
    this.#batchListeners.add(listener);
    return () => this.#batchListeners.delete(listener);
  }

  #tell(batch: Batch, related: readonly string[] = []): void {
    for (const listener of this.#batchListeners) listener(batch);
    if (batch.reset) this.#wake(everything);
    else {
      const changed = batch.changes.map(({ collection, id }) => `${collection}/${id}`);
      for (const key of new Set([...changed, ...related])) this.#wake(key);
      this.#wake("vector");
    }
  }

  #wake(key: string): void {
    const woken =
      key === everything
        ? [...this.#listeners.values()].flatMap((set) => [...set])
        : [...(this.#listeners.get(key) ?? [])];
    for (const listener of woken) listener();
  }
}
