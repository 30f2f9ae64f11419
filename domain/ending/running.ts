/** What still runs on an incident, and by which command of its own each of it is ended. Pure. */
import type { Command } from "../commands";
import type { Belonging } from "../decision";
import type { Incident } from "../incident/schema";
import { agreedOf, isLiveRequest } from "../request/machine";
import type { Request } from "../request/schema";
import type { Running } from "../running";
import { isLiveTask } from "../task/machine";
import type { Country } from "../vocabulary";

/** What ends when an incident does; the word also stands as the reason of what ends with it, for screens to translate. */
export const endReasons = ["incident-closed", "incident-merged", "incident-transferred"] as const;
export type EndReason = (typeof endReasons)[number];

const isHandover = (request: Request): boolean => agreedOf(request).action === "handover";
const requestRunning = (request: Request): Running => ({
  id: request.id,
  what: isHandover(request) ? "handover" : "request",
});

/** Whether a country can end a request: its own as long as it lives, the partner's while it is not answered. */
const isEndedBy = (country: Country, request: Request): boolean =>
  isLiveRequest(request) && (request.from === country || request.status === "made");

const isTransferUnderWay = ({ transfer }: Incident): boolean =>
  transfer !== undefined && transfer.answered?.state !== "declined";

/** What a country has still to end of an incident, units first. What is the partner's own is not in it. */
export function runningOf(incident: Incident, belonging: Belonging, country: Country): Running[] {
  const { id, owner } = incident;
  const { tasks, requests, proposals } = belonging;
  const ownTasks = tasks.filter((task) => task.country === country && isLiveTask(task));
  const ownRequests = requests.filter((request) => isEndedBy(country, request));
  const waiting = proposals.filter((one) => owner === country && one.from !== country && !one.answered);
  return [
    ...ownTasks.map((task): Running => ({ id: task.id, what: "task" })),
    ...ownRequests.map(requestRunning),
    ...waiting.map((proposal): Running => ({ id: proposal.id, what: "proposal" })),
    ...(owner === country && isTransferUnderWay(incident) ? [{ id, what: "transfer" as const }] : []),
  ];
}

/** What goes on at the partner: it alone can end it, and is asked to stand down. */
export function runningAtPartner({ tasks, requests }: Belonging, country: Country): Running[] {
  const theirTasks = tasks.filter((task) => task.country !== country && isLiveTask(task));
  const theirRequests = requests.filter(
    (request) => isLiveRequest(request) && request.from !== country && !isEndedBy(country, request),
  );
  return [
    ...theirTasks.map((task): Running => ({ id: task.id, what: "task" })),
    ...theirRequests.map(requestRunning),
  ];
}

/** The command that ends one thing by itself; null for a transfer, which ends with its incident. */
export function commandEnding(
  { id: subject, what }: Running,
  { requests }: Pick<Belonging, "requests">,
  country: Country,
  reason: EndReason,
): Command | null {
  const body = { reason };
  const id = "";
  switch (what) {
    case "task":
      return { id, type: "task.cancel", subject, body };
    case "request":
    case "handover": {
      const isOwn = requests.find((request) => request.id === subject)?.from === country;
      return { id, type: isOwn ? "request.withdraw" : "request.decline", subject, body };
    }
    case "proposal":
      return { id, type: "proposal.decline", subject, body };
    case "transfer":
      return null;
  }
}

/** Whether anything of either side still runs on an incident: then it does not leave the picture. */
export const isInUse = (
  { tasks, requests, proposals }: Belonging,
  { owner }: Pick<Incident, "owner">,
): boolean =>
  tasks.some(isLiveTask) ||
  requests.some(isLiveRequest) ||
  proposals.some(({ answered, from }) => !answered && from !== owner);
