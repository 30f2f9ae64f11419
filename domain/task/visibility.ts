/** Who is shown which field of a task: steps and times to all, what was said about them to desks. */
import { desks, everyone, newsFor, type Visibility } from "../visibility";
import type { Task } from "./schema";

export const taskVisibility: Visibility<Task> = {
  id: everyone,
  incidentId: everyone,
  unitId: everyone,
  unit: { callsign: everyone, kind: everyone },
  country: everyone,
  action: everyone,
  status: everyone,
  times: {
    assigned: everyone,
    acknowledged: everyone,
    en_route: everyone,
    on_scene: everyone,
    completed: everyone,
  },
  dueAt: everyone,
  requestId: everyone,
  shared: everyone,
  ended: { at: everyone, reason: desks, result: desks },
  news: newsFor(everyone),
};
