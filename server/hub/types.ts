/** The types of Socket.IO's server and sockets, with what each socket holds of its screen. */
import type { Server, Socket } from "socket.io";
import type { Account } from "@/domain/actor";
import type { Vector } from "@/domain/envelope";
import type { ClientToServer, ServerToClient } from "@/domain/protocol/down";
import type { Applied, Screen } from "@/domain/protocol/up";
import type { AudienceView } from "@/domain/slices";

export type ScreenData = {
  token: string;
  account: Account;
  screen: Screen;
  audience: AudienceView;
  /** The vector the client holds; absent when it starts from nothing. */
  vector?: Vector;
  /** What the screen last reported as applied, and whether that was the same picture as ours. */
  applied?: Applied;
  same: boolean;
};

/** No Socket.IO messages between processes: each tails the log, and presence is announced by NOTIFY. */
type ServerToServer = Record<string, never>;

export type Hub = Server<ClientToServer, ServerToClient, ServerToServer, ScreenData>;
export type ScreenSocket = Socket<ClientToServer, ServerToClient, ServerToServer, ScreenData>;
