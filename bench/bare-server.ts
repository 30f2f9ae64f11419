/** A baseline: a Socket.IO server that only answers each command and broadcasts the same bytes as Sekong would. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

/** By type of command, the event that Sekong sends for it. */
const events: Record<string, object> = JSON.parse(process.env.BENCH_EVENTS ?? "{}");
const httpServer = createServer();
const io = new Server(httpServer, { serveClient: false, perMessageDeflate: false });
let seq = 0;

io.on("connection", (socket) => {
  socket.emit("picture", { mode: "resume", vector: {} });
  socket.on("command", ({ type }: { type: string }, answer: (value: unknown) => void) => {
    seq += 1;
    io.emit("events", [{ ...events[type], stream: "bare", seq }]);
    answer({ ok: true, events: [{ stream: "bare", seq }] });
  });
});
httpServer.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`);
});
process.on("SIGTERM", () => process.exit(0));
process.on("SIGUSR2", () => {
  const { user, system } = process.cpuUsage();
  console.log((user + system) / 1_000);
});
