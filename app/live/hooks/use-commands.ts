"use client";
/** Sends commands, and tells which are on their way. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { CommandBody, CommandType } from "@/domain/commands";
import type { Vector } from "@/domain/envelope";
import type { Outcome, Pending } from "../commands";
import { useLive } from "./use-live";

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

/** Every command on its way, also what a screen sends by itself. */
export function useOnTheirWay(): readonly Pending[] {
  const { commands } = useLive().client;
  return useSyncExternalStore(
    commands.subscribe,
    () => commands.pending,
    () => none,
  );
}

/** What a screen says of itself is nothing that somebody waits for. */
const isGiven = ({ type }: Pending): boolean => type !== "incident.attend";

/** Commands that somebody gave and that are on their way, all or those of one subject. */
export function usePending(subject?: string): readonly Pending[] {
  const all = useOnTheirWay();
  return useMemo(
    () => all.filter((pending) => isGiven(pending) && (!subject || pending.subject === subject)),
    [all, subject],
  );
}
