/** The base of what is ordered by gravity: it follows deadlines as well, and places a row again when one passes. */
import type { IncidentEntity } from "@/domain/incident/schema";
import type { Unseen } from "@/domain/pending-actions/unseen";
import type { Change } from "@/domain/picture";
import { type Gravity, gravityOf } from "@/domain/urgency/gravity";
import type { Country } from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import type { Clocks } from "./clocks";
import { DueTimer, type Timing } from "./due-timer";
import { incidentOf } from "./incident-of";
import { View } from "./view";

export type Order = "gravity" | "newest";

/** A correction of the server's time above this makes the order anew. Milliseconds. */
const noticeableMs = 1_000;

const timingOf = (store: LiveStore): Timing => ({
  now: store.time.now,
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
});

export abstract class ByGravity extends View {
  readonly #due: DueTimer;
  #lengths: unknown;
  #offsetMs = 0;

  constructor(
    store: LiveStore,
    protected readonly clocks: Clocks,
    private readonly timing: Timing = timingOf(store),
  ) {
    super(store);
    this.#due = new DueTimer(timing);
  }

  /** How grave it is now; it is placed again once that changes by time alone. */
  protected gravity(entity: IncidentEntity, country: Country, unseen: readonly Unseen[]): Gravity {
    const { id } = entity;
    const clocks = this.clocks.ofIncident(id);
    const requests = this.store.related.requestsOfIncident.of(id);
    const gravity = gravityOf(entity, { requests, clocks, unseen }, country, this.timing.now());
    this.#due.set(id, gravity.dueMs);
    return gravity;
  }

  /** For what is no longer shown: no deadline of it matters. */
  protected forget(id: string): void {
    this.#due.set(id, Number.POSITIVE_INFINITY);
  }

  protected clear(): void {
    this.#due.clear();
    this.#lengths = this.clocks.lengths;
    this.#offsetMs = this.store.time.offsetMs;
  }

  protected allIds(): Iterable<string> {
    return this.store.picture.incidents.keys();
  }

  /** A task, a request, a proposal, a message or a deadline's mark changes how its incident stands. */
  protected idsOf(change: Change): readonly string[] {
    const id = change.collection === "clocks" ? this.clocks.get(change.id)?.incidentId : incidentOf(change);
    return id ? [id] : [];
  }

  /** Deadlines are followed first, so that they are right when a change of the picture is placed. */
  protected override follow(): () => void {
    const unfollow = [
      this.clocks.subscribe(() => {
        if (this.clocks.lengths !== this.#lengths) this.refresh();
      }),
      this.store.subscribe("heads", () => {
        if (Math.abs(this.store.time.offsetMs - this.#offsetMs) >= noticeableMs) this.refresh();
      }),
      this.#due.start((ids) => this.update(ids)),
    ];
    return () => {
      for (const stop of unfollow) stop();
    };
  }
}
