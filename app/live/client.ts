/** Composes one screen's live parts: socket, connection, store, commands, clocks. */
import { io, type Socket } from "socket.io-client";
import type {
  ClientToServer,
  HistoryAnswer,
  SeenAnswer,
  ServerToClient,
  TrackAnswer,
} from "@/domain/protocol/down";
import type { Screen, TrackQuery } from "@/domain/protocol/up";
import { Absence } from "./absence";
import { CommandQueue } from "./commands";
import { LiveConnection } from "./connection/connection";
import type { ClientSocket } from "./connection/socket";
import type { SessionUser } from "./session";
import { LiveStore } from "./store/store";
import { Clocks } from "./views/clocks";

export type LiveClient = {
  store: LiveStore;
  connection: LiveConnection;
  commands: CommandQueue;
  clocks: Clocks;
  absence: Absence;
  history: (query: unknown) => Promise<HistoryAnswer>;
  /** The track of an own unit; for desks. */
  track: (query: TrackQuery) => Promise<TrackAnswer>;
  /** Tells the centre that a desk has seen what watched areas warned of. */
  fencesSeen: (ids: readonly string[]) => Promise<SeenAnswer>;
  start: () => () => void;
};

const answerMs = 8_000;

export function createLiveClient(
  screen: Screen,
  { role, country }: Pick<SessionUser, "role" | "country">,
): LiveClient {
  const store = new LiveStore();
  store.isDisplay = role === "display";
  const connection = new LiveConnection(store, {
    screen,
    unitsOnly: role === "admin",
    open: (auth) => {
      const socket: Socket<ServerToClient, ClientToServer> = io({
        autoConnect: false,
        // Polling stays for proxies that end WebSockets.
        transports: ["websocket", "polling"],
        tryAllTransports: true,
        reconnectionDelay: 250,
        reconnectionDelayMax: 3_000,
        timeout: 5_000,
        auth: (pass) => pass(auth()),
      });
      return socket as unknown as ClientSocket;
    },
  });
  const clocks = new Clocks(store);
  const absence = new Absence(store, country);
  const commands = new CommandQueue(store, () => connection.socket);

  /** Sends a query; rejects without a connection and when no answer comes. */
  const ask = <Answer>(
    send: (socket: ClientSocket, answer: (answer: Answer) => void) => void,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const socket = connection.socket;
      if (!socket?.connected) return reject(new Error("no connection"));
      const timer = setTimeout(() => reject(new Error("no answer")), answerMs);
      send(socket, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  const history = (query: unknown) =>
    ask<HistoryAnswer>((socket, answer) => void socket.emit("history", query, answer));
  const track = (query: TrackQuery) =>
    ask<TrackAnswer>((socket, answer) => void socket.emit("track", query, answer));
  const fencesSeen = (ids: readonly string[]) =>
    ask<SeenAnswer>((socket, answer) => void socket.emit("fences-seen", { ids }, answer));

  const start = (): (() => void) => {
    const onVisible = () => connection.check();
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("online", onVisible);
    connection.start();
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("online", onVisible);
      connection.stop();
    };
  };

  return { store, connection, commands, clocks, absence, history, track, fencesSeen, start };
}
