/** Rebuilds a projection by folding the log from its beginning. */
import { streamsSeenBy } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import {
  addition,
  type Change,
  type ChangeOf,
  type Collection,
  collections,
  type Picture,
} from "@/domain/picture";
import type { Country } from "@/domain/vocabulary";
import type { Database } from "../database";
import { readAfter } from "../log/read";
import { type SearchRow, searchRow } from "./search-row";
import { dropProjection, lockHead, moveHead, upsertSearch, writeChanges, writeDigests } from "./write";

const pageSize = 5_000;

/** A fold that also keeps the search row of every incident, including archived ones. */
export class Replay {
  readonly fold = new Fold();
  readonly search = new Map<string, SearchRow>();

  constructor(private readonly country: Country) {}

  apply(events: readonly FullEvent[]): void {
    for (const event of events) {
      const change = this.fold.apply(event)?.change;
      if (change?.collection !== "incidents") continue;
      const known = change.after ?? change.before;
      if (known) this.search.set(change.id, searchRow(this.country, known, change.after === undefined));
    }
  }

  /** Folds all committed events past this fold's vector. */
  async catchUp(db: Database): Promise<void> {
    for (;;) {
      const events = await readAfter(db, this.fold.vector, streamsSeenBy(this.country), pageSize);
      this.apply(events);
      if (events.length < pageSize) return;
    }
  }
}

/**
 * Replaces a country's projection by a fold of the log. Most of the log is folded before the lock is taken, the rest
 * under it, so that the stored vector never decreases and other processes can continue from it.
 */
export async function rebuild(db: Database, country: Country): Promise<void> {
  const replay = new Replay(country);
  await replay.catchUp(db);
  await db.transaction(async (tx) => {
    await lockHead(tx, country);
    await replay.catchUp(tx);
    const { picture, vector, mark } = replay.fold;
    await dropProjection(tx, country);
    await writeChanges(tx, country, asChanges(picture));
    await upsertSearch(tx, [...replay.search.values()]);
    await writeDigests(tx, country, [{ vector, mark }]);
    await moveHead(tx, country, vector);
  });
}

const asChanges = (picture: Picture): Change[] => collections.flatMap((name) => additionsIn(picture, name));

function additionsIn<Name extends Collection>(picture: Picture, name: Name): ChangeOf<Name>[] {
  return [...picture[name]].map(([id, entity]) => addition(name, id, entity));
}
