"use client";
/** Progress of the work: callsign and stage, which is all that crosses the border. */
import { useTranslations } from "use-intl";
import { agreedOf } from "@/domain/request/machine";
import { tasksOfSide } from "@/domain/request/progress";
import type { Request } from "@/domain/request/schema";
import type { Task } from "@/domain/task/schema";
import { type Country, countries } from "@/domain/vocabulary";
import { useLive } from "../../live/hooks/use-live";
import { useRelated } from "../../live/hooks/use-related";
import { CountryPlate } from "../../ui/country";
import { StageDots } from "../task/stages";
import { UnitMark } from "../unit/unit-mark";

function TaskLine({ task }: { task: Task }) {
  const t = useTranslations("taskStatus");
  return (
    <div
      className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5"
      data-testid="request-task"
      data-status={task.status}
    >
      <UnitMark country={task.country} {...task.unit} />
      <span className="inline-flex items-center gap-2 text-ink-2">
        <StageDots status={task.status} /> {t(task.status)}
      </span>
    </div>
  );
}

function Side({ country, tasks }: { country: Country; tasks: readonly Task[] }) {
  const t = useTranslations("request");
  return (
    <div className="grid min-w-0 content-start gap-1" data-side={country}>
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
      {tasks.length === 0 ? (
        <span className="flex items-center gap-2 text-ink-2">
          <CountryPlate country={country} className="text-plate" /> {t("noUnit")}
        </span>
      ) : null}
    </div>
  );
}

/** A joint patrol shows its pair side by side, KH left and LA right; else the units that were sent. */
export function Progress({ request }: { request: Request }) {
  const { store } = useLive().client;
  useRelated("tasksOfIncident", request.incidentId);
  const of = (country: Country) => tasksOfSide(request, country, (id) => store.get("tasks", id));
  if (agreedOf(request).action === "joint-patrol" && request.status === "accepted") {
    return (
      <div className="grid grid-cols-2 gap-3 text-desk-body" data-testid="joint-pair">
        {countries.map((country) => (
          <Side key={country} country={country} tasks={of(country)} />
        ))}
      </div>
    );
  }
  const tasks = countries.flatMap((country) => [...of(country)]);
  if (tasks.length === 0) return null;
  return (
    <div className="grid gap-1 text-desk-body">
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
    </div>
  );
}
