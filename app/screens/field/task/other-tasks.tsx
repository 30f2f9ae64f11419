"use client";
/** The unit's other tasks, one line each: a tap brings one to the front. */
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Task } from "@/domain/task/schema";
import { clockTime } from "../../../i18n/format";
import { StageDots } from "../../../parts/task/stages";
import { useMyIncident } from "../use-unit";

function OtherTask({ task, onBring }: { task: Task; onBring: (id: string) => void }) {
  const t = useTranslations("myTask");
  const action = useTranslations("action");
  const kind = useTranslations("kind");
  const incident = useMyIncident(task.incidentId);
  const stage = task.status as "assigned" | "acknowledged" | "en_route" | "on_scene";
  return (
    <li>
      <button
        type="button"
        data-testid="other-task"
        className="flex min-h-14 w-full items-center gap-3 rounded-2 border border-line-strong bg-surface-1 px-3 py-1.5 text-left"
        onClick={() => onBring(task.id)}
      >
        <span className="min-w-0 flex-1">
          <b className="block truncate text-field-body leading-tight font-semibold">{action(task.action)}</b>
          <span className="block truncate text-field-note text-ink-2">
            {incident ? `${incident.ref} · ${kind(incident.kind)}` : t("gone")}
          </span>
        </span>
        <span className="shrink-0 text-right text-field-note leading-tight text-ink-2">
          <StageDots status={task.status} className="ml-auto" />
          {t(`stage.${stage}`)}
          {task.dueAt ? ` · ${clockTime(task.dueAt)}` : ""}
        </span>
        <ChevronRight size={18} aria-hidden className="shrink-0 text-ink-3" />
      </button>
    </li>
  );
}

export function OtherTasks({ tasks, onBring }: { tasks: readonly Task[]; onBring: (id: string) => void }) {
  const t = useTranslations("myTask");
  if (tasks.length === 0) return null;
  return (
    <section className="mt-3" aria-label={t("others", { count: tasks.length })}>
      <h3 className="mb-1.5 text-field-detail font-semibold text-ink-2">
        {t("others", { count: tasks.length })}
      </h3>
      <ul className="grid gap-2">
        {tasks.map((task) => (
          <OtherTask key={task.id} task={task} onBring={onBring} />
        ))}
      </ul>
    </section>
  );
}
