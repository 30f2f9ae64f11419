/**
 * Folds the picture as every screen does and reports it as applied, so that presence does not count this connection as
 * a screen that differs.
 */
import type { Socket } from "socket.io-client";
import { fromWire } from "@/domain/derive";
import { Fold } from "@/domain/fold";
import type { ClientToServer, ServerToClient } from "@/domain/protocol/down";

export type ImportSocket = Socket<ServerToClient, ClientToServer>;

export function follow(socket: ImportSocket): void {
  let fold: Fold | undefined;
  socket.on("picture", (message) => {
    fold = message.mode === "snapshot" ? new Fold(fromWire(message.picture), message.vector) : fold;
  });
  socket.on("events", (events) => {
    try {
      for (const event of events) fold?.apply(event);
    } catch {
      // A gap: without a vector in the handshake the server sends a snapshot.
      fold = undefined;
      socket.disconnect().connect();
    }
  });
  socket.on("heads", () => {
    if (fold) socket.volatile.emit("applied", { vector: fold.vector, fold: fold.mark });
  });
}
