/**
 * Notices that this screen comes back, after a cut, a sleep or a sign-in, or that the partner's events come late over a
 * mended link; and tells in one list what it missed. Outside React.
 */
import type { Stream, Vector } from "@/domain/envelope";
import type { IncidentEntity } from "@/domain/incident/schema";
import type { Change } from "@/domain/picture";
import type { WireEvent } from "@/domain/protocol/down";
import { type CameBack, type Missed, missedOf, unseenAtStart } from "@/domain/urgency/absence";
import type { Country } from "@/domain/vocabulary";
import { type Listener, Listeners } from "../lib/listeners";
import { addedOn, cameBackOn } from "./came-back";
import type { Batch, LiveStore } from "./store/store";

/** Events older than this when they come were missed: they are told together. Milliseconds. */
export const newsMs = 60_000;
/**
 * A screen is back once it has been live for this long: what a mended line held back comes in pieces, an old heads
 * message first. Milliseconds.
 */
const settledMs = 1_500;
/** Late events come in several batches; they are told once none has come for this long. Milliseconds. */
const quietMs = 2_000;

/** `start`: the screen was opened; `away`: it was without connection; `late`: the partner's events came late. */
export type Return = { why: "start" | "away" | "late"; missed: Missed[] };

type Incidents = ReadonlyMap<string, IncidentEntity>;
type Kept = { vector: Vector; incidents: Incidents };
type Late = { before: Map<string, IncidentEntity | undefined>; seqs: Map<Stream, Set<number>> };

export class Absence {
  #away: Kept | "start" | undefined = "start";
  #late: Late | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #settled: ReturnType<typeof setTimeout> | undefined;
  readonly #returns = new Listeners<Return>();

  constructor(
    private readonly store: LiveStore,
    private readonly country: Country,
  ) {
    store.subscribe("connection", () => this.#onConnection());
    store.onBatch((batch) => this.#onBatch(batch));
  }

  /** Whether the screen is away: what comes now is told when it is back. */
  get isAway(): boolean {
    return this.#away !== undefined;
  }

  /** Called when the screen comes back, or late events have come. Returns an unsubscribe function. */
  onReturn(listener: Listener<Return>): () => void {
    return this.#returns.add(listener);
  }

  #onConnection(): void {
    clearTimeout(this.#settled);
    if (this.store.connection.name === "live") {
      if (this.isAway) this.#settled = setTimeout(() => this.#comeBack(), settledMs);
      return;
    }
    if (this.isAway) return;
    const { vector, picture } = this.store;
    this.#away = { vector, incidents: new Map(picture.incidents) };
  }

  #comeBack(): void {
    const away = this.#away;
    this.#away = undefined;
    if (away === "start") this.#returns.notify({ why: "start", missed: this.#atStart() });
    else if (away) this.#returns.notify({ why: "away", missed: this.#since(away) });
  }

  #atStart(): Missed[] {
    return [...this.store.picture.incidents.values()].flatMap((entity) =>
      unseenAtStart(this.country, entity, [
        ...cameBackOn(this.store, entity, this.country),
        ...this.#added(undefined, entity),
      ]),
    );
  }

  #since({ vector, incidents }: Kept): Missed[] {
    const isMissed = ({ stream, seq }: CameBack) => seq > (vector[stream] ?? 0);
    return [...this.store.picture.incidents.values()].flatMap((after) =>
      this.#missed(incidents.get(after.id), after, isMissed),
    );
  }

  #missed(
    before: IncidentEntity | undefined,
    after: IncidentEntity,
    isMissed: (one: CameBack) => boolean,
  ): Missed[] {
    const cameBack = cameBackOn(this.store, after, this.country).filter(isMissed);
    return missedOf(this.country, { before, after }, [...cameBack, ...this.#added(before, after)]);
  }

  #added(before: IncidentEntity | undefined, after: IncidentEntity): CameBack[] {
    const at = new Date(this.store.time.now()).toISOString();
    return addedOn(before, after, { country: this.country, at });
  }

  #onBatch(batch: Batch): void {
    if (batch.reset || this.isAway) return;
    const now = this.store.time.now();
    batch.events.forEach((event, index) => {
      const change = batch.changes[index];
      if (change && now - Date.parse(event.at) >= newsMs) this.#keepLate(event, change);
    });
  }

  #keepLate({ stream, seq }: WireEvent, change: Change): void {
    const id = incidentIdOf(change);
    if (id === undefined) return;
    this.#late ??= { before: new Map(), seqs: new Map() };
    const { before, seqs } = this.#late;
    if (!before.has(id))
      before.set(id, change.collection === "incidents" ? change.before : this.store.get("incidents", id));
    seqs.set(stream, (seqs.get(stream) ?? new Set()).add(seq));
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#tellLate(), quietMs);
  }

  #tellLate(): void {
    const late = this.#late;
    this.#late = undefined;
    if (!late) return;
    const isMissed = ({ stream, seq }: CameBack) => late.seqs.get(stream)?.has(seq) === true;
    const missed = [...late.before].flatMap(([id, before]) => {
      const after = this.store.get("incidents", id);
      return after ? this.#missed(before, after, isMissed) : [];
    });
    this.#returns.notify({ why: "late", missed });
  }
}

function incidentIdOf({ collection, id, before, after }: Change): string | undefined {
  if (collection === "incidents") return id;
  const entity = after ?? before;
  return entity && "incidentId" in entity ? entity.incidentId : undefined;
}
