"use client";
/** Position sharing of this screen: started by choice, remembered for this page only, ended with the screen. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import type { LiveClient } from "../../../live/client";
import { useConnection } from "../../../live/hooks/use-connection";
import { useLive } from "../../../live/hooks/use-live";
import {
  type PositionMessage,
  PositionSharing,
  type SharingState,
} from "../../../live/positions/position-sharing";

const paceMs = 1_000;
/** Accounts that chose to share since this page was loaded. In memory only. */
const chosen = new Set<string>();

const PositionSharingContext = createContext<PositionSharing | null>(null);

/** False without a connection: then the position does not count as sent. */
function sendOver({ connection, store }: LiveClient, message: PositionMessage): boolean {
  const { socket } = connection;
  if (!socket?.connected || store.connection.name === "stale") return false;
  socket.emit("position", message);
  return true;
}

export function PositionSharingProvider({ children }: { children: ReactNode }) {
  const { client, user } = useLive();
  const { unitId, username } = user;
  const ended = useConnection().name === "ended";
  const sharing = useMemo(() => {
    if (!unitId) return null;
    return new PositionSharing({
      unitId,
      device: "geolocation" in navigator ? navigator.geolocation : undefined,
      now: client.store.time.now,
      timeOfFix: client.store.time.ofFix,
      send: (message) => sendOver(client, message),
    });
  }, [client, unitId]);
  useEffect(() => {
    if (!sharing || ended) return;
    if (chosen.has(username)) sharing.start();
    const timer = setInterval(() => sharing.check(), paceMs);
    return () => {
      clearInterval(timer);
      sharing.stop();
    };
  }, [sharing, username, ended]);
  return <PositionSharingContext value={sharing}>{children}</PositionSharingContext>;
}

const off: SharingState = { name: "off" };
const never = () => () => {};

export type PositionSharingControl = { state: SharingState; start: () => void; stop: () => void };

/** The state of position sharing, and its start and stop; null for an account without a unit. */
export function usePositionSharing(): PositionSharingControl | null {
  const sharing = useContext(PositionSharingContext);
  const { username } = useLive().user;
  const subscribe = useCallback(
    (listener: () => void) => (sharing ? sharing.subscribe(listener) : never()),
    [sharing],
  );
  const state = useSyncExternalStore(
    subscribe,
    () => sharing?.state ?? off,
    () => off,
  );
  return useMemo(() => {
    if (!sharing) return null;
    return {
      state,
      start: () => {
        chosen.add(username);
        sharing.start();
      },
      stop: () => {
        chosen.delete(username);
        sharing.stop();
      },
    };
  }, [sharing, state, username]);
}
