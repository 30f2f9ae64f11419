/** What can be done with an incident, in the order in which it is offered: the most urgent need first. */
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
  type LucideIcon,
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
import type { Incident, Tombstone } from "@/domain/incident/schema";
import { isUnread } from "@/domain/pending-actions/needs";

import { type Action, type ActionContext, createsSubject, unusedSubject } from "./action";

/** In the action bar each action stands with its icon and its key. */
type BarAction<Entity> = Action<Entity> & { icon: LucideIcon; key: string };
type Context = ActionContext<Incident>;

const hasEnded = ({ entity: { status } }: Context): boolean =>
  status === "closed" || status === "merged" || status === "expired";
const isOpen = (context: Context): boolean => !hasEnded(context);
const isReleased = ({ entity }: Context): boolean => entity.sharing === "released";
const isRequested = ({ entity }: Context): boolean => entity.sharing === "requested";

/** Whether no offer of a transfer stands or was accepted. */
const isTransferFree = ({ entity: { transfer } }: Context): boolean =>
  transfer === undefined || transfer.answered?.state === "declined";

function isUrgentReleaseUnreviewed({ entity: { national } }: Context): boolean {
  const urgent = national?.approved?.urgent;
  return urgent !== undefined && urgent.reviewed === undefined;
}

/** What can be done with an incident that was recalled: only its tombstone is left here. */
export const recalledActions = {
  acknowledgeRecall: {
    type: "release.acknowledge-recall",
    form: "none",
    icon: Undo2,
    key: "A",
    body: () => ({}),
    fits: ({ entity }) => !entity.recalled.acknowledged,
  },
} satisfies Record<string, BarAction<Tombstone>>;

export const incidentActions = {
  clearProtection: {
    type: "protection.clear",
    form: "reason",
    icon: ShieldCheck,
    key: "D",
    fits: ({ entity }) => entity.national?.protection === "raised",
  },
  acknowledge: {
    type: "incident.acknowledge",
    form: "none",
    icon: Eye,
    key: "A",
    body: () => ({}),
    fits: ({ entity, user }) => isUnread(entity, user.country),
  },
  approve: {
    type: "release.approve",
    form: "dialog",
    icon: Send,
    key: "P",
    body: () => ({}),
    fits: isRequested,
  },
  review: {
    type: "release.review",
    form: "none",
    icon: BadgeCheck,
    key: "W",
    body: () => ({}),
    fits: isUrgentReleaseUnreviewed,
  },
  sendPending: {
    type: "incident.revise",
    form: "none",
    icon: Send,
    key: "S",
    body: ({ entity }) => ({ changes: entity.national?.pending ?? {} }),
    fits: ({ entity, user }) => entity.national?.pending !== undefined && user.role !== "officer",
  },
  assign: {
    type: "task.assign",
    form: "dialog",
    icon: UserRoundPlus,
    key: "T",
    body: ({ entity: { id, owner } }) => ({
      incidentId: id,
      unitId: unusedSubject(owner),
      action: "patrol",
    }),
    answeredByForm: ["unit-unavailable"],
    ...createsSubject,
    fits: isOpen,
  },
  verify: {
    type: "incident.verify",
    form: "none",
    icon: BadgeCheck,
    key: "V",
    body: () => ({}),
    fits: ({ entity }) => entity.status === "reported",
  },
  request: {
    type: "release.request",
    form: "none",
    icon: ArrowRightFromLine,
    key: "Q",
    body: () => ({}),
    fits: (context) => !isRequested(context) && !isReleased(context),
  },
  urgent: {
    type: "release.urgent",
    form: "reason",
    icon: Siren,
    key: "U",
    destructive: true,
    fits: (context) => context.entity.dangerToLife === true && !isReleased(context),
  },
  ask: {
    type: "request.make",
    form: "dialog",
    icon: Handshake,
    key: "Y",
    body: ({ entity }) => ({ incidentId: entity.id, action: "patrol", urgency: "routine" }),
    ...createsSubject,
    fits: isOpen,
  },
  take: {
    type: "incident.take",
    form: "none",
    icon: Hand,
    key: "H",
    body: () => ({}),
    fits: (context) => isOpen(context) && context.entity.holder?.desk !== context.user.desk,
  },
  refuse: {
    type: "release.refuse",
    form: "reason",
    icon: ShieldX,
    key: "X",
    fits: isRequested,
  },
  note: {
    type: "incident.note",
    form: "dialog",
    icon: NotebookPen,
    key: "N",
    body: () => ({ text: { text: "-", lang: "en" } }),
    fits: () => true,
  },
  assess: {
    type: "incident.assess",
    form: "dialog",
    icon: Gauge,
    key: "G",
    body: () => ({ grading: { source: "F", info: "6" } }),
    fits: () => true,
  },
  revise: {
    type: "incident.revise",
    form: "panel",
    icon: PencilLine,
    key: "E",
    body: ({ entity }) => ({ changes: { impact: entity.impact } }),
    answeredByForm: ["nothing-to-change"],
    fits: isOpen,
  },
  propose: {
    type: "proposal.make",
    form: "panel",
    icon: PencilLine,
    key: "E",
    body: ({ entity }) => ({ incidentId: entity.id, changes: { impact: "low" } }),
    ...createsSubject,
    fits: (context) => isOpen(context) && context.entity.owner !== context.user.country,
  },
  close: {
    type: "incident.close",
    form: "dialog",
    icon: CircleCheckBig,
    key: "C",
    body: () => ({ outcome: "resolved" }),
    answeredByForm: ["still-running"],
    fits: isOpen,
  },
  reopen: {
    type: "incident.reopen",
    form: "reason",
    icon: RotateCcw,
    key: "O",
    fits: hasEnded,
  },
  link: {
    type: "incident.link",
    form: "dialog",
    icon: Link2,
    key: "L",
    body: () => ({ to: "" }),
    answeredByForm: ["bad-target"],
    fits: isOpen,
  },
  merge: {
    type: "incident.merge",
    form: "dialog",
    icon: GitMerge,
    key: "M",
    body: () => ({ into: "" }),
    answeredByForm: ["bad-target", "still-running"],
    fits: isOpen,
  },
  offerTransfer: {
    type: "transfer.offer",
    form: "reason",
    icon: ArrowLeftRight,
    key: "I",
    fits: (context) => isReleased(context) && isOpen(context) && isTransferFree(context),
  },
  recall: {
    type: "release.recall",
    form: "reason",
    icon: Archive,
    key: "B",
    destructive: true,
    fits: isReleased,
  },
} satisfies Record<string, BarAction<Incident>>;
