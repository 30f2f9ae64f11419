"use client";
/** The tasks of the open incident, of both sides. Absent while there is none. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { IncidentEntity } from "@/domain/incident/schema";
import type { Task } from "@/domain/task/schema";
import { useEntity } from "../../live/hooks/use-entity";
import { useRelated } from "../../live/hooks/use-related";
import { inOrder } from "./order";
import type { TaskAsk } from "./steps";
import { TaskCard } from "./task-card";
import { TaskDialog } from "./task-dialog";

type Asked = { ask: TaskAsk; id: string };

function AskedDialog({
  asked,
  incident,
  onDone,
}: {
  asked: Asked;
  incident: IncidentEntity;
  onDone: () => void;
}) {
  const task = useEntity("tasks", asked.id);
  return task ? <TaskDialog ask={asked.ask} task={task} incident={incident} onDone={onDone} /> : null;
}

export function TaskSection({ incident }: { incident: IncidentEntity }) {
  const t = useTranslations("task");
  const tasks = useRelated("tasksOfIncident", incident.id);
  const [asked, setAsked] = useState<Asked>();
  if (tasks.length === 0) return null;
  const onAsk = (ask: TaskAsk, task: Task) => setAsked({ ask, id: task.id });
  return (
    <section aria-label={t("title")} className="border-t" data-testid="tasks">
      <h3 className="px-4 pt-1.5 text-desk-note font-semibold text-ink-2">
        {t("title")} <b className="ml-1 font-semibold text-ink-1">{tasks.length}</b>
      </h3>
      <ul className="px-4 pb-1">
        {inOrder(tasks).map((task) => (
          <TaskCard key={task.id} task={task} onAsk={onAsk} />
        ))}
      </ul>
      {asked ? <AskedDialog asked={asked} incident={incident} onDone={() => setAsked(undefined)} /> : null}
    </section>
  );
}
