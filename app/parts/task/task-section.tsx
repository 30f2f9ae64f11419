"use client";
/** The tasks of the open incident, of both sides. Absent while there is none. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { IncidentEntity } from "@/domain/incident/schema";
import { mostUrgentFirst } from "@/domain/urgency/tasks";
import { useEntity } from "../../live/hooks/use-entity";
import { useRelated } from "../../live/hooks/use-related";
import { TaskCard } from "./task-card";
import { TaskDialog, type TaskDialogName } from "./task-dialogs";

type OpenDialog = { name: TaskDialogName; taskId: string };
type DialogProps = { dialog: OpenDialog; incident: IncidentEntity; onDone: () => void };

function OpenTaskDialog({ dialog: { name, taskId }, incident, onDone }: DialogProps) {
  const task = useEntity("tasks", taskId);
  return task ? <TaskDialog name={name} task={task} incident={incident} onDone={onDone} /> : null;
}

export function TaskSection({ incident }: { incident: IncidentEntity }) {
  const t = useTranslations("task");
  const tasks = useRelated("tasksOfIncident", incident.id);
  const [dialog, openDialog] = useState<OpenDialog>();
  if (tasks.length === 0) return null;
  return (
    <section aria-label={t("title")} className="border-t" data-testid="tasks">
      <h3 className="px-4 pt-1.5 text-desk-note font-semibold text-ink-2">
        {t("title")} <b className="ml-1 font-semibold text-ink-1">{tasks.length}</b>
      </h3>
      <ul className="px-4 pb-1">
        {mostUrgentFirst(tasks).map((task) => (
          <TaskCard key={task.id} task={task} onOpenForm={(name) => openDialog({ name, taskId: task.id })} />
        ))}
      </ul>
      {dialog ? (
        <OpenTaskDialog dialog={dialog} incident={incident} onDone={() => openDialog(undefined)} />
      ) : null}
    </section>
  );
}
