/** Folds an event into its request: each side's events touch only that side's part. */
import type { EventIn, EventOf } from "../events";
import { stampOf } from "../stamp";
import { partnerOf } from "../vocabulary";
import { requestStatus } from "./machine";
import type { Request } from "./schema";

type Parts = Pick<Request, "asked" | "answered">;

/** The request after an event; total over erased bodies. */
export function evolveRequest(before: Request | undefined, event: EventIn<"requests">): Request | undefined {
  if (event.type === "request.made") return made(before, event);
  if (event.type === "request.archived") return undefined;
  if (!before) return before;
  const parts = evolveParts(before, event);
  const taskIds = [...parts.asked.taskIds, ...parts.answered.taskIds].sort();
  return { ...before, ...parts, taskIds, status: requestStatus(parts) };
}

function made(before: Request | undefined, event: EventOf<"request.made">): Request | undefined {
  if (!event.body) return before;
  const { happenedAt, ...body } = event.body;
  const stamp = stampOf(event, happenedAt);
  const from = event.actor.country;
  const parts: Parts = {
    asked: { state: "open", ...stamp, taskIds: [] },
    answered: { state: "none", taskIds: [] },
  };
  return {
    ...body,
    ...(body.handover ? { appointmentAt: body.handover.at } : {}),
    id: event.subject,
    from,
    to: partnerOf(from),
    made: stamp,
    taskIds: [],
    ...parts,
    status: "made",
  };
}

/** The last word of a side counts: a number can be corrected until the handover is completed. */
function confirmed(
  { asked, answered }: Parts,
  byAsker: boolean,
  word: NonNullable<Parts["asked"]["confirmed"]>,
): Parts {
  return byAsker
    ? { asked: { ...asked, confirmed: word }, answered }
    : { asked, answered: { ...answered, confirmed: word } };
}

type Answering = Exclude<EventIn<"requests">, { type: "request.made" | "request.archived" }>;

function evolveParts(before: Request, event: Answering): Parts {
  const { asked, answered } = before;
  const byAsker = event.actor.country === before.from;
  const happenedAt = event.body && "happenedAt" in event.body ? event.body.happenedAt : undefined;
  const stamp = stampOf(event, happenedAt);
  switch (event.type) {
    case "request.withdrawn":
      return {
        asked: { ...asked, ...stamp, state: "withdrawn", reason: event.body?.reason ?? "" },
        answered,
      };
    case "request.counter-accepted":
      return { asked: { ...asked, ...stamp, state: "counter-accepted" }, answered };
    case "request.counter-refused":
      return {
        asked: { ...asked, ...stamp, state: "counter-refused", reason: event.body?.reason ?? "" },
        answered,
      };
    case "request.acknowledged":
      return { asked, answered: { ...answered, read: answered.read ?? stamp } };
    case "request.accepted": {
      const added = event.body?.taskId ? [event.body.taskId] : [];
      return {
        asked,
        answered: { ...answered, ...stamp, state: "accepted", taskIds: [...answered.taskIds, ...added] },
      };
    }
    case "request.declined":
      return {
        asked,
        answered: { ...answered, ...stamp, state: "declined", reason: event.body?.reason ?? "" },
      };
    case "request.countered": {
      const { happenedAt: _, ...counter } = event.body ?? { action: before.action };
      return { asked, answered: { ...answered, ...stamp, state: "countered", counter } };
    }
    case "request.completed":
      return {
        asked,
        answered: { ...answered, ...stamp, state: "completed", result: event.body?.result ?? "" },
      };
    case "request.confirmed":
      return confirmed(before, byAsker, {
        ...stamp,
        ...(event.body?.count === undefined ? {} : { count: event.body.count }),
      });
    case "request.task-added": {
      if (!event.body) return { asked, answered };
      const { taskId } = event.body;
      return byAsker
        ? { asked: { ...asked, taskIds: [...asked.taskIds, taskId] }, answered }
        : { asked, answered: { ...answered, taskIds: [...answered.taskIds, taskId] } };
    }
  }
}
