"use client";
/** What needs this officer now: a new task, danger to life. Only while the unit is on duty. */
import { BellRing, Moon } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { unacknowledged } from "@/domain/task/crew";
import type { Task } from "@/domain/task/schema";
import { clockTime } from "../../../i18n/format";
import { usePending } from "../../../live/hooks/use-commands";
import { useTakeovers } from "../../../live/hooks/use-takeovers";
import { Button } from "../../../ui/button";
import { DutyButton } from "../duty";
import { useAlarmsReach, useMyUnit } from "../use-unit";
import { TakeoverCard } from "./takeover-card";
import { useFieldAlarm } from "./use-alarm";

function NewTask({ task, front, onBring }: { task: Task; front: boolean; onBring: (id: string) => void }) {
  const t = useTranslations("myTask");
  const action = useTranslations("action");
  return (
    <section
      role="alert"
      data-testid="new-task"
      className="flex min-h-14 items-center gap-3 border-b-2 border-stale bg-stale-quiet px-4 py-1.5"
    >
      <BellRing size={22} aria-hidden className="shrink-0 text-stale" />
      <p className="min-w-0 flex-1">
        <b className="block truncate text-field-body leading-tight font-bold">
          {front ? t("new") : `${t("new")}: ${action(task.action)}`}
        </b>
        <span className="block text-field-detail leading-tight text-ink-2">
          {t("newSince", { time: clockTime(task.times.assigned) })}
        </span>
      </p>
      {front ? null : (
        <Button look="primary" className="h-12 px-4 text-field-body" onClick={() => onBring(task.id)}>
          {t("show")}
        </Button>
      )}
    </section>
  );
}

/** That the unit is off duty, with the button that changes it. */
function OffDuty() {
  const t = useTranslations("myUnit");
  const unit = useMyUnit();
  if (!unit || unit.duty) return null;
  return (
    <section
      data-testid="off-duty"
      className="flex min-h-[60px] items-center gap-3 border-b bg-surface-3 px-4 py-1.5"
    >
      <Moon size={20} aria-hidden className="shrink-0" />
      <b className="min-w-0 flex-1 text-field-body leading-tight font-semibold">{t("offDutyText")}</b>
      <DutyButton unit={unit} />
    </section>
  );
}

type Props = { tasks: readonly Task[]; frontId: string | undefined; onBring: (id: string) => void };

export function Alarms({ tasks, frontId, onBring }: Props) {
  const reach = useAlarmsReach();
  const takeovers = useTakeovers();
  const pending = usePending();
  const [folded, fold] = useState<ReadonlySet<string>>(new Set());
  const isOnItsWay = (task: Task) => pending.some(({ subject }) => subject === task.id);
  const waiting = reach ? unacknowledged(tasks).filter((task) => !isOnItsWay(task)) : [];
  const shown = reach ? takeovers : [];
  const open = shown.filter(({ id }) => !folded.has(id));
  useFieldAlarm(
    waiting.map(({ id }) => id),
    open.map(({ id }) => id),
  );
  const [first] = open.length > 0 ? open : shown;
  const [task] = waiting;
  return (
    <>
      {first ? (
        <TakeoverCard
          takeover={first}
          more={shown.length - 1}
          folded={folded.has(first.id)}
          onFold={(away) =>
            fold(new Set(away ? [...folded, first.id] : [...folded].filter((id) => id !== first.id)))
          }
        />
      ) : null}
      <OffDuty />
      {task ? <NewTask task={task} front={task.id === frontId} onBring={onBring} /> : null}
    </>
  );
}
