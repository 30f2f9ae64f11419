/** One process from start to end: opens the database, listens, runs, and closes in the right order. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Logger } from "pino";
import { loadSecret } from "@/db/accounts/secret";
import { connect } from "@/db/connect";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { protocolVersion } from "@/domain/protocol/version";
import type { Config } from "./config";
import { type Context, createContext, type Overrides } from "./context";
import { startExercise } from "./exercise/start";
import { HttpError, sendError } from "./http/answer";
import { securityHeaders } from "./http/headers";
import { Layers } from "./http/layers";
import { openPages, type Pages } from "./http/pages";
import { createRouter } from "./http/router";
import { registerDemoUnits } from "./jobs/demo-units";
import { Rounds } from "./jobs/scheduler";

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
  /** Ends cleanly: takes no more commands, finishes the batch, tells the screens. */
  stop: () => Promise<void>;
};

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const notReady: Listener = (_, response) =>
  sendError(response, new HttpError("unavailable", "Sekong is starting."));

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/** The addresses a browser may come from. In the demo both names of this machine are in use. */
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

/** What has been opened, to be closed in the reverse order. */
class Closers {
  readonly #closers: (() => Promise<unknown>)[] = [];

  constructor(private readonly logger: Logger) {}

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close);
  }

  async run(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) {
      await close().catch((error: unknown) =>
        this.logger.error({ err: error }, "something did not close cleanly"),
      );
    }
  }
}

/** Starts a server and resolves when it can serve. Rejects, having closed all it opened, when it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closers = new Closers(options.logger);
  try {
    return await open(options, closers);
  } catch (error) {
    await closers.run();
    throw error;
  }
}

async function open(options: ServerOptions, closers: Closers): Promise<RunningServer> {
  const { config, logger, overrides = {} } = options;
  const { connection, secret } = await openDatabase(config, logger, closers);
  let listener = notReady;
  const httpServer = createServer((request, response) => listener(request, response));
  const port = await listen(httpServer, config);
  closers.add(() => closeHttp(httpServer));
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
  let pages: Pages | null = null;
  let serving = false;
  listener = createRouter({
    auth: context.authRoutes,
    layers: new Layers({
      folder: path.join(config.dataFolder, "layers"),
      isSignedIn: (request) => context.authRoutes.isSignedIn(request),
      logger,
    }),
    site: config.settings.site,
    metrics: context.metrics,
    metricsToken: config.metricsToken,
    health: () => (serving && context.feed.healthy ? { status: "ok", protocol: protocolVersion } : null),
    pages: () => pages,
    headers: securityHeaders({ https: address.startsWith("https:") }),
    development: config.development,
    logger,
  });
  if (options.pages ?? true) pages = await openPagesOf(config, httpServer, port, closers);
  closers.add(await run(context, config, logger));
  if (config.demo && config.exercise) closers.add(await startExercise(context, secret, logger));
  serving = true;
  const stop = () => {
    serving = false;
    return closers.run();
  };
  return { address, context, stop };
}

async function openDatabase(config: Config, logger: Logger, closers: Closers) {
  const onError = (error: Error) => logger.warn({ err: error }, "a database connection was lost");
  const connection = await connect({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataFolder,
    onError,
  });
  closers.add(() => connection.close());
  const secret = loadSecret(config.dataFolder, config.secret);
  if (config.demo) await seedDemoAccounts(connection.db, secret);
  return { connection, secret };
}

async function openPagesOf(
  config: Config,
  httpServer: Server,
  port: number,
  closers: Closers,
): Promise<Pages> {
  const pages = await openPages(httpServer, config.development, port);
  closers.add(() => pages.close());
  return pages;
}

/** Begins to follow the log and the clock; the answer ends it: no more commands, the batch done, screens told. */
async function run(context: Context, config: Config, logger: Logger): Promise<() => Promise<void>> {
  const { pipeline, feed, hub, projections, trackRecorder } = context;
  await pipeline.warmUp();
  await feed.start();
  const rounds = new Rounds(context, logger);
  await rounds.start();
  if (config.demo) await registerDemoUnits(context);
  return async () => {
    await pipeline.stop();
    await feed.catchUp();
    await hub.close();
    await rounds.stop();
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
