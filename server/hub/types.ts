/** The hub's sockets: what each knows of the screen behind it. */
import type { Server, Socket } from "socket.io";
import type { Account } from "@/domain/actor";
import type { Vector } from "@/domain/envelope";
import type { ClientToServer, ServerToClient } from "@/domain/protocol/down";
import type { Applied, Screen } from "@/domain/protocol/up";
import type { Showing } from "../feed/audience-view";

export type ScreenData = {
  token: string;
  account: Account;
  screen: Screen;
  audience: Showing;
  /** What the client said it holds; absent when it starts from nothing. */
  vector?: Vector;
  /** What it last said it has applied, and whether that is the same picture as ours. */
  applied?: Applied;
  same: boolean;
};

/** No messages between processes: the log is tailed by each, presence goes by NOTIFY. */
type ServerToServer = Record<string, never>;

export type Hub = Server<ClientToServer, ServerToClient, ServerToServer, ScreenData>;
export type ScreenSocket = Socket<ClientToServer, ServerToClient, ServerToServer, ScreenData>;
