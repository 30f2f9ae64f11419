"use client";
/** One unit of the list: what it is, what it does, whether it is on duty, how its place is known. */
import { memo } from "react";
import { useTranslations } from "use-intl";
import { statusFromTasks } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { type Sighting, sightingOf } from "@/domain/unit/nearest";
import { mostUrgentFirst } from "@/domain/urgency/tasks";
import type { Country, UnitKind } from "@/domain/vocabulary";
import { coordinates } from "../../../i18n/format";
import { useEntity, useIncident } from "../../../live/hooks/use-entity";
import { useRelated } from "../../../live/hooks/use-related";
import { DutySince, SightingShort, StatusWord, UnitStatusWord } from "../../../parts/unit/unit-labels";
import { UnitMark } from "../../../parts/unit/unit-mark";
import type { Seen } from "../../../parts/unit/use-seen";
import { classes } from "../../../ui/classes";
import { UnitMenu } from "./unit-menu";

const columns = classes(
  "grid min-h-[31px] grid-cols-[108px_112px_86px_120px_minmax(0,1fr)_28px] items-center gap-2 border-t px-3.5 py-0.5 text-desk-body",
  "@min-[900px]:grid-cols-[260px_150px_150px_200px_minmax(0,1fr)_28px]",
  "@max-[600px]:grid-cols-[104px_104px_82px_116px_minmax(0,1fr)_28px]",
  "@max-[520px]:flex @max-[520px]:flex-wrap",
);

type NameProps = { country: Country; callsign: string; kind: UnitKind };

/** The unit with the word of its kind, where there is room for it. */
function UnitName(props: NameProps) {
  const t = useTranslations("unitKind");
  return (
    <span className="flex min-w-0 items-center">
      <UnitMark {...props} />
      <span className="ml-2 hidden truncate text-ink-2 @min-[900px]:inline">{t(props.kind)}</span>
    </span>
  );
}

/** Its most urgent live task; `+1` says that there are more. */
function CurrentTask({ tasks }: { tasks: readonly Task[] }) {
  const t = useTranslations("unit");
  const action = useTranslations("action");
  const live = mostUrgentFirst(tasks).filter((task) => statusFromTasks([task]) !== undefined);
  const [task] = live;
  const incident = useIncident(task?.incidentId ?? "");
  if (!task) return <span className="text-ink-3">{t("noTask")}</span>;
  return (
    <span className="flex min-w-0 gap-1.5" title={`${incident?.ref ?? ""} ${action(task.action)}`}>
      {incident ? <span className="shrink-0 text-ink-2">{incident.ref}</span> : null}
      <span className="truncate">{action(task.action)}</span>
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
      <UnitName country={unit.country} callsign={unit.callsign} kind={unit.kind} />
      <UnitStatusWord unit={unit} />
      <DutySince unit={unit} />
      <SightingShort sighting={sighting} />
      <CurrentTask tasks={tasks} />
      <UnitMenu unit={unit} sighting={sighting} />
    </div>
  );
});

/** What an administrator may know: no tasks and no positions, so it says only what is registered and set. */
export const RegisteredRow = memo(function RegisteredRow({ id }: { id: string }) {
  const t = useTranslations("unit");
  const status = useTranslations("unitStatus");
  const unit = useEntity("units", id);
  if (!unit) return null;
  return (
    <div data-testid="unit-row" data-callsign={unit.callsign} className={columns}>
      <UnitName country={unit.country} callsign={unit.callsign} kind={unit.kind} />
      <span>{t("asSet", { status: status(unit.status) })}</span>
      <DutySince unit={unit} />
      <span className="col-span-2 text-ink-2">
        {unit.base ? t("baseAt", { place: coordinates(unit.base) }) : t("noBase")}
      </span>
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
      <UnitName {...task.unit} country={task.country} />
      <StatusWord status={status} />
      <span className="text-ink-2">{t("jointTask")}</span>
      {sighting ? <SightingShort sighting={sighting} /> : <span className="text-ink-3">–</span>}
      <CurrentTask tasks={tasks} />
    </div>
  );
});
