/** What every part of a process is made from: its options, the opened stores, the loaded pictures and the time. */
import type { Server } from "node:http";
import type { Logger } from "pino";
import type { Connection } from "@/db/connection";
import { createFences } from "@/db/fences/fences";
import { createLog } from "@/db/log/log";
import { createProjections } from "@/db/projections/projections";
import { createTracks } from "@/db/tracks/tracks";
import type { Fences, LoadedPicture, Log, Projections, Tracks } from "@/db/types";
import { type Evolve, evolve } from "@/domain/picture";
import type { Country } from "@/domain/vocabulary";
import type { Config } from "./config";
import type { SlowLimits } from "./hub/slow";

/** What a test may replace. */
export type Overrides = {
  now?: () => Date;
  /** The fold of the live picture and of decisions; a test replaces it by a wrong one to see it detected. */
  evolveWith?: Evolve;
  slow?: SlowLimits;
  /** How many script minutes of the exercise pass in a second, instead of one. */
  exerciseSpeed?: number;
};

export type ContextOptions = {
  config: Config;
  connection: Connection;
  httpServer: Server;
  secret: string;
  /** The base address given to the auth library; also the first of the trusted origins. */
  origin: string;
  /** Every origin a browser may send requests from. */
  trustedOrigins: readonly string[];
  logger: Logger;
  overrides: Overrides;
};

export type Base = ContextOptions & {
  log: Log;
  projections: Projections;
  tracks: Tracks;
  fences: Fences;
  /** Each served country's picture as the projection holds it. */
  loaded: ReadonlyMap<Country, LoadedPicture>;
  evolveWith: Evolve;
  now: () => Date;
  /** Milliseconds on a monotonic clock, for measuring intervals. */
  nowMs: () => number;
  isoNow: () => string;
};

/** Opens the log and reads the projections. */
export async function createBase(options: ContextOptions): Promise<Base> {
  const { config, connection, overrides } = options;
  const projections = createProjections(connection);
  const loaded = new Map<Country, LoadedPicture>();
  for (const country of config.countries) loaded.set(country, await projections.load(country));
  const now = overrides.now ?? (() => new Date());
  return {
    ...options,
    log: createLog(connection),
    projections,
    tracks: createTracks(connection),
    fences: createFences(connection),
    loaded,
    evolveWith: overrides.evolveWith ?? evolve,
    now,
    nowMs: () => performance.now(),
    isoNow: () => now().toISOString(),
  };
}
