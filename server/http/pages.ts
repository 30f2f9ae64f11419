/** Next, behind our own server: it renders pages and holds no live state. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

export type Pages = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  close: () => Promise<void>;
};

/** The paths Socket.IO answers itself. */
export const isSocketPath = (url: string | undefined): boolean => url?.startsWith("/socket.io/") ?? false;

/**
 * Next adds an upgrade listener of its own, which can end sockets that are not its to end. It gets a server nobody
 * connects to, and in development the upgrades that are not Socket.IO's, so that hot reload works.
 */
export async function openPages(httpServer: Server, development: boolean, port: number): Promise<Pages> {
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  // Loaded only where pages are served: tests and tools do without.
  const { default: next } = await import("next");
  const standIn = createServer();
  const app = next({ dev: development, httpServer: standIn, port, dir: process.cwd() });
  await app.prepare();
  if (development) {
    httpServer.on("upgrade", (request, socket, head) => {
      if (!isSocketPath(request.url)) standIn.emit("upgrade", request, socket, head);
    });
  }
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    close: () => app.close(),
  };
}
