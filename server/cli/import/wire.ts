/** The socket to the running server, as any screen has one. */
import { io } from "socket.io-client";
import type { Heads } from "@/domain/protocol/down";
import { protocolVersion } from "@/domain/protocol/version";
import { follow, type ImportSocket } from "./follow";
import type { Wire } from "./send";
import { ImportError } from "./session";

const answerWithinMs = 10_000;
const connectWithinMs = 15_000;

export type OpenWire = Wire & { close: () => void };

/** Connects and waits until the server has said where its log stands. Throws ImportError. */
export async function openWire(url: URL, cookie: string): Promise<OpenWire> {
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
      command: (command) => socket.timeout(answerWithinMs).emitWithAck("command", command),
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
    const timer = setTimeout(() => fail("The server does not answer on its socket."), connectWithinMs);
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
      return "The server speaks another version of the protocol. Use the import of the same version.";
    case "unauthenticated":
      return "The server has ended the session. Run the same command again.";
    case "forbidden":
      return "This account may not report incidents.";
    default:
      return "The connection to the server could not be opened.";
  }
}
