"use client";
/** The task in front: what, where, until when, how far, and what can be done. */
import { useTranslations } from "use-intl";
import type { Task } from "@/domain/task/schema";
import { useMyIncident } from "../use-unit";
import { MyTaskActions } from "./my-task-actions";
import { MyTaskHead } from "./my-task-head";
import { OtherTasks } from "./other-tasks";
import { TaskMap } from "./task-map";
import { DueLine, TaskStages } from "./task-stages";

type Props = { task: Task; others: readonly Task[]; onBring: (id: string) => void };

export function MyTask({ task, others, onBring }: Props) {
  const t = useTranslations("myTask");
  const incident = useMyIncident(task.incidentId);
  return (
    <section
      aria-label={t("title")}
      data-testid="my-task"
      data-status={task.status}
      className="flex min-h-0 flex-1 flex-col low:overflow-y-auto"
    >
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto low:order-last low:flex-none low:overflow-visible px-4 pt-3 pb-2.5">
        <MyTaskHead task={task} incident={incident} />
        {incident ? <TaskMap incident={incident} className="mt-3 min-h-[184px] flex-1" /> : null}
        <DueLine task={task} />
        <TaskStages task={task} />
        <OtherTasks tasks={others} onBring={onBring} />
      </div>
      <MyTaskActions key={`${task.id} ${task.status}`} task={task} />
    </section>
  );
}
