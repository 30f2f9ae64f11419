/** Connects to the running server as a screen does. */
import { io } from "socket.io-client";
import type { Heads } from "@/domain/protocol/down";
import { protocolVersion } from "@/domain/protocol/version";
import { follow, type ImportSocket } from "./follow";
import type { Connection } from "./send";
import { ImportError } from "./session";

const answerTimeoutMs = 10_000;
const connectTimeoutMs = 15_000;

export type OpenConnection = Connection & { close: () => void };

/** Connects and waits for the server's heads. Throws ImportError. */
export async function openConnection(url: URL, cookie: string): Promise<OpenConnection> {
  const socket: ImportSocket = io(url.origin, {
    auth: { protocol: protocolVersion, screen: "report" },
    extraHeaders: { cookie },
    transports: ["websocket"],
    forceNew: true,
  });
  follow(socket);
  try {
    const heads = await firstHeads(socket);
    return {
      heads,
      command: (command) => socket.timeout(answerTimeoutMs).emitWithAck("command", command),
      close: () => void socket.disconnect(),
    };
  } catch (error) {
    socket.disconnect();
    throw error;
  }
}

function firstHeads(socket: ImportSocket): Promise<Heads> {
  return new Promise((resolve, reject) => {
    const fail = (sentence: string) => reject(new ImportError(sentence));
    const timer = setTimeout(() => fail("The server does not answer."), connectTimeoutMs);
    socket.once("heads", ({ heads }) => {
      clearTimeout(timer);
      resolve(heads);
    });
    socket.once("connect_error", (error: Error & { data?: { code?: string } }) => {
      clearTimeout(timer);
      fail(sentenceOf(error.data?.code));
    });
  });
}

function sentenceOf(code: string | undefined): string {
  switch (code) {
    case "protocol":
      return "The server uses another version of the protocol. Use the import tool of the same version.";
    case "unauthenticated":
      return "The server has ended the session. Run the same command again.";
    case "forbidden":
      return "This account may not report incidents.";
    default:
      return "The connection to the server could not be opened.";
  }
}
