/** Who may do what: a pure function that returns a denial or null, before existence is revealed. */
import type { Account } from "./actor";
import { authoriseIncident } from "./authority/incident";
import { authoriseResponse } from "./authority/response";
import type { IncidentSide, ResponseSide } from "./authority/sides";
import type { Command, CommandType } from "./commands";
import type { DecisionView } from "./decision";
import { makerOf } from "./envelope";
import { type Denial, deny } from "./errors";
import type { Role } from "./vocabulary";

type Rule = { roles: readonly Role[]; side: "create" | IncidentSide | ResponseSide };

const desk = ["operator", "commander"] as const satisfies readonly Role[];
const reporters = ["officer", ...desk] as const satisfies readonly Role[];
const rule = (side: Rule["side"], ...roles: Role[]): Rule => ({ side, roles });

/** The commands of the protocol, each with its roles and its side. */
export const rules: Record<CommandType, Rule> = {
  "incident.report": rule("create", ...reporters),
  "incident.revise": rule("reviser", ...reporters),
  "incident.take": rule("owner", ...desk),
  "incident.verify": rule("owner", ...desk),
  "incident.close": rule("owner", ...desk),
  "incident.reopen": rule("owner", ...desk),
  "incident.merge": rule("owner", ...desk),
  "incident.link": rule("owner", ...desk),
  "incident.acknowledge": rule("either", ...desk),
  "incident.attend": rule("either", ...desk),
  "incident.assess": rule("either", ...desk),
  "incident.note": rule("either", ...desk),
  "incident.archive": rule("owner", "system"),
  "incident.expire": rule("owner", "system"),
  "entry.strike": rule("either", ...desk),
  "protection.clear": rule("owner", "protection"),
  "release.request": rule("owner", ...desk),
  "release.approve": rule("owner", "commander"),
  "release.refuse": rule("owner", "commander"),
  "release.urgent": rule("owner", ...desk),
  "release.review": rule("owner", "commander"),
  "release.recall": rule("originator", "commander"),
  "release.acknowledge-recall": rule("partner", ...desk),
  "transfer.offer": rule("owner", "commander"),
  "transfer.accept": rule("nonOwner", "commander"),
  "transfer.decline": rule("nonOwner", "commander"),
  "transfer.complete": rule("owner", "commander"),
  "proposal.make": rule("create", ...desk),
  "proposal.accept": rule("decider", ...desk),
  "proposal.decline": rule("decider", ...desk),
  "proposal.archive": rule("proposer", "system"),
  "task.assign": rule("create", "commander"),
  "task.acknowledge": rule("ownTaskUnit", "officer", "commander"),
  "task.advance": rule("ownTaskUnit", "officer", "commander"),
  "task.decline": rule("ownTaskUnit", "officer", "commander"),
  "task.cancel": rule("ownTask", "commander"),
  "task.reassign": rule("ownTask", "commander"),
  "task.archive": rule("ownTask", "system"),
  "request.make": rule("create", "commander"),
  "request.withdraw": rule("asker", "commander"),
  "request.acknowledge": rule("asked", ...desk),
  "request.accept": rule("asked", "commander"),
  "request.decline": rule("asked", "commander"),
  "request.counter": rule("asked", "commander"),
  "request.accept-counter": rule("asker", "commander"),
  "request.refuse-counter": rule("asker", "commander"),
  "request.confirm": rule("party", ...desk),
  "request.complete": rule("asked", "commander"),
  "request.archive": rule("asker", "system"),
  "unit.register": rule("create", "commander", "admin", "system"),
  "unit.status": rule("unit", "officer", "commander"),
  "duty.start": rule("unit", "officer", "commander", "system"),
  "duty.end": rule("unit", "officer", "commander"),
  "message.post": rule("create", ...reporters),
  "message.read": rule("seen", ...reporters),
  "message.archive": rule("seen", "system"),
  "alarm.acknowledge": rule("seen", ...desk),
  "clock.pause": rule("seen", ...desk),
  "clock.resume": rule("seen", ...desk),
  "drawing.put": rule("drawing", ...desk),
  "drawing.remove": rule("drawing", ...desk, "system"),
  "clock.archive": rule("seen", "system"),
};

/** Whether the role alone rules a command out: what a screen hides altogether. */
export const roleMay = (role: Role, type: CommandType): boolean => rules[type].roles.includes(role);

/** Null when the account may give this command on what its country's picture holds; else why not. */
export function authorise(view: DecisionView, command: Command, account: Account): Denial | null {
  const { roles, side } = rules[command.type];
  if (!roles.includes(account.role)) return deny("role-may-not");
  switch (side) {
    case "create":
      if (makerOf(command.subject) !== account.country) return deny("foreign-subject", "subject");
      return authoriseResponse(view, command, account, "create");
    case "owner":
    case "originator":
    case "partner":
    case "nonOwner":
    case "reviser":
    case "either":
      return authoriseIncident(view, command, account, side);
    default:
      return authoriseResponse(view, command, account, side);
  }
}
