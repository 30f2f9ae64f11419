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
import { addedOn, cameBackOn } from "./came-back";
import type { Batch, LiveStore } from "./store/store";

/** Events older than this when they come were missed: they are told together. Milliseconds. */
export const newsMs = 60_000;
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
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #unsubscribe: (() => void)[];

  constructor(
    private readonly store: LiveStore,
    private readonly country: Country,
    private readonly onReturn: (what: Return) => void,
  ) {
    this.#unsubscribe = [
      store.subscribe("connection", () => this.#onConnection()),
      store.onBatch((batch) => this.#onBatch(batch)),
    ];
    this.#onConnection();
  }

  /** Whether the screen is away: what comes now is told when it is back. */
  get isAway(): boolean {
    return this.#away !== undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #onConnection(): void {
    const isLive = this.store.connection.name === "live";
    if (isLive && this.#away !== undefined) {
      const away = this.#away;
      this.#away = undefined;
      this.onReturn(
        away === "start"
          ? { why: "start", missed: this.#atStart() }
          : { why: "away", missed: this.#since(away) },
      );
    } else if (!isLive && this.#away === undefined) {
      const { vector, picture } = this.store;
      this.#away = { vector, incidents: new Map(picture.incidents) };
    }
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tellLate(), quietMs);
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
    this.onReturn({ why: "late", missed });
  }
}

function incidentIdOf({ collection, id, before, after }: Change): string | undefined {
  if (collection === "incidents") return id;
  const entity = after ?? before;
  return entity && "incidentId" in entity ? entity.incidentId : undefined;
}
