/** Every decision: authorised before existence is revealed, then decided by the slice. */
import { decideClock } from "./clock/decide";
import type { Command, CommandIn } from "./commands";
import type { Decision, DecisionView, Meta } from "./decision";
import { decideDrawing } from "./drawing/decide";
import { decideEnding, type EndingType } from "./ending/decide";
import { happenedTooEarly } from "./happened";
import { withImplied } from "./implied";
import { decideIncident } from "./incident/decide";
import { decideMessage } from "./message/decide";
import { authorise } from "./permissions";
import { decideProposal } from "./proposal/decide";
import { decideRelease } from "./release/decide";
import { decideRequest } from "./request/decide";
import { decideServingTask } from "./request/serve";
import { decideTask } from "./task/decide";
import { decideTransfer } from "./transfer/decide";
import { decideUnit } from "./unit/decide";

/** Judges one command on the folded state. Pure: the same inputs give the same drafts. */
export function decide(view: DecisionView, command: Command, meta: Meta): Decision {
  const denial = authorise(view, command, meta.account);
  if (denial) return { ok: false, denial };
  const decision = isEnding(command)
    ? decideEnding(view, command, meta, {
        decideAlone: (own) => decideSlice(view, command, own),
        decideOne: decide,
      })
    : decideSlice(view, command, meta);
  // Of two things wrong with one time the plainer is said: that it cannot be, whatever is agreed.
  const isOfTime = decision.ok || decision.denial.path === "body.happenedAt";
  const tooEarly = isOfTime ? happenedTooEarly(view, command) : undefined;
  return tooEarly ? { ok: false, denial: tooEarly } : withImplied(view, command, meta, decision);
}

const endings: Record<EndingType, true> = {
  "incident.close": true,
  "incident.merge": true,
  "incident.expire": true,
  "incident.archive": true,
  "transfer.complete": true,
};
const isEnding = (command: Command): command is CommandIn<EndingType> => Object.hasOwn(endings, command.type);

function decideSlice(view: DecisionView, command: Command, meta: Meta): Decision {
  switch (command.type) {
    case "release.request":
    case "release.approve":
    case "release.refuse":
    case "release.urgent":
    case "release.review":
    case "release.recall":
    case "release.acknowledge-recall":
      return decideRelease(view, command, meta);
    case "transfer.offer":
    case "transfer.accept":
    case "transfer.decline":
    case "transfer.complete":
      return decideTransfer(view, command, meta);
    case "proposal.make":
    case "proposal.accept":
    case "proposal.decline":
    case "proposal.archive":
      return decideProposal(view, command, meta);
    case "unit.register":
    case "unit.status":
    case "duty.start":
    case "duty.end":
      return decideUnit(view, command, meta);
    case "message.post":
    case "message.read":
    case "message.archive":
      return decideMessage(view, command, meta);
    case "drawing.put":
    case "drawing.remove":
      return decideDrawing(view, command, meta);
    case "alarm.acknowledge":
    case "clock.pause":
    case "clock.resume":
    case "clock.archive":
      return decideClock(view, command, meta);
    default:
      return decideResponse(view, command, meta);
  }
}

type Response = Exclude<
  Command,
  {
    type: `${"release" | "transfer" | "proposal" | "unit" | "duty" | "message" | "alarm" | "clock" | "drawing"}.${string}`;
  }
>;

function decideResponse(view: DecisionView, command: Response, meta: Meta): Decision {
  switch (command.type) {
    case "task.assign": {
      const { requestId } = command.body;
      return requestId === undefined
        ? decideTask(view, command, meta)
        : decideServingTask(view, command, requestId, meta);
    }
    case "task.acknowledge":
    case "task.advance":
    case "task.decline":
    case "task.cancel":
    case "task.reassign":
    case "task.archive":
      return decideTask(view, command, meta);
    case "request.make":
    case "request.withdraw":
    case "request.acknowledge":
    case "request.accept":
    case "request.decline":
    case "request.counter":
    case "request.accept-counter":
    case "request.refuse-counter":
    case "request.confirm":
    case "request.complete":
    case "request.archive":
      return decideRequest(view, command, meta);
    default:
      return decideIncident(view, command, meta);
  }
}
