"use client";
/** The task in front: what, where, until when, how far, and one big button for the next step. */
import { Check, CircleCheckBig, Clock, CloudUpload, type LucideIcon, MapPin, Route, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { nextStep, taskAllows } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { partnerOf } from "@/domain/vocabulary";
import { useSendingText } from "../../act/sending";
import { usePlaceName } from "../../i18n/place-name";
import { usePending } from "../../live/hooks/use-commands";
import { useUser } from "../../live/hooks/use-live";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { ringOf } from "../../map/symbols/ring";
import { Button } from "../../ui/button";
import { CallCentre } from "./call";
import { CannotSheet } from "./cannot-sheet";
import { DetailsSheet } from "./details-sheet";
import { OtherTasks } from "./other-tasks";
import { TaskMap } from "./task-map";
import { DueLine, TaskStages } from "./task-steps";
import { useStep } from "./use-step";
import { useMyIncident } from "./use-unit";

type Next = NonNullable<(typeof nextStep)[Task["status"]]>;

const icons: Record<Next, LucideIcon> = {
  acknowledged: Check,
  en_route: Route,
  on_scene: MapPin,
  completed: CircleCheckBig,
};

function Head({ task, incident }: { task: Task; incident: Incident | undefined }) {
  const t = useTranslations("myTask");
  const action = useTranslations("action");
  const country = useTranslations("country");
  const user = useUser();
  return (
    <header className="grid grid-cols-[64px_1fr] items-center gap-x-3">
      {incident ? (
        <span className="flex justify-center">
          <IncidentSymbol
            kind={incident.kind}
            impact={incident.impact}
            ring={ringOf(incident)}
            owner={incident.owner}
            size={incident.impact === "very-high" ? 50 : 58}
          />
        </span>
      ) : (
        <span />
      )}
      <div className="min-w-0">
        <div className="flex items-baseline justify-between gap-2 text-field-detail leading-tight text-ink-2">
          <span className="truncate">
            {task.shared ? t("joint", { country: country(partnerOf(user.country)) }) : t("title")}
          </span>
          <span className="shrink-0">{incident?.ref}</span>
        </div>
        <h2 className="text-field-heading font-bold">{action(task.action)}</h2>
        {incident ? <What incident={incident} /> : <p className="text-field-body text-ink-2">{t("gone")}</p>}
      </div>
    </header>
  );
}

function What({ incident }: { incident: Incident }) {
  const kind = useTranslations("kind");
  const place = usePlaceName(incident.place);
  return (
    <p className="text-field-body leading-tight text-ink-2">
      {kind(incident.kind)} <span aria-hidden>·</span> {place}
    </p>
  );
}

function NextStep({ task, next }: { task: Task; next: Next }) {
  const t = useTranslations("myTask");
  const step = useStep(task);
  const [pending] = usePending(task.id);
  const Icon = pending?.state === "waiting" ? CloudUpload : icons[next];
  const under = useSendingText()(pending) ?? t("nextStep");
  return (
    <button
      type="button"
      data-testid="next-step"
      data-step={next}
      data-state={pending?.state ?? "ready"}
      aria-disabled={pending !== undefined}
      onClick={() => {
        if (!pending) void step();
      }}
      className="grid min-h-[92px] flex-1 grid-cols-[56px_1fr] items-center rounded-[14px] border-2 border-ink-1 bg-ink-1 py-2 pr-4 pl-1.5 text-left text-ink-inverse aria-disabled:cursor-default aria-disabled:bg-surface-2 aria-disabled:text-ink-1"
    >
      <Icon size={36} aria-hidden className="justify-self-center" />
      <span className="min-w-0">
        <b className="block text-field-step font-bold">{t(`step.${next}`)}</b>
        <span className="block text-field-body leading-tight">{under}</span>
      </span>
    </button>
  );
}

function Actions({ task }: { task: Task }) {
  const t = useTranslations("myTask");
  const [sheet, show] = useState<"details" | "cannot">();
  const [pending] = usePending(task.id);
  const next = nextStep[task.status];
  const mayDecline = taskAllows(task.status, "declined");
  const close = () => show(undefined);
  if (!next) return null;
  return (
    <div className="border-t bg-surface-0 px-4 pt-2.5 pb-2.5">
      <div className="flex gap-2.5">
        <NextStep task={task} next={next} />
        <Button
          data-testid="earlier"
          aria-label={t("earlierLong")}
          disabled={pending !== undefined}
          className="h-auto w-[66px] flex-col gap-1 rounded-[14px] px-1 text-field-note whitespace-normal"
          onClick={() => show("details")}
        >
          <Clock size={22} aria-hidden />
          <span className="leading-tight">{t("earlier")}</span>
        </Button>
      </div>
      <div className="mt-2.5 flex gap-2.5">
        <CallCentre className="min-h-12 flex-1 text-field-body leading-tight whitespace-normal" />
        <Button
          data-testid={mayDecline ? "cannot" : "add-result"}
          disabled={pending !== undefined}
          className="h-auto min-h-12 flex-1 text-field-body leading-tight whitespace-normal"
          onClick={() => show(mayDecline ? "cannot" : "details")}
        >
          {mayDecline ? <X size={18} aria-hidden /> : <CircleCheckBig size={18} aria-hidden />}
          {t(mayDecline ? "cannot" : "addResult")}
        </Button>
      </div>
      <DetailsSheet task={task} open={sheet === "details"} onOpenChange={close} />
      <CannotSheet task={task} open={sheet === "cannot"} onOpenChange={close} />
    </div>
  );
}

type Props = { task: Task; others: readonly Task[]; onBring: (id: string) => void };

export function MyTask({ task, others, onBring }: Props) {
  const t = useTranslations("myTask");
  const incident = useMyIncident(task.incidentId);
  return (
    <section
      aria-label={t("title")}
      data-testid="my-task"
      data-status={task.status}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 pt-3 pb-2.5">
        <Head task={task} incident={incident} />
        {incident ? <TaskMap incident={incident} className="mt-3 min-h-[184px] flex-1" /> : null}
        <DueLine task={task} />
        <TaskStages task={task} />
        <OtherTasks tasks={others} onBring={onBring} />
      </div>
      <Actions key={`${task.id} ${task.status}`} task={task} />
    </section>
  );
}
