/** What belongs to an incident or a unit in the picture a screen holds. */

import type { Message } from "@/domain/message/schema";
import type { Change, Picture } from "@/domain/picture";
import type { Proposal } from "@/domain/proposal/schema";
import type { Request } from "@/domain/request/schema";
import type { Task } from "@/domain/task/schema";
import { Groups } from "./groups";

export type Relation =
  | "tasksOfIncident"
  | "tasksOfUnit"
  | "requestsOfIncident"
  | "proposalsOfIncident"
  | "messagesOfIncident";

/** Messages between centres that are about no incident belong to this. */
const noIncident = "";

export class Related {
  readonly tasksOfIncident = new Groups<Task>((task) => task.incidentId);
  readonly tasksOfUnit = new Groups<Task>((task) => task.unitId);
  readonly requestsOfIncident = new Groups<Request>((request) => request.incidentId);
  readonly proposalsOfIncident = new Groups<Proposal>((proposal) => proposal.incidentId);
  readonly messagesOfIncident = new Groups<Message>((message) => message.incidentId ?? noIncident);

  replace(picture: Picture): void {
    this.tasksOfIncident.replace(picture.tasks.values());
    this.tasksOfUnit.replace(picture.tasks.values());
    this.requestsOfIncident.replace(picture.requests.values());
    this.proposalsOfIncident.replace(picture.proposals.values());
    this.messagesOfIncident.replace(picture.messages.values());
  }

  /** Applies a change. Returns the store's keys of the relations that changed. */
  apply(change: Change): string[] {
    switch (change.collection) {
      case "tasks":
        return [
          ...keys("tasksOfIncident", this.tasksOfIncident.apply(change.before, change.after)),
          ...keys("tasksOfUnit", this.tasksOfUnit.apply(change.before, change.after)),
        ];
      case "requests":
        return keys("requestsOfIncident", this.requestsOfIncident.apply(change.before, change.after));
      case "proposals":
        return keys("proposalsOfIncident", this.proposalsOfIncident.apply(change.before, change.after));
      case "messages":
        return keys("messagesOfIncident", this.messagesOfIncident.apply(change.before, change.after));
      default:
        return [];
    }
  }
}

/** The key to subscribe to for one relation of one thing. */
export const relationKey = (relation: Relation, id: string): string => `${relation}/${id}`;

const keys = (relation: Relation, ids: ReadonlySet<string>): string[] =>
  [...ids].map((id) => relationKey(relation, id));
