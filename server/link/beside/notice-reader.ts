/** Reads the partner's notices of one kind as they land, each once, oldest first. A flood costs its newest few. */
import type { Database } from "@/db/database";
import type { Country } from "@/domain/vocabulary";
import { type LandedNotice, readLandedNotices } from "../landed-notices";

/** Of more that landed since the last reading, the oldest are passed over: newer ones say more. */
const mostAtOnce = 20;

export type NoticeReaderOptions = {
  db: Database;
  /** The partner. */
  country: Country;
  kind: string;
  take: (notice: LandedNotice) => void;
};

export class NoticeReader {
  #number = 0;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(private readonly options: NoticeReaderOptions) {}

  /** Reads what is new; callers while it reads share the reading that follows. */
  read(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#run().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #run(): Promise<void> {
    const { db, country, kind, take } = this.options;
    while (this.#again) {
      this.#again = false;
      const newest = await readLandedNotices(db, country, kind, { after: this.#number, limit: mostAtOnce });
      this.#number = newest[0]?.number ?? this.#number;
      for (const notice of newest.reverse()) take(notice);
    }
  }
}
