"use client";
/** What still runs on an incident that is to be ended, as this account sees it. */
import { commandEnding, type EndReason, runningAtPartner, runningOf } from "@/domain/ending/running";
import type { Incident } from "@/domain/incident/schema";
import { roleMay } from "@/domain/permissions";
import type { Running } from "@/domain/running";
import { canSend, isAllowed } from "../../act/can-send";
import { useLive } from "../../live/hooks/use-live";
import { useRelated } from "../../live/hooks/use-related";

export type Ending = {
  /** All that the own side has to end. */
  ours: readonly Running[];
  /** What of it this account may not end. */
  blocked: readonly Running[];
  /** What goes on at the partner, which is asked to stand down. */
  theirs: readonly Running[];
};

export function useEnding(incident: Incident, reason: EndReason): Ending {
  const { client, user } = useLive();
  const { store } = client;
  useRelated("requestsOfIncident", incident.id);
  useRelated("proposalsOfIncident", incident.id);
  useRelated("tasksOfIncident", incident.id);
  const belonging = store.contextOf(incident.id);
  const ours = runningOf(incident, belonging, user.country);
  const mayEnd = (running: Running): boolean => {
    const command = commandEnding(running, belonging, user.country, reason);
    if (!command) return roleMay(user.role, "transfer.offer");
    return isAllowed(canSend(store, user, command.type, command.subject, command.body));
  };
  return {
    ours,
    blocked: ours.filter((one) => !mayEnd(one)),
    theirs: runningAtPartner(belonging, user.country),
  };
}
