"use client";
/** React's side of the live store: each hook wakes its component for its own key only. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { CommandBody, CommandType } from "@/domain/commands";
import type { Vector } from "@/domain/envelope";
import type { Incident } from "@/domain/incident/schema";
import type { Collection, Entities } from "@/domain/picture";
import type { HeadsMessage, Presence } from "@/domain/protocol/down";
import type { Screen } from "@/domain/protocol/up";
import type { IncidentStatus } from "@/domain/vocabulary";
import { createLiveClient, type LiveClient } from "../client";
import type { Outcome, Pending } from "../commands";
import type { ConnectionState } from "../connection/machine";
import type { SessionUser } from "../session";
import { useSite } from "../site";
import type { Mismatch } from "../store/store";
import { type Order, Ranking } from "../views/ranking";
import { Timeline, type TimelineState } from "../views/timeline";
import { Triage, type TriageFilter } from "../views/triage";

type Live = { client: LiveClient; user: SessionUser };
const LiveContext = createContext<Live | null>(null);

/** Opens the line of one screen for as long as it is mounted. */
export function LiveProvider({
  screen,
  user,
  children,
}: {
  screen: Screen;
  user: SessionUser;
  children: ReactNode;
}) {
  const [client] = useState(() => createLiveClient(screen, user.role));
  const { clocks } = useSite();
  useEffect(() => client.start(), [client]);
  useEffect(() => client.clocks.configure(clocks), [client, clocks]);
  const live = useMemo(() => ({ client, user }), [client, user]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive outside LiveProvider");
  return live;
}

export const useUser = (): SessionUser => useLive().user;

function useKey<Value>(key: string, read: () => Value): Value {
  const { store } = useLive().client;
  const subscribe = useCallback((listener: () => void) => store.subscribe(key, listener), [store, key]);
  return useSyncExternalStore(subscribe, read, read);
}

export function useEntity<Name extends Collection>(collection: Name, id: string): Entities[Name] | undefined {
  const { store } = useLive().client;
  return useKey(`${collection}/${id}`, () => store.get(collection, id));
}

export const useIncident = (id: string) => useEntity("incidents", id);

/** The status as live tasks make it. Wakes with every change of the picture, renders only when the word changes. */
export function useStatus(incident: Incident): IncidentStatus {
  const { store } = useLive().client;
  return useKey("vector", () => store.statusOf(incident));
}

export function useConnection(): ConnectionState {
  const { store } = useLive().client;
  return useKey("connection", () => store.connection);
}

export function useMismatch(): Mismatch | undefined {
  const { store } = useLive().client;
  return useKey("connection", () => store.mismatch);
}

export function useHasPicture(): boolean {
  const { store } = useLive().client;
  return useKey("vector", () => store.hasPicture);
}

export function useHeads(): HeadsMessage | undefined {
  const { store } = useLive().client;
  return useKey("heads", () => store.heads);
}

export function usePresence(): Presence {
  const { store } = useLive().client;
  return useKey("presence", () => store.presence);
}

export function useOwn() {
  const { store } = useLive().client;
  return useKey("own", () => store.own);
}

/** The triage list under a filter; the component renders again only when order, groups or counts change. */
export function useTriage(filter: TriageFilter): Triage {
  const { client, user } = useLive();
  const text = JSON.stringify(filter);
  const triage = useMemo(
    () => new Triage(client.store, user, JSON.parse(text) as TriageFilter),
    [client.store, user, text],
  );
  const subscribe = useCallback((listener: () => void) => triage.subscribe(listener), [triage]);
  useSyncExternalStore(
    subscribe,
    () => triage.version,
    () => triage.version,
  );
  return triage;
}

/** Open incidents in one order; wakes when order or counts change. */
export function useRanking(order: Order): Ranking {
  const { client, user } = useLive();
  const ranking = useMemo(() => new Ranking(client.store, user.country, order), [client.store, user, order]);
  const subscribe = useCallback((listener: () => void) => ranking.subscribe(listener), [ranking]);
  useSyncExternalStore(
    subscribe,
    () => ranking.version,
    () => ranking.version,
  );
  return ranking;
}

export function useTimeline(subject: string): TimelineState & { older: () => void } {
  const { client } = useLive();
  const timeline = useMemo(() => new Timeline(client.store, client.history, subject), [client, subject]);
  const subscribe = useCallback((listener: () => void) => timeline.subscribe(listener), [timeline]);
  const state = useSyncExternalStore(
    subscribe,
    () => timeline.state,
    () => timeline.state,
  );
  return { ...state, older: () => void timeline.load(true) };
}

export type Send = <Type extends CommandType>(
  type: Type,
  subject: string,
  body: CommandBody<Type>,
  basis?: Vector,
) => Promise<Outcome>;

export function useSend(): Send {
  const { commands } = useLive().client;
  return useCallback((type, subject, body, basis) => commands.send(type, subject, body, basis), [commands]);
}

const none: readonly Pending[] = [];

/** Commands on their way, all or those of one subject. */
export function usePending(subject?: string): readonly Pending[] {
  const { commands } = useLive().client;
  const subscribe = useCallback((listener: () => void) => commands.subscribe(listener), [commands]);
  const all = useSyncExternalStore(
    subscribe,
    () => commands.pending,
    () => none,
  );
  return useMemo(
    () => (subject ? all.filter((pending) => pending.subject === subject) : all),
    [all, subject],
  );
}
