/** Starts and stops one process: database, HTTP server, live parts, pages, jobs; closed in reverse order. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Logger } from "pino";
import { loadSecret } from "@/db/accounts/secret";
import { connect } from "@/db/connect";
import { demonstrationOf } from "@/db/demonstration";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { protocolVersion } from "@/domain/protocol/version";
import type { Site } from "@/domain/site";
import type { Overrides } from "./base";
import { asDemonstration, type Config } from "./config";
import { type Context, createContext } from "./context";
import { DisposalStack } from "./disposal-stack";
import { startExercise } from "./exercise/start";
import { HttpError, sendError } from "./http/answer";
import { securityHeaders } from "./http/headers";
import { createHeldRoute } from "./http/held-route";
import { Layers } from "./http/layers";
import { createLinkRoute } from "./http/link-route";
import { openPages, type Pages } from "./http/pages";
import { createRouter, type RouterOptions } from "./http/router";
import { registerDemoUnits } from "./jobs/demo-units";
import { Scheduler } from "./jobs/scheduler";
import { linkReport } from "./link/report";

export type ServerOptions = {
  config: Config;
  logger: Logger;
  overrides?: Overrides;
  /** False for a server without pages, as tests and benchmarks use it. */
  pages?: boolean;
};

export type RunningServer = {
  /** The address to open. */
  address: string;
  context: Context;
  /** The configuration as it holds: on a node of the demonstration, with its demo accounts. */
  config: Config;
  /** Stops cleanly: refuses further commands, finishes the running batch, notifies the screens. */
  stop: () => Promise<void>;
};

/** Headers or a body that take longer end the connection, milliseconds. */
const slowRequests = {
  headersTimeout: 30_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
};

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const notReady: Listener = (_, response) =>
  sendError(response, new HttpError("unavailable", "Sekong is starting."));

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/** The origins a browser may send requests from. In the demo both names of this machine are valid. */
function trustedOriginsOf(config: Config, port: number): string[] {
  const own = `http://${bracketed(config.host)}:${port}`;
  if (!config.demo) return [config.origin ?? own];
  const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  return [...new Set([...(config.origin ? [config.origin] : []), own, ...local])];
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Starts a server; resolves when it can serve. When it cannot, closes everything it opened and rejects. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const cleanup = new DisposalStack((error) =>
    options.logger.error({ err: error }, "a part did not close cleanly"),
  );
  try {
    return await open(options, cleanup);
  } catch (error) {
    await cleanup.dispose();
    throw error;
  }
}

async function open(options: ServerOptions, cleanup: DisposalStack): Promise<RunningServer> {
  const { logger, overrides = {} } = options;
  const { connection, secret, config } = await openDatabase(options.config, logger, cleanup);
  let listener = notReady;
  const httpServer = createServer(slowRequests, (request, response) => listener(request, response));
  const port = await listen(httpServer, config);
  cleanup.defer(() => closeHttp(httpServer));
  const trustedOrigins = trustedOriginsOf(config, port);
  const [address = ""] = trustedOrigins;
  const context = await createContext({
    config,
    connection,
    httpServer,
    secret,
    origin: address,
    trustedOrigins,
    logger,
    overrides,
  });
  const state: State = { address, trustedOrigins, pages: null, isServing: false };
  listener = createRouter(routerOptionsOf(config, logger, context, state));
  if (options.pages ?? true) state.pages = await openPagesOf(config, httpServer, port, cleanup);
  cleanup.defer(await run(context, config, logger));
  if (config.demo && config.exercise)
    cleanup.defer(await startExercise(context, secret, logger, overrides.exerciseSpeed));
  state.isServing = true;
  const stop = () => {
    state.isServing = false;
    return cleanup.dispose();
  };
  return { address, context, config, stop };
}

/** The site's settings, with the partner's minutes as last heard. */
function siteOf({ settings: { site } }: Config, link: Context["link"]): Site {
  const partnerClocks = link?.partnerClocks;
  return partnerClocks ? { ...site, partnerClocks } : site;
}

/** What changes between the start of the HTTP server and its end. */
type State = {
  readonly address: string;
  readonly trustedOrigins: readonly string[];
  pages: Pages | null;
  isServing: boolean;
};

function routerOptionsOf(config: Config, logger: Logger, context: Context, state: State): RouterOptions {
  const { authRoutes, metrics, feed, hub, link, now } = context;
  return {
    auth: authRoutes,
    layers: new Layers({
      folder: path.join(config.dataFolder, "layers"),
      isSignedIn: (request) => authRoutes.isSignedIn(request),
      logger,
    }),
    site: () => siteOf(config, link),
    link: createLinkRoute({
      accountOf: (request) => authRoutes.accountOf(request),
      report: link && (() => linkReport(link, config, now())),
    }),
    held: createHeldRoute({
      accountOf: (request) => authRoutes.accountOf(request),
      trustedOrigins: state.trustedOrigins,
      held: link?.held,
    }),
    metrics,
    metricsToken: config.metricsToken,
    health: () =>
      state.isServing && feed.healthy && !hub.handedOver ? { status: "ok", protocol: protocolVersion } : null,
    pages: () => state.pages,
    demoCountries: config.demo ? config.countries : [],
    headers: securityHeaders({ https: state.address.startsWith("https:") }),
    development: config.development,
    logger,
  };
}

async function openDatabase(given: Config, logger: Logger, cleanup: DisposalStack) {
  const onError = (error: Error) => logger.warn({ err: error }, "a database connection was lost");
  const connection = await connect({
    databaseUrl: given.databaseUrl,
    dataDir: given.dataFolder,
    onError,
  });
  cleanup.defer(() => connection.close());
  const nation = given.databaseUrl ? await demonstrationOf(connection.db) : undefined;
  const config = nation ? asDemonstration(given, nation) : given;
  const secret = loadSecret(config.dataFolder, config.secret);
  if (config.demo) await seedDemoAccounts(connection.db, secret, config.countries);
  return { connection, secret, config };
}

async function openPagesOf(
  config: Config,
  httpServer: Server,
  port: number,
  cleanup: DisposalStack,
): Promise<Pages> {
  const pages = await openPages(httpServer, config.development, port);
  cleanup.defer(() => pages.close());
  return pages;
}

/** Starts reading the log and the periodic jobs; resolves to a function that stops both, as `RunningServer.stop` does. */
async function run(context: Context, config: Config, logger: Logger): Promise<() => Promise<void>> {
  const { pipeline, feed, hub, projections, trackRecorder } = context;
  await pipeline.warmUp();
  await feed.start();
  const scheduler = new Scheduler(context, logger);
  await scheduler.start();
  await context.link?.start();
  if (config.demo) await registerDemoUnits(context);
  return async () => {
    await context.link?.stop();
    await pipeline.stop();
    await feed.catchUp();
    await hub.close();
    await scheduler.stop();
    await feed.stop();
    await trackRecorder.write();
    await projections.write();
  };
}

async function closeHttp(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
