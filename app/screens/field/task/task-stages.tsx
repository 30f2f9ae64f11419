"use client";
/** How far the task is: five stages with their times, and until when the unit has to be there. */
import { AlarmClock, Timer, TimerOff } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import type { Task } from "@/domain/task/schema";
import { stageIndex, taskStages } from "@/domain/task/stages";
import { clockTime, useFormats } from "../../../i18n/format";
import { useClocksOf } from "../../../live/hooks/use-clocks";
import { useNow } from "../../../live/ticker";
import { phaseTones, useDigits, useTimeLeft } from "../../../parts/clock/countdown";
import { classes } from "../../../ui/classes";

function Left({ clock }: { clock: Clock }) {
  const t = useTranslations("myTask");
  const digits = useDigits();
  const { phase, leftMs } = useTimeLeft(clock);
  const Icon = phase === "alarm" ? TimerOff : phase === "warning" ? AlarmClock : undefined;
  return (
    <span
      data-phase={phase}
      className={classes(
        "ml-auto flex items-center gap-1.5 font-semibold whitespace-nowrap",
        phaseTones[phase],
      )}
    >
      {Icon ? <Icon size={17} aria-hidden /> : null}
      {t(leftMs < 0 ? "late" : "left", { time: digits(leftMs) })}
    </span>
  );
}

/** Nothing for a task without a time to be there by. */
export function DueLine({ task }: { task: Task }) {
  const t = useTranslations("myTask");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const clock = useClocksOf(task.incidentId).find(
    ({ about, kind }) => about === task.id && kind === "task-due",
  );
  if (!task.dueAt) return null;
  return (
    <p className="mt-2.5 flex flex-wrap items-center gap-x-2 text-field-body text-ink-2" data-testid="due">
      <Timer size={18} aria-hidden className="shrink-0" />
      <span>
        {t("beThereBy")}{" "}
        <time dateTime={task.dueAt} className="font-semibold text-ink-1">
          {moment(task.dueAt, now)}
        </time>
      </span>
      {clock ? <Left clock={clock} /> : null}
    </p>
  );
}

function Dot({ done, present }: { done: boolean; present: boolean }) {
  return (
    <span
      aria-hidden
      className={classes(
        "relative z-10 mx-auto block rounded-full",
        present ? "size-[18px] border-[5px] border-ink-1 bg-surface-0" : "my-0.5 size-[14px] border-2",
        !present && (done ? "border-ink-2 bg-ink-2" : "border-line-strong bg-surface-0"),
      )}
    />
  );
}

export function TaskStages({ task }: { task: Task }) {
  const t = useTranslations("myTask");
  const at = stageIndex(task.status);
  return (
    <ol aria-label={t("stages")} className="mt-2.5 grid grid-cols-5" data-testid="stages">
      {taskStages.map((stage, index) => {
        const time = task.times[stage];
        const present = index === at;
        return (
          <li
            key={stage}
            data-stage={stage}
            aria-current={present ? "step" : undefined}
            className={classes(
              "relative text-center text-field-note leading-tight",
              present ? "font-semibold text-ink-1" : index < at ? "text-ink-2" : "text-ink-3",
            )}
          >
            {index > 0 ? (
              <span
                aria-hidden
                className={classes(
                  "absolute top-2 right-1/2 w-full border-t-2",
                  index <= at ? "border-ink-2" : "border-line-strong",
                )}
              />
            ) : null}
            <Dot done={index < at} present={present} />
            <span className="mt-1 block">{t(`stage.${stage}`)}</span>
            {time ? (
              <time dateTime={time} className="block font-normal">
                {clockTime(time)}
              </time>
            ) : (
              <span aria-hidden className="block">
                &nbsp;
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
