/** `npm run node -- recover`: gives a node that was restored from a backup its own joint stream back. */
import type { Connection } from "@/db/connection";
import { keepHeads, readKeys } from "@/db/heads/store";
import { createLog } from "@/db/log/log";
import { readHeads } from "@/db/log/read";
import type { Head, Log } from "@/db/types";
import type { Arrival } from "@/domain/admission/judge";
import { streamOf } from "@/domain/envelope";
import { firstPrev } from "@/domain/hash";
import type { Country } from "@/domain/vocabulary";
import { keepOwnKeys } from "../heads/own-keys";
import { linkFolder, type NodeFile } from "../settings";
import { withClient } from "../setup/client";
import { LinkSetupError } from "../setup/finding";
import { readCopy } from "./copy-file";
import { fromCopy, fromGateway, ownHeadsOf, type Source } from "./source";
import { takeArrivals, takeBack } from "./take-back";

/** So that no command waits long for the append lock. */
const eventsPerTransaction = 256;
const waitMs = 500;
/** How long the partner's events, which own ones build upon, may take to land. */
const patienceMs = 60_000;

export type RecoverOptions = {
  connection: Connection;
  node: NodeFile;
  dataFolder: string;
  gatewayUrl: string;
  /** The partner's copy; the own gateway when there is none. */
  file: string | undefined;
  /** Whether a person vouches for the rows of a copy that no own signature covers. */
  acceptUnsigned: boolean;
  now: string;
};

export type Recovered = {
  /** How many own events came back. */
  count: number;
  /** The own head now. */
  seq: number;
  /** Rows of the copy that were not taken, because no own signature covers them. */
  left: Arrival[];
  /** The own event that waits for events of the partner's which have not landed. */
  waitsAt?: number;
};

async function ownHead({ db }: Connection, country: Country): Promise<Head> {
  const heads = await readHeads(db, { lock: false });
  return heads[streamOf(country, "joint")] ?? { seq: 0, hash: firstPrev, clock: 0 };
}

async function readSource(options: RecoverOptions): Promise<Source> {
  const { connection, node, dataFolder, gatewayUrl, file, now } = options;
  const { country } = node;
  const head = await ownHead(connection, country);
  if (file === undefined)
    return await withClient(
      gatewayUrl,
      (gateway) => fromGateway(gateway, streamOf(country, "joint"), head),
      "The gateway",
    );
  await keepOwnKeys(connection.db, linkFolder(dataFolder), node, now);
  const keys = await readKeys(connection.db, country);
  const copy = await readCopy(file, country, Math.max(1, head.seq));
  const source = fromCopy(copy, keys, head);
  await keepHeads(connection.db, ownHeadsOf(copy, keys));
  return source;
}

/** Takes own events back until all are there, or one waits too long. Rejects with one sentence on what cannot go in. */
export async function recover(options: RecoverOptions): Promise<Recovered> {
  const { connection, node, acceptUnsigned } = options;
  const { country } = node;
  const { events, unsigned } = await readSource(options);
  const takenUpTo = acceptUnsigned ? events.length : events.length - unsigned;
  const result = await takeAll(createLog(connection), country, events.slice(0, takenUpTo));
  const { seq } = await ownHead(connection, country);
  return { ...result, seq, left: events.slice(takenUpTo) };
}

async function takeAll(
  log: Log,
  country: Country,
  events: readonly Arrival[],
): Promise<Pick<Recovered, "count" | "waitsAt">> {
  let count = 0;
  let lastProgressMs = performance.now();
  while (count < events.length) {
    const page = events.slice(count, count + eventsPerTransaction);
    const taken = await log.transact((tx) => takeBack(tx, country, page));
    if (taken.fault)
      throw new LinkSetupError(
        `Event ${taken.fault.seq} of this node cannot be taken back (${taken.fault.reason}); ${count + taken.count} events were. Do not go on by hand: call the partner, and keep both copies.`,
      );
    count += taken.count;
    const arrived = await log.transact((tx) => takeArrivals(tx, country));
    if (taken.count > 0 || arrived > 0) lastProgressMs = performance.now();
    else if (performance.now() - lastProgressMs > patienceMs) return { count, waitsAt: taken.waitsAt };
    else await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return { count };
}
