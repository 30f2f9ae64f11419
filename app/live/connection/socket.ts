/** The part of a Socket.IO client that the live store needs, so that a test can hand in a double. */
import type { Vector } from "@/domain/envelope";
import type { ClientToServer, ServerToClient } from "@/domain/protocol/down";
import type { Screen } from "@/domain/protocol/up";

export interface ClientSocket {
  connected: boolean;
  active: boolean;
  on<Name extends keyof ServerToClient>(name: Name, listener: ServerToClient[Name]): unknown;
  on(name: "connect", listener: () => void): unknown;
  on(name: "disconnect", listener: (reason: string) => void): unknown;
  on(name: "connect_error", listener: (error: Error & { data?: unknown }) => void): unknown;
  emit<Name extends keyof ClientToServer>(name: Name, ...args: Parameters<ClientToServer[Name]>): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

/** What a socket says at each connect; with a vector it asks to resume from there. */
export interface Handshake {
  protocol: number;
  screen: Screen;
  vector?: Vector;
}
