"use client";
/** The live client of one screen and who is signed in, for every component below the provider. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Screen } from "@/domain/protocol/up";
import { clocksOfSides } from "@/domain/site";
import { createLiveClient, type LiveClient } from "../client";
import type { SessionUser } from "../session";
import { useSite } from "../site";

type Live = { client: LiveClient; user: SessionUser };
const LiveContext = createContext<Live | null>(null);

type Props = { screen: Screen; user: SessionUser; children: ReactNode };

/** Keeps the connection of one screen open for as long as it is mounted. */
export function LiveProvider({ screen, user, children }: Props) {
  const [client] = useState(() => createLiveClient(screen, user));
  const site = useSite();
  useEffect(() => client.start(), [client]);
  useEffect(() => client.clocks.configure(clocksOfSides(site, user.country)), [client, site, user.country]);
  const live = useMemo(() => ({ client, user }), [client, user]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Throws outside `LiveProvider`. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive outside LiveProvider");
  return live;
}

export const useUser = (): SessionUser => useLive().user;
