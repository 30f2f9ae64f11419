"use client";
/** One unit of the list: what it is, what it does, whether it is on duty, how its place is known. */
import { memo } from "react";
import { useTranslations } from "use-intl";
import { statusFromTasks } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import type { UnitKind } from "@/domain/vocabulary";
import { useEntity, useIncident } from "../live/hooks";
import { useRelated } from "../live/response-hooks";
import { UnitMark } from "../response/unit-mark";
import { inOrder } from "../tasks/order";
import { classes } from "../ui/classes";
import { type Sighting, sightingOf } from "./nearest";
import { UnitMenu } from "./unit-menu";
import { DutySince, SightingShort, StatusWord, UnitStatusWord } from "./unit-words";
import type { Seen } from "./use-seen";

const columns = classes(
  "grid min-h-[31px] grid-cols-[112px_116px_92px_112px_minmax(0,1fr)_28px] items-center gap-2 border-t px-3.5 py-0.5 text-[12.5px]",
  "@min-[900px]:grid-cols-[260px_150px_150px_200px_minmax(0,1fr)_28px]",
  "max-[1300px]:grid-cols-[104px_108px_78px_100px_minmax(0,1fr)_28px]",
);

function KindWord({ kind }: { kind: UnitKind }) {
  const t = useTranslations("unitKind");
  return <span className="ml-2 hidden truncate text-ink-2 @min-[900px]:inline">{t(kind)}</span>;
}

/** Its most urgent live task; `+1` says that there are more. */
function CurrentTask({ tasks }: { tasks: readonly Task[] }) {
  const t = useTranslations("unit");
  const action = useTranslations("action");
  const live = inOrder(tasks).filter((task) => statusFromTasks([task]) !== undefined);
  const [task] = live;
  const incident = useIncident(task?.incidentId ?? "");
  if (!task) return <span className="text-ink-3">{t("noTask")}</span>;
  const text = [action(task.action), incident?.ref].filter(Boolean).join(" · ");
  return (
    <span className="flex min-w-0 gap-1.5" title={text}>
      <span className="truncate">{text}</span>
      {live.length > 1 ? <b className="shrink-0 font-semibold">+{live.length - 1}</b> : null}
    </span>
  );
}

type OwnProps = { id: string; seen: Seen };

export const UnitRow = memo(function UnitRow({ id, seen }: OwnProps) {
  const unit = useEntity("units", id);
  const tasks = useRelated("tasksOfUnit", id);
  if (!unit) return null;
  const sighting = sightingOf(unit, seen.positions.get(id), seen.now);
  return (
    <div data-testid="unit-row" data-callsign={unit.callsign} className={columns}>
      <span className="flex min-w-0 items-center">
        <UnitMark country={unit.country} callsign={unit.callsign} kind={unit.kind} />
        <KindWord kind={unit.kind} />
      </span>
      <UnitStatusWord unit={unit} />
      <DutySince unit={unit} />
      <SightingShort sighting={sighting} />
      <CurrentTask tasks={tasks} />
      <UnitMenu unit={unit} sighting={sighting} />
    </div>
  );
});

/** A unit of the partner: callsign, kind and state of its joint tasks, and its position while one runs. */
export const PartnerRow = memo(function PartnerRow({ unitId, seen }: { unitId: string; seen: Seen }) {
  const t = useTranslations("unit");
  const tasks = useRelated("tasksOfUnit", unitId);
  const status = statusFromTasks(tasks);
  const [task] = tasks;
  const position = seen.positions.get(unitId);
  if (!task || !status) return null;
  const sighting: Sighting | undefined = position && sightingOf({}, position, seen.now);
  return (
    <div data-testid="unit-row" data-callsign={task.unit.callsign} className={columns}>
      <span className="flex min-w-0 items-center">
        <UnitMark {...task.unit} country={task.country} />
        <KindWord kind={task.unit.kind} />
      </span>
      <StatusWord status={status} />
      <span className="text-ink-2">{t("jointTask")}</span>
      {sighting ? <SightingShort sighting={sighting} /> : <span className="text-ink-3">–</span>}
      <CurrentTask tasks={tasks} />
    </div>
  );
});
