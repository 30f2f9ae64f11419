/** The composition root: everything live in this process, made once and handed its needs. */
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { Logger } from "pino";
import { logChannel } from "@/db/channels";
import type { Connection } from "@/db/connect";
import { createLog } from "@/db/log/log";
import { createProjections } from "@/db/projections/projections";
import { systemAccount } from "@/db/seed/accounts";
import type { LoadedPicture, Log, Projections } from "@/db/types";
import type { Account } from "@/domain/actor";
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
import { Auditor, type Finding } from "./feed/audit";
import { compareWith } from "./feed/compare";
import { CountryView } from "./feed/country-view";
import { Feed } from "./feed/feed";
import { Metrics } from "./http/metrics";
import { LiveHub } from "./hub/hub";
import { Neighbours } from "./hub/neighbours";
import { positionsChannel } from "./hub/position-board";
import { SessionWatch } from "./hub/session-watch";
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

export type Context = {
  connection: Connection;
  log: Log;
  projections: Projections;
  pipeline: CommandPipeline;
  views: ReadonlyMap<Country, CountryView>;
  feed: Feed;
  hub: LiveHub;
  authRoutes: AuthRoutes;
  metrics: Metrics;
  sessionWatch: SessionWatch;
  auditor: Auditor;
  neighbours: Neighbours;
  systemAccounts: ReadonlyMap<Country, Account>;
  now: () => Date;
};

const defaultSlow: SlowLimits = { bytes: 16 * 1024 * 1024, stalledMs: 20_000 };
const feedPollMs = 1_000;
const recentEvents = 6_000;
const auditPauseMs = 30_000;

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

type Base = ContextOptions & {
  log: Log;
  projections: Projections;
  loaded: ReadonlyMap<Country, LoadedPicture>;
  evolveWith: Evolve;
  now: () => Date;
  nowMs: () => number;
  isoNow: () => string;
};

async function createBase(options: ContextOptions): Promise<Base> {
  const { config, connection, overrides } = options;
  const projections = createProjections(connection);
  const loaded = new Map<Country, LoadedPicture>();
  for (const country of config.countries) loaded.set(country, await projections.load(country));
  const now = overrides.now ?? (() => new Date());
  return {
    ...options,
    log: createLog(connection),
    projections,
    loaded,
    evolveWith: overrides.evolveWith ?? evolve,
    now,
    // Intervals are measured on a clock that never runs backwards.
    nowMs: () => performance.now(),
    isoNow: () => now().toISOString(),
  };
}

function createPipeline(base: Base, onCommitted: () => void): CommandPipeline {
  const { config, log, loaded, evolveWith, isoNow, logger } = base;
  return new CommandPipeline({
    log,
    countries: config.countries,
    evolveWith,
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

function createFeed(base: Base, onEvents: (events: FullEvent[]) => void): Feed {
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

function createAuthSide(base: Base): { sessions: Sessions; authRoutes: AuthRoutes } {
  const { config, connection, secret, origin, trustedOrigins, now, nowMs } = base;
  const { db } = connection;
  const auth = createAuth({ db, secret, origin, trustedOrigins, countries: config.countries });
  const sessions = new Sessions(auth, db, config.countries, now);
  return { sessions, authRoutes: new AuthRoutes({ auth, sessions, origin, trustedOrigins, nowMs }) };
}

/** Makes the live side of this process from what the projection holds. Nothing runs until it is started. */
export async function createContext(options: ContextOptions): Promise<Context> {
  const base = await createBase(options);
  const { config, logger, log, projections, loaded, nowMs, isoNow } = base;
  const views = new Map(
    config.countries.map((country) => [
      country,
      new CountryView(country, base.evolveWith, loaded.get(country)),
    ]),
  );
  const metrics = new Metrics({
    screens: () => hub.screens.length,
    queued: () => pipeline.queued,
    incidents: () => [...views.values()].reduce((sum, view) => sum + view.picture.incidents.size, 0),
  });
  const { sessions, authRoutes } = createAuthSide(base);
  const process = randomUUID();
  const pipeline = createPipeline(base, () => feed.wake());
  const feed = createFeed(base, (events) => {
    for (const { stream } of events) metrics.events.inc({ stream });
    hub.deliver(events);
  });
  const repair = (view: CountryView, finding: Finding): void => {
    metrics.audits.inc({ finding: finding.wrong ? "wrong" : "right" });
    logger.error({ finding }, "digests differ at the same vector");
    if (!finding.wrong) return;
    hub.showAnew(view);
    Promise.all([pipeline.refold(), projections.dropAndRebuild()]).catch((error: unknown) =>
      logger.error({ err: error }, "the log could not be folded anew"),
    );
  };
  const auditor = new Auditor({
    log,
    feed,
    nowMs,
    pauseMs: auditPauseMs,
    onFinding: repair,
    onError: (error) => logger.error({ err: error }, "an audit failed"),
  });
  const hub = new LiveHub({
    httpServer: base.httpServer,
    trustedOrigins: base.trustedOrigins,
    views,
    feed,
    auditor,
    log,
    sessions,
    pipeline,
    projections,
    commandsPerSecond: config.commandsPerSecond,
    slow: base.overrides.slow ?? defaultSlow,
    process,
    notifyPositions: async (payload) => {
      if (base.connection.kind !== "pglite") await log.notify(positionsChannel, payload);
    },
    startedAt: isoNow(),
    logger,
    now: isoNow,
    nowMs,
    checkSessions: () => void sessionWatch.check(),
    onAnswered: (outcome, seconds) => {
      metrics.commands.inc({ outcome: outcome.ok ? "ok" : outcome.denial.reason });
      metrics.commandSeconds.observe(seconds);
    },
  });
  const sessionWatch = new SessionWatch({
    sessions,
    open: () => hub.screens.map((socket) => socket.data),
    onEnded: (token) => hub.endSession(token, true),
    onChanged: (token) => hub.endSession(token, false),
    onError: (error) => logger.error({ err: error }, "sessions could not be checked"),
  });
  const neighbours = new Neighbours(process, nowMs, (country, mark) => {
    const view = views.get(country);
    if (view) compareWith(auditor, view, mark, "process");
  });
  const systemAccounts = new Map(
    config.countries.map((country) => [country, systemAccount(country, base.secret)]),
  );
  return {
    connection: base.connection,
    log,
    projections,
    pipeline,
    views,
    feed,
    hub,
    authRoutes,
    metrics,
    sessionWatch,
    auditor,
    neighbours,
    systemAccounts,
    now: base.now,
  };
}
