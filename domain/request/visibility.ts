/** Who is shown which field of a request: its state to all; reasons, results and the meeting place to desks. */
import { desks, everyone, newsFor, placeFor, stampFor, type Visibility } from "../visibility";
import type { Request } from "./schema";

export const requestVisibility: Visibility<Request> = {
  id: everyone,
  incidentId: everyone,
  from: everyone,
  to: everyone,
  action: everyone,
  urgency: everyone,
  status: everyone,
  dueAt: everyone,
  taskIds: everyone,
  made: stampFor(everyone),
  appointmentAt: everyone,
  handover: {
    of: desks,
    place: placeFor(desks),
    at: desks,
    receivingDesk: desks,
  },
  asked: {
    state: everyone,
    ...stampFor(everyone),
    reason: desks,
    taskIds: everyone,
    confirmed: { ...stampFor(everyone), count: everyone },
  },
  answered: {
    state: everyone,
    ...stampFor(everyone),
    reason: desks,
    result: desks,
    counter: { action: everyone, dueAt: everyone },
    read: stampFor(everyone),
    taskIds: everyone,
    confirmed: { ...stampFor(everyone), count: everyone },
  },
  news: newsFor(everyone),
};
