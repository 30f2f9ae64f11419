"use client";
/** One task of the open incident: who, what, how far and since when, what was said, and what comes next. */
import { ArrowRight, Lock, MessageSquareQuote, Share2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { reachedStages } from "@/domain/task/stages";
import { clockTime, useFormats } from "../../i18n/format";
import { useEntity } from "../../live/hooks/use-entity";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";
import { useReasonText } from "../incident/reason-text";
import { UnseenAt } from "../incident/unseen-mark";
import { StatedBeside } from "../unit/unit-labels";
import { UnitMark } from "../unit/unit-mark";
import { Stage } from "./stages";
import { TaskActionBar } from "./task-action-bar";
import type { TaskDialogName } from "./task-dialogs";
import { TaskTime } from "./task-time";

/** Each stage with its time; its word is a tooltip and for screen readers, as the dots show it too. */
function Times({ task }: { task: Task }) {
  const status = useTranslations("taskStatus");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const stages = reachedStages(task);
  const end = task.ended && task.status !== "completed" ? [{ stage: task.status, at: task.ended.at }] : [];
  return (
    <ol className="flex flex-wrap items-center gap-x-1 text-ink-2">
      {[...stages, ...end].map(({ stage, at }, index) => (
        <li key={stage} title={`${status(stage)} ${moment(at, now)}`} className="flex items-center gap-1">
          {index > 0 ? <ArrowRight size={11} aria-hidden className="text-ink-3" /> : null}
          <span className="sr-only">{status(stage)}</span>
          <time dateTime={at}>{clockTime(at)}</time>
        </li>
      ))}
    </ol>
  );
}

function Reach({ task }: { task: Task }) {
  const t = useTranslations("task");
  const detail = useTranslations("detail");
  const [Icon, text] = task.shared ? [Share2, t("joint")] : [Lock, detail("ours")];
  return (
    <span className="inline-flex items-center gap-1 text-ink-3">
      <Icon size={11} aria-hidden className="shrink-0" /> {text}
    </span>
  );
}

type Props = { task: Task; onOpenForm: (name: TaskDialogName) => void };

export function TaskCard({ task, onOpenForm }: Props) {
  const action = useTranslations("action");
  const reasonText = useReasonText();
  const said = task.ended?.reason ? reasonText(task.ended.reason) : task.ended?.result;
  const live = isLiveTask(task);
  const unit = useEntity("units", task.unitId);
  return (
    <li
      data-testid="task-card"
      data-status={task.status}
      className={classes(
        "grid gap-0.5 border-t py-1.5 text-desk-body first:border-t-0",
        !live && "text-ink-2",
      )}
    >
      <div className="flex items-center gap-2">
        <UnitMark {...task.unit} country={task.country} className="shrink-0" />
        <span className="min-w-0 flex-1 truncate" title={action(task.action)}>
          {action(task.action)}
        </span>
        <UnseenAt about={task.id} />
        <TaskTime task={task} />
      </div>
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <Stage status={task.status} className="min-w-0" />
        {unit && live ? <StatedBeside unit={unit} className="text-desk-note" /> : null}
        <TaskActionBar task={task} onOpenForm={onOpenForm} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-desk-note">
        <Times task={task} />
        <Reach task={task} />
      </div>
      {said ? (
        <p className="flex items-start gap-1.5 text-ink-1">
          <MessageSquareQuote size={13} aria-hidden className="mt-[0.3em] shrink-0 text-ink-3" />
          <span className="min-w-0 break-words">{said}</span>
        </p>
      ) : null}
    </li>
  );
}
