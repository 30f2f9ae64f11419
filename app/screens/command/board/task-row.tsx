"use client";
/** One live task of the board. It renders again only when its own task changes. */
import { memo } from "react";
import { useTranslations } from "use-intl";
import { statusFromTasks } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { useEntity, useIncident } from "../../../live/hooks/use-entity";
import { useRelated } from "../../../live/hooks/use-related";
import { Stage } from "../../../parts/task/stages";
import { TaskTime } from "../../../parts/task/task-time";
import { StatedBeside, StatusWord, UnitStatusWord } from "../../../parts/unit/unit-labels";
import { UnitMark } from "../../../parts/unit/unit-mark";
import { classes } from "../../../ui/classes";
import type { TaskOrder } from "./grouping";

const columns =
  "grid grid-cols-[112px_minmax(0,1fr)_92px_196px_74px] items-center gap-2 @max-[600px]:grid-cols-[112px_minmax(0,1fr)_92px_112px_70px] @max-[520px]:flex @max-[520px]:flex-wrap";

type Props = { id: string; selected: boolean; onSelect: (incidentId: string) => void };

export const TaskRow = memo(function TaskRow({ id, selected, onSelect }: Props) {
  const action = useTranslations("action");
  const task = useEntity("tasks", id);
  const incident = useIncident(task?.incidentId ?? "");
  const unit = useEntity("units", task?.unitId ?? "");
  if (!task) return null;
  return (
    <button
      type="button"
      data-row
      data-testid="task-row"
      data-callsign={task.unit.callsign}
      data-status={task.status}
      aria-current={selected ? "true" : undefined}
      onClick={() => onSelect(task.incidentId)}
      className={classes(
        columns,
        "min-h-[31px] w-full border-t px-3.5 py-1 text-left text-desk-body -outline-offset-2 hover:bg-surface-2",
        selected && "bg-surface-3 shadow-[inset_3px_0_0_var(--ink-1)] hover:bg-surface-3",
      )}
    >
      <UnitMark {...task.unit} country={task.country} />
      <span className="truncate" title={action(task.action)}>
        {action(task.action)}
      </span>
      <span className="whitespace-nowrap text-ink-2">{incident?.ref ?? "–"}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <Stage status={task.status} className="@max-[600px]:[&>svg]:hidden" />
        {unit ? <StatedBeside unit={unit} className="text-desk-note" /> : null}
      </span>
      <span className="flex items-center justify-end">
        <TaskTime task={task} />
      </span>
    </button>
  );
});

/** What the unit of a task is doing: own units by themselves, the partner's by its joint tasks. */
function UnitState({ task }: { task: Task }) {
  const unit = useEntity("units", task.unitId);
  const status = statusFromTasks(useRelated("tasksOfUnit", task.unitId));
  if (unit) return <UnitStatusWord unit={unit} />;
  return status ? <StatusWord status={status} /> : null;
}

export function GroupHead({ order, task, count }: { order: TaskOrder; task: Task; count: number }) {
  const status = useTranslations("taskStatus");
  return (
    <h4 className="flex min-h-[27px] items-center gap-3 border-t bg-surface-2 px-3.5 text-desk-note font-semibold text-ink-2">
      {order === "unit" ? (
        <>
          <UnitMark {...task.unit} country={task.country} />
          <UnitState task={task} />
        </>
      ) : (
        status(task.status)
      )}
      <b className="font-semibold text-ink-1">{count}</b>
    </h4>
  );
}
