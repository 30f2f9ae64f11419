/** Configures Socket.IO on the HTTP server. */
import type { Server as HttpServer } from "node:http";
import type { Logger } from "pino";
import { Server } from "socket.io";
import type { Sessions } from "../auth/sessions";
import { admit, Refusal } from "./handshake";
import { parser } from "./packets";
import type { Hub } from "./types";

/** A message of 256 KiB, the protocol's limit, and its framing. */
const maxMessageBytes = 257 * 1024;
const pingMs = 10_000;

export type IoOptions = {
  httpServer: HttpServer;
  trustedOrigins: readonly string[];
  sessions: Sessions;
  logger: Logger;
  /** Whether this process takes no more screens. */
  isClosed: () => boolean;
};

/** Opens Socket.IO: a client that `admit` accepts gets a socket with its screen's data, any other a refusal with a code. */
export function openIo({ httpServer, trustedOrigins, sessions, logger, isClosed }: IoOptions): Hub {
  const io: Hub = new Server(httpServer, {
    serveClient: false,
    parser,
    maxHttpBufferSize: maxMessageBytes,
    pingInterval: pingMs,
    pingTimeout: pingMs,
    // Deflate costs more than it saves. Connection state recovery is not used, as the log survives restarts.
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: ({ headers }, decide) =>
      decide(null, headers.origin === undefined || trustedOrigins.includes(headers.origin)),
  });
  const refusalOf = (error: unknown): Refusal => {
    if (error instanceof Refusal) return error;
    logger.error({ err: error }, "a session could not be checked");
    return new Refusal("unavailable");
  };
  io.use((socket, next) => {
    if (isClosed()) return next(new Refusal("unavailable"));
    admit(sessions, socket.handshake)
      .then((data) => {
        socket.data = data;
        next();
      })
      .catch((error: unknown) => next(refusalOf(error)));
  });
  return io;
}
