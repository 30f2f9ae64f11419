/** What each side can do about a request to the partner, in the order in which it is offered. */
import {
  BadgeCheck,
  Check,
  CircleCheckBig,
  CircleSlash2,
  Eye,
  type LucideIcon,
  Replace,
  Undo2,
  UserRoundPlus,
  X,
} from "lucide-react";
import { needsUnit } from "@/domain/pending-actions/pending-actions";
import { agreedOf, unconfirmedBy } from "@/domain/request/machine";
import { strayTasks } from "@/domain/request/progress";
import type { Request } from "@/domain/request/schema";
import type { Task } from "@/domain/task/schema";
import { type Action, type ActionContext, createsSubject, unusedSubject } from "./action";

type Context = ActionContext<Request>;

const isAccepted = ({ entity }: Context): boolean => entity.status === "accepted";
const isMade = ({ entity }: Context): boolean => entity.status === "made";
const isCountered = ({ entity }: Context): boolean => entity.status === "countered";

/** The own side's first task that goes on though the request was withdrawn. */
const strayTask = ({ entity, store, user }: Context): Task | undefined =>
  strayTasks(entity, (id) => store.get("tasks", id)).find(({ country }) => country === user.country);

const ownWord = ({ entity, user }: Context) =>
  (user.country === entity.from ? entity.asked : entity.answered).confirmed;

const isUnconfirmedHandover = (context: Context): boolean =>
  isAccepted(context) && unconfirmedBy(context.entity).includes(context.user.country);

export const requestActions = {
  accept: {
    type: "request.accept",
    form: "dialog",
    // A form only where a unit may be sent in the same step.
    isImmediate: ({ entity }) => !needsUnit[entity.action],
    icon: Check,
    body: () => ({}),
    settles: "answer-request",
    fits: isMade,
  },
  acceptCounter: {
    type: "request.accept-counter",
    form: "none",
    icon: Check,
    body: () => ({}),
    settles: "answer-counter",
    fits: isCountered,
  },
  confirm: {
    type: "request.confirm",
    form: "dialog",
    icon: BadgeCheck,
    // Another number than the own side has said: whether it may be said is what is asked.
    body: (context) => ({ count: (ownWord(context)?.count ?? 0) + 1 }),
    settles: "confirm-handover",
    fits: isUnconfirmedHandover,
  },
  assign: {
    type: "task.assign",
    form: "dialog",
    icon: UserRoundPlus,
    body: ({ entity, user }) => ({
      incidentId: entity.incidentId,
      requestId: entity.id,
      unitId: unusedSubject(user.country),
      action: agreedOf(entity).action,
    }),
    answeredByForm: ["unit-unavailable"],
    settles: "assign-unit",
    ...createsSubject,
    fits: isAccepted,
  },
  complete: {
    type: "request.complete",
    form: "dialog",
    icon: CircleCheckBig,
    body: () => ({ result: "-" }),
    settles: "complete-request",
    fits: isAccepted,
  },
  cancelTask: {
    type: "task.cancel",
    form: "reason",
    icon: CircleSlash2,
    destructive: true,
    settles: "cancel-task",
    subject: (context) => strayTask(context)?.id ?? unusedSubject(context.entity.to),
    fits: (context) => strayTask(context) !== undefined,
  },
  read: {
    type: "request.acknowledge",
    form: "none",
    icon: Eye,
    body: () => ({}),
    settles: "read-request",
    fits: (context) => isMade(context) && !context.entity.answered.read,
  },
  counter: {
    type: "request.counter",
    form: "dialog",
    icon: Replace,
    body: ({ entity }) => ({ action: entity.action }),
    fits: isMade,
  },
  refuseCounter: { type: "request.refuse-counter", form: "reason", icon: X, fits: isCountered },
  decline: { type: "request.decline", form: "reason", icon: X, fits: isMade },
  withdraw: {
    type: "request.withdraw",
    form: "reason",
    icon: Undo2,
    destructive: true,
    settles: "stand-down",
    fits: () => true,
  },
} satisfies Record<string, Action<Request> & { icon: LucideIcon }>;
