/** Authority over what a response is made of: units, tasks, requests, proposals, messages, clocks. */
import type { Account } from "../actor";
import type { Command } from "../commands";
import type { DecisionView } from "../decision";
import { makerOf } from "../envelope";
import { type Denial, deny } from "../errors";
import type { ResponseSide } from "./sides";

const hidden = (path = "subject"): Denial => deny("not-there", path);

/** Null when the account's country has this part in the thing the command is about. */
export function authoriseResponse(
  view: DecisionView,
  command: Command,
  account: Account,
  side: ResponseSide | "create",
): Denial | null {
  switch (side) {
    case "create":
      return authoriseCreate(view, command, account);
    case "unit":
      return authoriseUnit(view, command, account);
    case "ownTask":
    case "ownTaskUnit":
      return authoriseTask(view, command, account, side);
    case "asker":
    case "asked":
    case "party":
      return authoriseRequest(view, command, account, side);
    case "proposer":
    case "decider":
      return authoriseProposal(view, command, account, side);
    case "drawing":
      return authoriseDrawing(view, command, account);
    case "seen":
      return isSeen(view, command) ? null : hidden();
  }
}

/** What a new thing is about must stand in the maker's picture; a proposal is for what the other side owns. */
function authoriseCreate(view: DecisionView, command: Command, account: Account): Denial | null {
  switch (command.type) {
    case "task.assign":
    case "request.make":
      return view.incident(command.body.incidentId) ? null : hidden("body.incidentId");
    case "proposal.make": {
      const incident = view.incident(command.body.incidentId);
      if (!incident) return hidden("body.incidentId");
      if (incident.owner === account.country) return deny("own-country-may-not", "body.incidentId");
      // The originator sets it by itself (rule W3): the owner could not write it, whoever proposed it.
      return "handling" in command.body.changes && incident.originator === account.country
        ? deny("revise-instead", "body.changes.handling")
        : null;
    }
    case "message.post": {
      const { incidentId } = command.body;
      return incidentId === undefined || view.incident(incidentId) ? null : hidden("body.incidentId");
    }
    default:
      return null;
  }
}

function authoriseUnit(view: DecisionView, command: Command, account: Account): Denial | null {
  if (account.role === "officer" && account.unitId !== command.subject) return deny("role-may-not");
  const unit = view.unit(command.subject);
  return unit && unit.country === account.country ? null : hidden();
}

function authoriseTask(
  view: DecisionView,
  command: Command,
  account: Account,
  side: "ownTask" | "ownTaskUnit",
): Denial | null {
  const task = view.task(command.subject);
  if (!task) return hidden();
  if (task.country !== account.country) return deny("not-the-owner");
  const others = side === "ownTaskUnit" && account.role === "officer" && task.unitId !== account.unitId;
  return others ? deny("role-may-not") : null;
}

function authoriseRequest(
  view: DecisionView,
  command: Command,
  account: Account,
  side: "asker" | "asked" | "party",
): Denial | null {
  const request = view.request(command.subject);
  if (!request) return hidden();
  if (side === "party") return null;
  const who = side === "asker" ? request.from : request.to;
  if (who !== account.country) return deny("own-country-may-not");
  // What is created takes the maker's prefix, here too: two countries can never mint the same subject.
  const made = command.type === "request.accept" ? command.body.assign?.taskId : undefined;
  const foreign = made !== undefined && makerOf(made) !== account.country;
  return foreign ? deny("foreign-subject", "body.assign.taskId") : null;
}

function authoriseProposal(
  view: DecisionView,
  command: Command,
  account: Account,
  side: "proposer" | "decider",
): Denial | null {
  const proposal = view.proposal(command.subject);
  if (!proposal) return hidden();
  if (side === "proposer") return proposal.from === account.country ? null : deny("own-country-may-not");
  const incident = view.incident(proposal.incidentId);
  return incident?.owner === account.country && proposal.from !== account.country
    ? null
    : deny("not-the-owner");
}

/** One's own drawing, or a new one; a joint one is a commander's. */
function authoriseDrawing(view: DecisionView, command: Command, account: Account): Denial | null {
  const drawing = view.drawing(command.subject);
  const joint = command.type === "drawing.put" ? command.body.audience === "joint" : drawing?.shared === true;
  if (joint && account.role === "operator") return deny("role-may-not");
  if (drawing) return drawing.owner === account.country ? null : deny("not-the-owner");
  if (command.type === "drawing.remove") return hidden();
  return makerOf(command.subject) === account.country ? null : deny("foreign-subject", "subject");
}

function isSeen(view: DecisionView, command: Command): boolean {
  switch (command.type) {
    case "message.read":
    case "message.archive":
      return view.message(command.subject) !== undefined;
    case "alarm.acknowledge":
    case "clock.pause":
    case "clock.resume":
      return view.clock(command.subject) !== undefined;
    case "clock.archive":
      return view.clockMark(command.subject) !== undefined;
    default:
      return false;
  }
}
