/** Next behind our own HTTP server: it renders pages and holds no live state. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

export type Pages = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  close: () => Promise<void>;
};

/** Whether a path is answered by Socket.IO. */
export const isSocketPath = (url: string | undefined): boolean => url?.startsWith("/socket.io/") ?? false;

/**
 * Next adds an upgrade listener that can close sockets of Socket.IO. So it is given a server that nobody connects to,
 * and in development the other upgrades are passed to it, for hot reload.
 */
export async function openPages(httpServer: Server, development: boolean, port: number): Promise<Pages> {
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  // Loaded here only, as tests and tools serve no pages.
  const { default: next } = await import("next");
  const unusedServer = createServer();
  const app = next({ dev: development, httpServer: unusedServer, port, dir: process.cwd() });
  await app.prepare();
  if (development) {
    httpServer.on("upgrade", (request, socket, head) => {
      if (!isSocketPath(request.url)) unusedServer.emit("upgrade", request, socket, head);
    });
  }
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    close: () => app.close(),
  };
}
