/** What can be done with an incident: each action with its command, its key and what a rehearsal sends. */
import type { LucideIcon } from "lucide-react";
import {
  Archive,
  ArrowLeftRight,
  ArrowRightFromLine,
  BadgeCheck,
  CircleCheckBig,
  Eye,
  Gauge,
  GitMerge,
  Hand,
  Handshake,
  Link2,
  NotebookPen,
  PencilLine,
  RotateCcw,
  Send,
  ShieldCheck,
  ShieldX,
  Siren,
  Undo2,
  UserRoundPlus,
} from "lucide-react";
import type { CommandBody, CommandType } from "@/domain/commands";
import type { DenialReason } from "@/domain/errors";
import { type Incident, type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { SessionUser } from "../live/session";
import type { LiveStore } from "../live/store/store";
import { canSend, type SendPermission } from "./can-send";

export const actionNames = [
  "acknowledgeRecall",
  "clearProtection",
  "acknowledge",
  "approve",
  "review",
  "sendPending",
  "assign",
  "verify",
  "request",
  "urgent",
  "ask",
  "take",
  "refuse",
  "note",
  "assess",
  "revise",
  "propose",
  "close",
  "reopen",
  "link",
  "merge",
  "offerTransfer",
  "recall",
] as const;
export type ActionName = (typeof actionNames)[number];

type Definition<Type extends CommandType = CommandType> = {
  type: Type;
  key: string;
  icon: LucideIcon;
  /** What the rehearsal sends: only its form matters. */
  sample: (entity: IncidentEntity, other: string | undefined) => CommandBody<Type>;
  /** Asks something first; the others go out at once. */
  needsForm: boolean;
  destructive?: true;
  /** It makes a new thing about the incident, under a subject of its own. */
  createsSubject?: true;
};

const define = <Type extends CommandType>(
  type: Type,
  key: string,
  icon: LucideIcon,
  needsForm: boolean,
  sample: Definition<Type>["sample"],
  destructive?: true,
): Definition => ({
  type,
  key,
  icon,
  needsForm,
  sample: sample as Definition["sample"],
  ...(destructive ? { destructive } : {}),
});

/** A subject that only has to look like a new one of this country. */
const unusedSubject = (country: Country): string => `${country}-00000000-0000-7000-8000-000000000000`;

const reason = { reason: "-" };
const empty = () => ({});

export const actions: Record<ActionName, Definition> = {
  acknowledgeRecall: define("release.acknowledge-recall", "A", Undo2, false, empty),
  clearProtection: define("protection.clear", "D", ShieldCheck, true, () => reason),
  acknowledge: define("incident.acknowledge", "A", Eye, false, empty),
  approve: define("release.approve", "P", Send, true, empty),
  review: define("release.review", "W", BadgeCheck, false, empty),
  sendPending: define("incident.revise", "S", Send, false, (entity) => ({
    changes: (isIncident(entity) && entity.national?.pending) || { impact: "low" },
  })),
  assign: {
    ...define("task.assign", "T", UserRoundPlus, true, ({ id, owner }) => ({
      incidentId: id,
      unitId: unusedSubject(owner),
      action: "patrol",
    })),
    createsSubject: true,
  },
  verify: define("incident.verify", "V", BadgeCheck, false, empty),
  request: define("release.request", "Q", ArrowRightFromLine, false, empty),
  urgent: define("release.urgent", "U", Siren, true, () => reason, true),
  take: define("incident.take", "H", Hand, false, empty),
  ask: {
    ...define("request.make", "Y", Handshake, true, ({ id }) => ({
      incidentId: id,
      action: "patrol",
      urgency: "routine",
    })),
    createsSubject: true,
  },
  refuse: define("release.refuse", "X", ShieldX, true, () => reason),
  note: define("incident.note", "N", NotebookPen, true, () => ({ text: { text: "-", lang: "en" } })),
  assess: define("incident.assess", "G", Gauge, true, () => ({ grading: { source: "F", info: "6" } })),
  revise: define("incident.revise", "E", PencilLine, true, (entity) => ({
    changes: { impact: isIncident(entity) ? entity.impact : "low" },
  })),
  propose: {
    ...define("proposal.make", "E", PencilLine, true, ({ id }) => ({
      incidentId: id,
      changes: { impact: "low" },
    })),
    createsSubject: true,
  },
  close: define("incident.close", "C", CircleCheckBig, true, () => ({ outcome: "resolved" })),
  reopen: define("incident.reopen", "O", RotateCcw, true, () => reason),
  link: define("incident.link", "L", Link2, true, (_, other) => ({ to: other ?? "" })),
  merge: define("incident.merge", "M", GitMerge, true, (_, other) => ({ into: other ?? "" })),
  offerTransfer: define("transfer.offer", "I", ArrowLeftRight, true, () => reason),
  recall: define("release.recall", "B", Archive, true, () => reason, true),
};

/** What a rehearsal cannot know yet, because the form asks for it: the other incident, the unit. */
const askedLater = new Set<DenialReason>(["bad-target", "unit-unavailable"]);

export type Offered = Definition & SendPermission & { name: ActionName };

/** Which need the situation has: these come first, in this order. */
export function offers(store: LiveStore, user: SessionUser, entity: IncidentEntity): Offered[] {
  return actionNames.flatMap((name): Offered[] => {
    const definition = actions[name];
    if (!fits(name, entity, user)) return [];
    const body = definition.sample(entity, undefined);
    const subject = definition.createsSubject ? unusedSubject(user.country) : entity.id;
    const found = canSend(store, user, definition.type, subject, body);
    const open = found.denial !== undefined && askedLater.has(found.denial);
    const nothingYet = name === "revise" && found.denial === "nothing-to-change";
    const permitted: SendPermission = open || nothingYet ? { show: true } : found;
    return permitted.show ? [{ ...definition, ...permitted, name }] : [];
  });
}

/** Whether no offer stands or was accepted. */
const isTransferFree = ({ transfer }: Incident): boolean =>
  transfer === undefined || transfer.answered?.state === "declined";

/** Leaves out what would make no sense to read here, though the rules alone would name it. */
function fits(name: ActionName, entity: IncidentEntity, user: SessionUser): boolean {
  if (!isIncident(entity)) return name === "acknowledgeRecall" && !entity.recalled.acknowledged;
  const { national, sharing, status } = entity;
  const ended = status === "closed" || status === "merged" || status === "expired";
  switch (name) {
    case "acknowledgeRecall":
      return false;
    case "clearProtection":
      return national?.protection === "raised";
    case "sendPending":
      return national?.pending !== undefined && user.role !== "officer";
    case "review":
      return national?.approved?.urgent !== undefined && national.approved.urgent.reviewed === undefined;
    case "approve":
    case "refuse":
      return sharing === "requested";
    case "request":
      return sharing !== "requested" && sharing !== "released";
    case "urgent":
      return entity.dangerToLife === true && sharing !== "released";
    case "recall":
      return sharing === "released";
    case "propose":
      return entity.owner !== user.country && !ended;
    case "offerTransfer":
      return sharing === "released" && !ended && isTransferFree(entity);
    case "acknowledge":
      return !entity.acknowledged[user.country] && entity.owner === partnerOf(user.country);
    case "verify":
      return status === "reported";
    case "reopen":
      return ended;
    case "take":
      return !ended && entity.holder?.desk !== user.desk;
    default:
      return name === "note" || name === "assess" || !ended;
  }
}
