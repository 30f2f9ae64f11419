/** The line's page and its two calls: `GET /line` says how it stands, `POST /line` changes it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Line, lineChangeSchema } from "./line";

const mostBytes = 1_000;

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>EXERCISE · The line between the nodes</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; background: #0b1420; color: #e6edf5; margin: 0; padding: 2rem; }
  main { max-width: 40rem; margin: auto; }
  button { font: inherit; color: inherit; background: #1a2738; border: 1px solid #4a5c72; border-radius: 6px; padding: .7rem 1.1rem; margin: .3rem; min-height: 48px; }
  button[aria-pressed="true"] { border-color: #8cb8ff; outline: 2px solid #8cb8ff; }
  output { display: block; font-size: 1.4rem; margin: 1rem 0; }
</style>
<main>
  <p>EXERCISE</p>
  <h1>The line between Cambodia's and Laos' node</h1>
  <output id="state" aria-live="polite">…</output>
  <p id="buttons"></p>
</main>
<script>
  const states = { up: "Up", cut: "Cut", stalled: "Stalled", slow: "Slow (200 ms each way)" };
  const show = ({ state, since }) => {
    document.getElementById("state").textContent = states[state] + " since " + new Date(since).toLocaleTimeString();
    for (const button of document.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === state));
  };
  const send = async (state) => {
    const answer = await fetch("/line", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ state }) });
    show(await answer.json());
  };
  for (const [state, text] of Object.entries(states)) {
    const button = document.createElement("button");
    button.value = state; button.textContent = text; button.onclick = () => send(state);
    document.getElementById("buttons").append(button);
  }
  const ask = async () => show(await (await fetch("/line")).json());
  ask(); setInterval(ask, 2000);
</script></html>`;

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

async function answer(line: Line, request: IncomingMessage, response: ServerResponse): Promise<void> {
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
export async function serveLine(line: Line, port: number): Promise<Server> {
  const server = createServer((request, response) => void answer(line, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}
