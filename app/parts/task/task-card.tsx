"use client";
/** One task of the open incident: who, what, how far and since when, what was said, and what comes next. */
import { ArrowRight, Ellipsis, Lock, MessageSquareQuote, Share2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { isLiveTask, nextStep } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { useSendCommand } from "../../act/send-command";
import { clockTime, useFormats } from "../../i18n/format";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../../ui/menu";
import { UnitMark } from "../unit/unit-mark";
import { takenSteps } from "./order";
import { Stage } from "./stages";
import { sendStep, type TaskAsk, taskOffers } from "./steps";
import { TaskTime } from "./task-time";

/** Each step with its time; its word is a hover or a screen reader away, as the dots tell it too. */
function Times({ task }: { task: Task }) {
  const status = useTranslations("taskStatus");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const steps = takenSteps(task);
  const end = task.ended && task.status !== "completed" ? [{ step: task.status, at: task.ended.at }] : [];
  return (
    <ol className="flex flex-wrap items-center gap-x-1 text-ink-2">
      {[...steps, ...end].map(({ step, at }, index) => (
        <li key={step} title={`${status(step)} ${moment(at, now)}`} className="flex items-center gap-1">
          {index > 0 ? <ArrowRight size={11} aria-hidden className="text-ink-3" /> : null}
          <span className="sr-only">{status(step)}</span>
          <time dateTime={at}>{clockTime(at)}</time>
        </li>
      ))}
    </ol>
  );
}

function Reach({ task }: { task: Task }) {
  const t = useTranslations("task");
  const detail = useTranslations("detail");
  const [Icon, text] = task.shared ? [Share2, t("joint")] : [Lock, detail("ours")];
  return (
    <span className="inline-flex items-center gap-1 text-ink-3">
      <Icon size={11} aria-hidden className="shrink-0" /> {text}
    </span>
  );
}

type OnAsk = (ask: TaskAsk, task: Task) => void;

function Steps({ task, onAsk }: { task: Task; onAsk: OnAsk }) {
  const t = useTranslations("task");
  const state = useTranslations("state");
  const status = useTranslations("taskStatus");
  const { client, user } = useLive();
  const run = useSendCommand();
  const [pending] = usePending(task.id);
  const { next, asks } = taskOffers(client.store, user, task);
  if (!next && asks.length === 0) return null;
  const onNext = () =>
    next === "completed" ? onAsk("complete", task) : next && void sendStep(run, task, next);
  const moves = nextStep[task.status] === null;
  return (
    <span className="ml-auto flex shrink-0 gap-1.5">
      {pending ? (
        <span role="status" className="self-center text-desk-note text-catching">
          {state(pending.state)}
        </span>
      ) : null}
      {next && !pending ? (
        <Button
          size="small"
          data-step={next}
          aria-label={t("markAs", { status: status(next) })}
          onClick={onNext}
        >
          <ArrowRight size={13} aria-hidden /> {status(next)}
        </Button>
      ) : null}
      {moves && asks.includes("reassign") && !pending ? (
        <Button size="small" data-ask="reassign" onClick={() => onAsk("reassign", task)}>
          {t("menu.reassign")}
        </Button>
      ) : null}
      {moves || asks.length === 0 ? null : (
        <Menu>
          <MenuTrigger asChild>
            <Button
              size="small"
              className="w-7 px-0"
              aria-label={t("more", { callsign: task.unit.callsign })}
            >
              <Ellipsis size={15} aria-hidden />
            </Button>
          </MenuTrigger>
          <MenuContent align="end">
            {asks.map((ask) => (
              <MenuItem key={ask} data-ask={ask} onSelect={() => onAsk(ask, task)}>
                {t(`menu.${ask}`, { status: next ? status(next) : "" })}
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      )}
    </span>
  );
}

export function TaskCard({ task, onAsk }: { task: Task; onAsk: OnAsk }) {
  const action = useTranslations("action");
  const said = task.ended?.reason ?? task.ended?.result;
  const live = isLiveTask(task);
  return (
    <li
      data-testid="task-card"
      data-status={task.status}
      className={classes(
        "grid gap-0.5 border-t py-1.5 text-desk-body first:border-t-0",
        !live && "text-ink-2",
      )}
    >
      <div className="flex items-center gap-2">
        <UnitMark {...task.unit} country={task.country} className="shrink-0" />
        <span className="min-w-0 flex-1 truncate" title={action(task.action)}>
          {action(task.action)}
        </span>
        <TaskTime task={task} />
      </div>
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <Stage status={task.status} className="min-w-0" />
        <Steps task={task} onAsk={onAsk} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-desk-note">
        <Times task={task} />
        <Reach task={task} />
      </div>
      {said ? (
        <p className="flex items-start gap-1.5 text-ink-1">
          <MessageSquareQuote size={13} aria-hidden className="mt-[0.3em] shrink-0 text-ink-3" />
          <span className="min-w-0 break-words">{said}</span>
        </p>
      ) : null}
    </li>
  );
}
