/** What crosses beside the log besides the heartbeat: the positions of units on joint tasks, both ways; and pruning. */
import { sql } from "drizzle-orm";
import type { Database } from "@/db/database";
import type { Positions } from "@/domain/protocol/down";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { Gateway } from "../gateway";
import { headsKind, keysKind, offerKeepSeconds } from "../heads/notices";
import { heartbeatKeepSeconds, heartbeatKind } from "../heartbeat";
import type { LandedNotice } from "../landed-notices";
import { NoticeReader } from "./notice-reader";
import { PositionSender } from "./position-sender";
import { positionsKeepSeconds, positionsKind, positionsNoticeSchema } from "./positions";

export const noticesChannel = "sekong_notices";
export const sendPositionsEveryMs = 500;
export const pruneEveryMs = 60_000;

/** The board that all positions of this process pass. */
export type PositionsOfNode = {
  sharedOf: (country: Country) => Positions;
  accuracyOf: (unitId: string) => number | undefined;
  takeFromPartner: (
    country: Country,
    positions: Positions,
    accuracies?: Readonly<Record<string, number>>,
  ) => number;
};

/** A notice that is none, or positions in one that the partner may not send. */
export type DroppedKind = "notice" | "position";

export type BesideOptions = {
  country: Country;
  db: Database;
  gateway: Gateway;
  board: () => PositionsOfNode;
  onDropped: (kind: DroppedKind, count: number) => void;
  nowMs: () => number;
};

export class Beside {
  readonly #sender: PositionSender;
  readonly #reader: NoticeReader;

  constructor(private readonly options: BesideOptions) {
    const { country, db, gateway, board, nowMs } = options;
    this.#sender = new PositionSender({
      shared: () => board().sharedOf(country),
      accuracyOf: (unitId) => board().accuracyOf(unitId),
      mayWrite: async () => (await gateway.lead()) && (await gateway.partnerReads()),
      write: (notice) => gateway.notify(country, positionsKind, notice, positionsKeepSeconds),
      nowMs,
    });
    const take = (notice: LandedNotice) => this.#take(notice);
    this.#reader = new NoticeReader({ db, country: partnerOf(country), kind: positionsKind, take });
  }

  sendPositions(): Promise<void> {
    return this.#sender.send();
  }

  readPositions(): Promise<void> {
    return this.#reader.read();
  }

  /** Deletes what the partner sent and nobody needs any more; the newest of each kind stays, for what is last known. */
  async prune(): Promise<void> {
    const { db, country } = this.options;
    const partner = partnerOf(country);
    const kept = {
      [heartbeatKind]: heartbeatKeepSeconds,
      [positionsKind]: positionsKeepSeconds,
      [headsKind]: offerKeepSeconds,
      [keysKind]: offerKeepSeconds,
    };
    for (const [kind, seconds] of Object.entries(kept))
      await db.execute(
        sql`delete from exchange.notices where country = ${partner} and kind = ${kind}
              and landed_at < now() - make_interval(secs => ${seconds})
              and number < (select max(number) from exchange.notices where country = ${partner} and kind = ${kind})`,
      );
  }

  #take({ payload }: LandedNotice): void {
    const { country, board, onDropped } = this.options;
    const parsed = positionsNoticeSchema.safeParse(payload);
    if (!parsed.success) onDropped("notice", 1);
    const { positions, accuracies } = parsed.success ? parsed.data : { positions: [] };
    const dropped = board().takeFromPartner(partnerOf(country), positions, accuracies);
    if (dropped > 0) onDropped("position", dropped);
  }
}
