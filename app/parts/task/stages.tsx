"use client";
/** How far a task is: five stages, the present one ringed, and its word. */
import { CircleSlash2, XCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import type { TaskStatus } from "@/domain/task/machine";
import { stageIndex, taskStages } from "@/domain/task/stages";
import { classes } from "../../ui/classes";

/** The stages as connected dots; the word stands beside them wherever they are shown. */
export function StageDots({ status, className }: { status: TaskStatus; className?: string }) {
  const at = stageIndex(status);
  if (at < 0) {
    const Icon = status === "declined" ? XCircle : CircleSlash2;
    return <Icon aria-hidden className={classes("size-[1.1em] text-ink-3", className)} />;
  }
  return (
    <svg aria-hidden viewBox="0 0 92 16" className={classes("h-[1.15em] w-[6.6em] shrink-0", className)}>
      <path d="M8 8H84" className="stroke-line-strong" strokeWidth="1.5" />
      {at > 0 ? <path d={`M8 8H${8 + at * 19}`} className="stroke-ink-2" strokeWidth="1.5" /> : null}
      {taskStages.map((stage, index) => (
        <circle
          key={stage}
          cx={8 + index * 19}
          cy={8}
          r={index === at ? 5.5 : 4}
          strokeWidth={index === at ? 3 : 1.5}
          className={classes(
            index < at && "fill-ink-2 stroke-ink-2",
            index === at &&
              (status === "completed" ? "fill-ink-1 stroke-ink-1" : "fill-surface-1 stroke-ink-1"),
            index > at && "fill-surface-1 stroke-line-strong",
          )}
        />
      ))}
    </svg>
  );
}

/** The stage as dots and as a word. */
export function Stage({ status, className }: { status: TaskStatus; className?: string }) {
  const t = useTranslations("taskStatus");
  return (
    <span className={classes("inline-flex items-center gap-[0.6em] whitespace-nowrap", className)}>
      <StageDots status={status} />
      {t(status)}
    </span>
  );
}
