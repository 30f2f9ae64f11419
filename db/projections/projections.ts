/** The projector of pictures to start from, search and digests (rule L9). */
import { lt, sql } from "drizzle-orm";
import type { Vector } from "@/domain/envelope";
import type { Change } from "@/domain/picture";
import { foldVersion } from "@/domain/protocol/version";
import type { Country } from "@/domain/vocabulary";
import type { Connection } from "../connection";
import type { Database } from "../database";
import { digests, projectionHeads } from "../schema";
import type { LoadedPicture, Projections } from "../types";
import { Dirty, type Mark } from "./dirty";
import { readProjection, readStoredHead } from "./load";
import { rebuild } from "./rebuild";
import { covers } from "./vectors";
import { lockHead, moveHead, type StoredHead, writeChanges, writeDigests } from "./write";

export function createProjections(connection: Connection): Projections {
  return new Projector(connection.db);
}

/** How long digests are kept, to tell which side was wrong. */
const digestsKept = "1 day";
const writesPerCleanup = 1_000;

type CountryState = {
  dirty: Dirty;
  /** The vector up to which everything is known to be in the tables. */
  written: Vector;
};

class Projector implements Projections {
  readonly #states = new Map<Country, CountryState>();
  #writing: Promise<void> = Promise.resolve();
  #writes = 0;

  constructor(private readonly db: Database) {}

  async load(country: Country): Promise<LoadedPicture> {
    const stored = await readStoredHead(this.db, country);
    if (stored?.foldVersion !== foldVersion) await rebuild(this.db, country);
    const loaded = await readProjection(this.db, country);
    this.#states.set(country, { dirty: new Dirty(), written: loaded.vector });
    return loaded;
  }

  note(country: Country, changes: readonly Change[], at: Mark): void {
    this.#state(country).dirty.add(changes, at);
  }

  write(): Promise<void> {
    return this.#inTurn(async () => {
      for (const country of this.#states.keys()) await this.#writeCountry(country);
      this.#writes += 1;
      if (this.#writes % writesPerCleanup === 1) await this.#deleteOldDigests();
    });
  }

  dropAndRebuild(): Promise<void> {
    return this.#inTurn(async () => {
      const stored = await this.db.selectDistinct({ country: projectionHeads.country }).from(projectionHeads);
      for (const { country } of stored) {
        // What was noted may come from a wrong fold; all of it is committed, so the rebuild includes it.
        this.#state(country).dirty = new Dirty();
        await rebuild(this.db, country);
      }
    });
  }

  /** Runs the writes and rebuilds of this process one after the other. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#writing.then(work);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** By the database's clock, as this process's may be wrong. */
  async #deleteOldDigests(): Promise<void> {
    await this.db.delete(digests).where(lt(digests.at, sql`now() - ${digestsKept}::interval`));
  }

  #state(country: Country): CountryState {
    const state = this.#states.get(country) ?? { dirty: new Dirty(), written: {} };
    this.#states.set(country, state);
    return state;
  }

  async #writeCountry(country: Country): Promise<void> {
    const state = this.#state(country);
    const { dirty } = state;
    const at = dirty.latest;
    if (!at) return;
    // What is noted during this write belongs to the next one.
    state.dirty = new Dirty();
    try {
      const done = await this.db.transaction((tx) =>
        writeUnlessBehind(tx, country, state.written, dirty, at),
      );
      if (done) state.written = at.vector;
      else state.dirty.restore(dirty);
    } catch (error) {
      state.dirty.restore(dirty);
      throw error;
    }
  }
}

/**
 * Returns false when it cannot write yet: the stored vector is neither behind nor ahead of ours, or another fold version
 * wrote the tables. All entities changed since `written` are known, so any stored vector between `written` and ours can
 * be advanced to ours.
 */
async function writeUnlessBehind(
  tx: Database,
  country: Country,
  written: Vector,
  dirty: Dirty,
  at: Mark,
): Promise<boolean> {
  const stored: StoredHead = await lockHead(tx, country);
  if (stored.foldVersion !== foldVersion) return false;
  if (covers(stored.vector, at.vector)) return true;
  if (!covers(stored.vector, written) || !covers(at.vector, stored.vector)) return false;
  await writeChanges(tx, country, [...dirty.changes.values()]);
  await writeDigests(tx, country, dirty.marks);
  await moveHead(tx, country, at.vector);
  return true;
}
