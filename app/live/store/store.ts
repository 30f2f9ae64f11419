/** The picture a screen holds and what the server says beside it, outside React. Only what changed is drawn. */

import { effectiveStatus, effectiveUnitStatus } from "@/domain/derive";
import type { Stream, Vector } from "@/domain/envelope";
import { type ConnectionState, type Signal, transition } from "@/domain/freshness/connection";
import type { Incident, IncidentEntity } from "@/domain/incident/schema";
import type { IncidentContext } from "@/domain/pending-actions/pending-actions";
import type { Change, Collection, Entities, Picture } from "@/domain/picture";
import type {
  Fences,
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
import type { IncidentStatus, UnitStatus } from "@/domain/vocabulary";
import { KeyedListeners, type Listener, Listeners } from "../../lib/listeners";
import { ServerTime } from "../server-time";
import { LatestPositions } from "./latest-positions";
import { Related } from "./related";
import { type MakeFold, Replica } from "./replica";

/** What a batch did to the picture; `reset` means everything may have changed. */
export type Batch = { reset: true } | { reset: false; changes: Change[]; events: WireEvent[] };

/** Two folds at the same vector with different digests: one of the two sides is wrong. */
export type Mismatch = { since: number; mine: string; theirs: string };

export class LiveStore {
  readonly #replica: Replica;
  readonly #positions = new LatestPositions();
  #connection: ConnectionState = { name: "connecting" };
  #heads: HeadsMessage | undefined;
  #presence: Presence = [];
  #fences: Fences = [];
  #own: readonly IncidentEntity[] = [];
  #mismatch: Mismatch | undefined;
  /** The server's time, which everything shown and sent goes by. */
  readonly time = new ServerTime();
  /** Whether the browser holds this screen's sound back. */
  silent = false;
  /** Whether the account is a display's, which may be set to the joint picture alone. */
  isDisplay = false;
  readonly related = new Related();
  readonly #keyed = new KeyedListeners();
  readonly #batches = new Listeners<Batch>();

  /** `makeFold` makes each fold: a test hands in a faulty one and sees it detected. */
  constructor(makeFold?: MakeFold) {
    this.#replica = new Replica(makeFold);
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
  /** What watched areas have warned of and no desk of this centre has seen, the newest first. */
  get fences(): Fences {
    return this.#fences;
  }
  /** The latest position of each unit this screen may see; volatile, part of no picture. */
  get positions(): Positions {
    return this.#positions.all;
  }
  get own(): readonly IncidentEntity[] {
    return this.#own;
  }
  get mismatch(): Mismatch | undefined {
    return this.#mismatch;
  }
  get hasPicture(): boolean {
    return this.#replica.hasPicture;
  }
  get picture(): Picture {
    return this.#replica.picture;
  }
  get mark(): FoldMark {
    return this.#replica.mark;
  }
  get vector(): Vector {
    return this.#replica.vector;
  }

  seq(stream: Stream): number {
    return this.#replica.seq(stream);
  }

  /** Whether a head belongs to another history than the one applied here, as after a restored backup. */
  contradicts(heads: Heads): boolean {
    return this.#replica.contradicts(heads);
  }

  /** The number of events up to the heads that are not applied here. */
  lacking(heads: Heads): number {
    return this.#replica.lacking(heads);
  }

  get<Name extends Collection>(collection: Name, id: string): Entities[Name] | undefined {
    return this.picture[collection].get(id);
  }

  /** The status as live tasks make it: `responding` is never stored. */
  statusOf(incident: Incident): IncidentStatus {
    return effectiveStatus(incident, this.related.tasksOfIncident.of(incident.id));
  }

  /** A unit's status as its live tasks make it: unit and task never disagree. */
  unitStatusOf(unit: Unit): UnitStatus {
    return effectiveUnitStatus(unit, this.related.tasksOfUnit.of(unit.id));
  }

  /** What belongs to an incident and may call for an action. */
  contextOf(incidentId: string): IncidentContext {
    return {
      requests: this.related.requestsOfIncident.of(incidentId),
      proposals: this.related.proposalsOfIncident.of(incidentId),
      tasks: this.related.tasksOfIncident.of(incidentId),
      messages: this.related.messagesOfIncident.of(incidentId),
      taskOf: (id) => this.get("tasks", id),
    };
  }

  /** Replaces the whole picture by a snapshot. */
  replace(snapshot: WirePicture, vector: Vector, heads: Heads): void {
    this.#replica.replace(snapshot, vector, heads);
    this.related.replace(this.picture);
    this.#batches.notify({ reset: true });
    this.#keyed.notifyAll();
  }

  /** Applies events in order. Throws GapError at the first that does not continue its stream; those before it stay. */
  apply(events: readonly WireEvent[]): void {
    const changes: Change[] = [];
    const applied: WireEvent[] = [];
    const keys = new Set<string>();
    try {
      for (const event of events) {
        const change = this.#replica.apply(event);
        if (!change) continue;
        changes.push(change);
        applied.push(event);
        keys.add(`${change.collection}/${change.id}`);
        for (const key of this.related.apply(change)) keys.add(key);
      }
    } finally {
      if (this.#positions.forget(unitsHiddenBy(this.picture, changes))) this.#keyed.notify("positions");
      if (applied.length > 0) {
        this.#batches.notify({ reset: false, changes, events: applied });
        for (const key of keys) this.#keyed.notify(key);
        this.#keyed.notify("vector");
      }
    }
  }

  /** `deviceMs`: when the device received them, by its own clock, epoch milliseconds. */
  setHeads(heads: HeadsMessage, deviceMs: number): void {
    this.#heads = heads;
    if (this.time.hear(Date.parse(heads.at), deviceMs)) this.#keyed.notify("time");
    this.#keyed.notify("heads");
  }

  setPresence(presence: Presence): void {
    if (JSON.stringify(presence) === JSON.stringify(this.#presence)) return;
    this.#presence = presence;
    this.#keyed.notify("presence");
  }

  setFences(fences: Fences): void {
    this.#fences = fences;
    this.#keyed.notify("fences");
  }

  /** Takes positions in, the latest per unit; `whole` forgets all that were there. */
  setPositions(positions: Positions, whole = false): void {
    this.#positions.take(positions, whole);
    this.#keyed.notify("positions");
  }

  setOwn(incidents: readonly IncidentEntity[]): void {
    this.#own = incidents;
    this.#keyed.notify("own");
  }

  setMismatch(mismatch: Mismatch | undefined): void {
    if (this.#mismatch === mismatch) return;
    this.#mismatch = mismatch;
    this.#keyed.notify("connection");
  }

  signal(signal: Signal): void {
    const next = transition(this.#connection, signal);
    if (next === this.#connection) return;
    this.#connection = next;
    this.#keyed.notify("connection");
  }

  /**
   * Keys: `connection`, `heads`, `time`, `presence`, `fences`, `positions`, `own`, `vector`, `<collection>/<id>`, or a relation's
   * (`relationKey`). Returns an unsubscribe function.
   */
  subscribe(key: string, listener: Listener): () => void {
    return this.#keyed.add(key, listener);
  }

  /** Called with every batch, before the listeners of single keys. Returns an unsubscribe function. */
  onBatch(listener: Listener<Batch>): () => void {
    return this.#batches.add(listener);
  }
}
