/** The composition root: everything live in this process, made once and handed its needs. */
import { randomUUID } from "node:crypto";
import type { Connection } from "@/db/connect";
import { systemAccount } from "@/db/seed/accounts";
import type { Log, Projections, Tracks } from "@/db/types";
import type { Account } from "@/domain/actor";
import type { Country } from "@/domain/vocabulary";
import type { AuthRoutes } from "./auth/routes";
import type { CommandPipeline } from "./commands/pipeline";
import { Auditor, type Finding } from "./feed/audit";
import { compareWith } from "./feed/compare";
import { CountryView } from "./feed/country-view";
import type { Feed } from "./feed/feed";
import { Metrics } from "./http/metrics";
import { LiveHub } from "./hub/hub";
import { Neighbours } from "./hub/peers";
import { positionsChannel } from "./hub/position-board";
import { SessionWatch } from "./hub/session-watch";
import type { SlowLimits } from "./hub/slow";
import { type ContextOptions, createAuthSide, createBase, createFeed, createPipeline } from "./parts";
import { TrackRecorder } from "./tracks/recorder";

export type { Overrides } from "./parts";

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
  neighbours: Neighbours;
  systemAccounts: ReadonlyMap<Country, Account>;
  now: () => Date;
};

const defaultSlow: SlowLimits = { bytes: 16 * 1024 * 1024, stalledMs: 20_000 };
const auditPauseMs = 30_000;

/** Makes the live side of this process from what the projection holds. Nothing runs until it is started. */
export async function createContext(options: ContextOptions): Promise<Context> {
  const base = await createBase(options);
  const { config, logger, log, projections, tracks, loaded, nowMs, isoNow } = base;
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
    hub.broadcast.deliver(events);
  });
  const repair = (view: CountryView, finding: Finding): void => {
    metrics.audits.inc({ finding: finding.wrong ? "wrong" : "right" });
    logger.error({ finding }, "digests differ at the same vector");
    if (!finding.wrong) return;
    hub.broadcast.showAnew(view);
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
  const trackRecorder = new TrackRecorder(tracks, logger);
  const hub = new LiveHub({
    httpServer: base.httpServer,
    trustedOrigins: base.trustedOrigins,
    views,
    feed,
    auditor,
    log,
    tracks,
    sessions,
    pipeline,
    projections,
    commandsPerSecond: config.commandsPerSecond,
    slow: base.overrides.slow ?? defaultSlow,
    process,
    notifyPositions: async (payload) => {
      if (base.connection.kind !== "pglite") await log.notify(positionsChannel, payload);
    },
    onPosition: (country, position) => {
      metrics.positions.inc({ country });
      trackRecorder.note(country, position);
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
    tracks,
    trackRecorder,
    trackDays: config.settings.trackDays,
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
