/** The composition root: every live object of this process, made once and given what it depends on. */
import { randomUUID } from "node:crypto";
import { logChannel } from "@/db/channels";
import type { Connection } from "@/db/connection";
import { systemAccount } from "@/db/seed/accounts";
import type { Log, Projections, Tracks } from "@/db/types";
import type { Account } from "@/domain/actor";
import { streamsSeenBy } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Country } from "@/domain/vocabulary";
import { createAuth } from "./auth/auth";
import { Sessions } from "./auth/sessions";
import { type Base, type ContextOptions, createBase } from "./base";
import { CommandPipeline } from "./commands/pipeline";
import { resolvePlace } from "./commands/place";
import type { Config } from "./config";
import { Auditor, type AuditorOptions } from "./feed/audit";
import { compareWith } from "./feed/compare";
import { CountryView } from "./feed/country-view";
import { Feed } from "./feed/feed";
import { fencesChannel } from "./fences/board";
import { AuthRoutes } from "./http/auth-routes";
import { Metrics } from "./http/metrics";
import { type HubOptions, LiveHub } from "./hub/hub";
import { Peers } from "./hub/peers";
import { positionsChannel } from "./hub/position-board";
import { SessionWatch } from "./hub/session-watch";
import { newEventIds } from "./ids";
import { Link, type LinkOptions } from "./link/link";
import { certificateDaysOf } from "./link/report";
import { readLinkSettings } from "./link/settings";
import { Retirement } from "./retirement";
import { TrackRecorder } from "./tracks/recorder";
import { commonHeads } from "./vectors";

export type Context = {
  connection: Connection;
  log: Log;
  projections: Projections;
  tracks: Tracks;
  trackRecorder: TrackRecorder;
  /** How long a unit's track is kept, in days. */
  trackDays: number;
  pipeline: CommandPipeline;
  views: ReadonlyMap<Country, CountryView>;
  feed: Feed;
  hub: LiveHub;
  authRoutes: AuthRoutes;
  metrics: Metrics;
  sessionWatch: SessionWatch;
  auditor: Auditor;
  peers: Peers;
  systemAccounts: ReadonlyMap<Country, Account>;
  /** The link to the partner's node, where one is set up. */
  link: Link | undefined;
  now: () => Date;
};

const defaultSlow = { bytes: 16 * 1024 * 1024, stalledMs: 20_000 };
const auditPauseMs = 30_000;
const feedPollMs = 1_000;
const recentEvents = 6_000;

/** Makes everything from what the projection holds. Nothing runs until it is started. */
export async function createContext(options: ContextOptions): Promise<Context> {
  const base = await createBase(options);
  const { config, logger, connection, log, projections, tracks, nowMs, now } = base;
  const views = createViews(base);
  const { sessions, authRoutes } = createAuthentication(base);
  const metrics = new Metrics({
    screens: () => hub.screens.length,
    queued: () => pipeline.queued,
    incidents: () => [...views.values()].reduce((sum, view) => sum + view.picture.incidents.size, 0),
  });
  const link = createLink(base, views, {
    pipeline: () => pipeline,
    presence: () => peers.nodePresence(hub.ownPresence()),
    positions: () => hub.positions,
    onDropped: (kind, count) => metrics.linkDropped.inc({ kind }, count),
    isWatched: config.demo ? () => hub.screens.length > 0 : undefined,
  });
  if (link) {
    metrics.watchLink(async () => {
      const certificateDays = await certificateDaysOf(config.dataFolder, now()).catch(() => undefined);
      return { ...link.figures, certificateDays };
    });
  }
  const retirement = new Retirement(logger, () => ({ pipeline, hub, link }));
  const pipeline = createPipeline(base, link, retirement, () => feed.wake());
  const feed = createFeed(base, retirement, (events) => {
    for (const { stream } of events) metrics.events.inc({ stream });
    hub.broadcast.deliver(events);
    link?.wakeOutbound();
  });
  const auditor = createAuditor(base, feed, (view, finding) => {
    metrics.audits.inc({ finding: finding.wrong ? "wrong" : "right" });
    logger.error({ finding }, "digests differ at the same vector");
    if (!finding.wrong) return;
    hub.broadcast.resendPicture(view);
    Promise.all([pipeline.refold(), projections.dropAndRebuild()]).catch((error: unknown) =>
      logger.error({ err: error }, "the log could not be folded again"),
    );
  });
  const trackRecorder = new TrackRecorder(tracks, logger);
  const process = randomUUID();
  const checkSessions = () => void sessionWatch.check();
  const parts = { views, feed, auditor, sessions, pipeline, process, checkSessions, metrics, trackRecorder };
  const hub = createHub(base, parts, link);
  const sessionWatch = createSessionWatch(base, sessions, hub);
  const peers = new Peers(process, nowMs, (country, mark) => {
    const view = views.get(country);
    if (view) compareWith(auditor, view, mark, "process");
  });
  const systemAccounts = new Map(
    config.countries.map((country) => [country, systemAccount(country, base.secret)]),
  );
  const { trackDays } = config.settings;
  const stores = { connection, log, projections, tracks, trackRecorder, trackDays };
  const live = { pipeline, views, feed, hub, sessionWatch, auditor, peers };
  return { ...stores, ...live, authRoutes, metrics, systemAccounts, link, now };
}

function createViews({ config, evolveWith, loaded }: Base): Map<Country, CountryView> {
  return new Map(
    config.countries.map((country) => [country, new CountryView(country, evolveWith, loaded.get(country))]),
  );
}

/** A node of the demonstration shares its host name with the partner's. */
const cookiePrefixOf = ({ demo, databaseUrl, countries }: Config): string =>
  demo && databaseUrl ? `sekong-${countries.join("-").toLowerCase()}` : "sekong";

function createAuthentication(base: Base): { sessions: Sessions; authRoutes: AuthRoutes } {
  const { config, connection, secret, origin, trustedOrigins, now, nowMs } = base;
  const { db } = connection;
  const auth = createAuth({
    ...{ db, secret, origin, trustedOrigins, countries: config.countries },
    cookiePrefix: cookiePrefixOf(config),
  });
  const sessions = new Sessions(auth, db, config.countries, now);
  return { sessions, authRoutes: new AuthRoutes({ auth, sessions, origin, trustedOrigins, nowMs }) };
}

/** A node of one country has a link once `npm run node` has set one up in its data folder. */
function createLink(
  { config, connection, log, isoNow, nowMs, logger }: Base,
  views: ReadonlyMap<Country, CountryView>,
  live: Pick<LinkOptions, "pipeline" | "presence" | "positions" | "onDropped" | "isWatched">,
): Link | undefined {
  const [country] = config.countries;
  const view = country && views.get(country);
  if (!country || !view || config.countries.length > 1 || connection.kind === "pglite") return undefined;
  const settings = readLinkSettings(config.dataFolder, country);
  if (!settings) return undefined;
  return new Link({
    ...{ ...live, settings, country, log, view, nowMs, now: isoNow, db: connection.db },
    clocks: config.settings.site.clocks,
    listen: (channel, onWake) => connection.listen(channel, onWake),
    onError: (error) => logger.warn({ err: error }, "the link to the partner has a fault"),
  });
}

function createPipeline(
  base: Base,
  link: Link | undefined,
  retirement: Retirement,
  onCommitted: () => void,
): CommandPipeline {
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
    ...(link
      ? {
          admit: (tx, atMost) => link.admit(tx, atMost),
          partnerKnows: (type) => link.partnerKnows(type),
          jointRefusal: (heads) => link.jointRefusal(heads),
        }
      : {}),
    onCommitted,
    onFault: (error, { command: { type, id } }) =>
      logger.error({ err: error, type, commandId: id }, "a command could not be decided"),
    onBatchFailed: (error, size) => {
      logger.error({ err: error, size }, "a batch could not be saved");
      retirement.notice(error);
    },
  });
}

function createFeed(base: Base, retirement: Retirement, onEvents: (events: FullEvent[]) => void): Feed {
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
    onError: (error) => {
      logger.error({ err: error }, "the log could not be read");
      retirement.notice(error);
    },
  });
}

function createAuditor(
  { log, nowMs, logger }: Base,
  feed: Feed,
  onFinding: AuditorOptions["onFinding"],
): Auditor {
  const onError = (error: unknown) => logger.error({ err: error }, "an audit failed");
  return new Auditor({ log, feed, nowMs, pauseMs: auditPauseMs, onFinding, onError });
}

type HubParts = Pick<
  HubOptions,
  "views" | "feed" | "auditor" | "sessions" | "pipeline" | "process" | "checkSessions"
> & { metrics: Metrics; trackRecorder: TrackRecorder };

function createHub(
  base: Base,
  { metrics, trackRecorder, ...parts }: HubParts,
  link: Link | undefined,
): LiveHub {
  const { httpServer, trustedOrigins, log, tracks, projections, logger, isoNow, nowMs } = base;
  const notifyOthers = async (channel: string, payload: string) => {
    // The embedded database is open in one process only.
    if (base.connection.kind !== "pglite") await log.notify(channel, payload);
  };
  return new LiveHub({
    ...parts,
    ...{ httpServer, trustedOrigins, log, tracks, projections, logger, nowMs, now: isoNow },
    startedAt: isoNow(),
    ...(link ? { partner: () => link.partner } : {}),
    commandsPerSecond: base.config.commandsPerSecond,
    slow: base.overrides.slow ?? defaultSlow,
    fences: base.fences,
    notifyPositions: (payload) => notifyOthers(positionsChannel, payload),
    notifyFences: (payload) => notifyOthers(fencesChannel, payload),
    onPosition: (country, position) => {
      metrics.positions.inc({ country });
      trackRecorder.note(country, position);
    },
    onAnswered: (outcome, seconds) => {
      metrics.commands.inc({ outcome: outcome.ok ? "ok" : outcome.denial.reason });
      metrics.commandSeconds.observe(seconds);
    },
  });
}

function createSessionWatch({ logger }: Base, sessions: Sessions, hub: LiveHub): SessionWatch {
  return new SessionWatch({
    sessions,
    open: () => hub.screens.map((socket) => socket.data),
    onEnded: (token) => hub.endSession(token, true),
    onChanged: (token) => hub.endSession(token, false),
    onError: (error) => logger.error({ err: error }, "sessions could not be checked"),
  });
}
