/** The parts of a process that need nothing of each other, each made from the same base. */
import type { Server } from "node:http";
import type { Logger } from "pino";
import { logChannel } from "@/db/channels";
import type { Connection } from "@/db/connect";
import { createLog } from "@/db/log/log";
import { createProjections } from "@/db/projections/projections";
import { createTracks } from "@/db/tracks/tracks";
import type { LoadedPicture, Log, Projections, Tracks } from "@/db/types";
import { streamsSeenBy } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { type Evolve, evolve } from "@/domain/picture";
import type { Heads } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import { createAuth } from "./auth/auth";
import { AuthRoutes } from "./auth/routes";
import { Sessions } from "./auth/sessions";
import { CommandPipeline } from "./commands/pipeline";
import { resolvePlace } from "./commands/place";
import type { Config } from "./config";
import { Feed } from "./feed/feed";
import type { SlowLimits } from "./hub/slow";
import { newEventIds } from "./ids";

/** What a test may put in another's place. */
export type Overrides = {
  now?: () => Date;
  /** The fold of the live picture and of decisions; a test sabotages it to see the others notice. */
  evolveWith?: Evolve;
  slow?: SlowLimits;
};

export type ContextOptions = {
  config: Config;
  connection: Connection;
  httpServer: Server;
  secret: string;
  /** The address the auth library knows itself by, then all a browser may come from. */
  origin: string;
  trustedOrigins: readonly string[];
  logger: Logger;
  overrides: Overrides;
};

const feedPollMs = 1_000;
const recentEvents = 6_000;

/** Where all countries' projections stand together: the feed goes on from there. */
function commonHeads(loaded: ReadonlyMap<Country, LoadedPicture>): Heads {
  const heads: Heads = {};
  const streams = new Set([...loaded.keys()].flatMap(streamsSeenBy));
  for (const stream of streams) {
    const all = [...loaded].filter(([country]) => streamsSeenBy(country).includes(stream));
    const found = all.map(([, picture]) => picture.heads[stream]);
    const lowest = found.reduce((low, head) => (!low || !head || head.seq < low.seq ? head : low), found[0]);
    if (lowest && found.every((head) => head !== undefined)) heads[stream] = lowest;
  }
  return heads;
}

/** What every part is made from. */
export type Base = ContextOptions & {
  log: Log;
  projections: Projections;
  tracks: Tracks;
  loaded: ReadonlyMap<Country, LoadedPicture>;
  evolveWith: Evolve;
  now: () => Date;
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
    loaded,
    evolveWith: overrides.evolveWith ?? evolve,
    now,
    // Intervals are measured on a clock that never runs backwards.
    nowMs: () => performance.now(),
    isoNow: () => now().toISOString(),
  };
}

export function createPipeline(base: Base, onCommitted: () => void): CommandPipeline {
  const { config, log, loaded, evolveWith, isoNow, logger } = base;
  return new CommandPipeline({
    log,
    countries: config.countries,
    evolveWith,
    clocks: config.settings.site.clocks,
    seeds: loaded,
    now: isoNow,
    eventIds: newEventIds,
    resolvePlace,
    onCommitted,
    onFault: (error, { command }) =>
      logger.error(
        { err: error, type: command.type, commandId: command.id },
        "a command could not be decided",
      ),
    onBatchFailed: (error, size) => logger.error({ err: error, size }, "a batch could not be saved"),
  });
}

export function createFeed(base: Base, onEvents: (events: FullEvent[]) => void): Feed {
  const { config, log, loaded, nowMs, logger } = base;
  return new Feed({
    log,
    streams: [...new Set(config.countries.flatMap(streamsSeenBy))],
    channel: logChannel,
    pollMs: feedPollMs,
    startAt: commonHeads(loaded),
    recent: recentEvents,
    nowMs,
    onEvents,
    onError: (error) => logger.error({ err: error }, "the log could not be read on"),
  });
}

export function createAuthSide(base: Base): { sessions: Sessions; authRoutes: AuthRoutes } {
  const { config, connection, secret, origin, trustedOrigins, now, nowMs } = base;
  const { db } = connection;
  const auth = createAuth({ db, secret, origin, trustedOrigins, countries: config.countries });
  const sessions = new Sessions(auth, db, config.countries, now);
  return { sessions, authRoutes: new AuthRoutes({ auth, sessions, origin, trustedOrigins, nowMs }) };
}
