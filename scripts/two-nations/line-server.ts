/** The line's page and its two calls: `GET /line` says how it stands, `POST /line` changes it. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Country } from "@/domain/vocabulary";
import { type Line, lineChangeSchema } from "./line";

const mostBytes = 1_000;

/** The addresses of the two nodes, for the links of the page. */
export type NodeAddresses = Record<Country, string>;

const template = readFileSync(new URL("line-page.html", import.meta.url), "utf8");
const pageOf = (nodes: NodeAddresses): string =>
  template.replaceAll(/\{(KH|LA)\}/g, (_, country: Country) => nodes[country]);

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > mostBytes) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answer(
  line: Line,
  page: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://line");
  if (pathname === "/" && request.method === "GET") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(page);
  } else if (pathname === "/line" && request.method === "GET") send(response, 200, line.report);
  else if (pathname === "/line" && request.method === "POST") {
    const change = lineChangeSchema.safeParse(await bodyOf(request));
    if (change.success) send(response, 200, line.change(change.data));
    else
      send(response, 400, {
        error: {
          code: "invalid",
          message: "Send {state: up, cut, stalled or slow, delayMs?}.",
          path: "state",
        },
      });
  } else send(response, 404, { error: { code: "not-found", message: "Only / and /line are here." } });
}

/** Serves the line's page on loopback. */
export async function serveLine(line: Line, port: number, nodes: NodeAddresses): Promise<Server> {
  const page = pageOf(nodes);
  const server = createServer((request, response) => void answer(line, page, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}
