"use client";
/** What the officer can do with the task in front: one big button for the next step, and what is needed less often. */
import { Check, CircleCheckBig, Clock, CloudUpload, type LucideIcon, MapPin, Route, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { nextStep, taskAllows } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { useSendingText } from "../../../act/sending";
import { usePending } from "../../../live/hooks/use-commands";
import { Button } from "../../../ui/button";
import { CallCentre } from "../call";
import { CannotSheet } from "./cannot-sheet";
import { DetailsSheet } from "./details-sheet";
import { useStep } from "./use-step";

type NextStep = NonNullable<(typeof nextStep)[Task["status"]]>;

const icons: Record<NextStep, LucideIcon> = {
  acknowledged: Check,
  en_route: Route,
  on_scene: MapPin,
  completed: CircleCheckBig,
};

function NextStepButton({ task, next }: { task: Task; next: NextStep }) {
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

export function MyTaskActions({ task }: { task: Task }) {
  const t = useTranslations("myTask");
  const [sheet, openSheet] = useState<"details" | "cannot">();
  const [pending] = usePending(task.id);
  const next = nextStep[task.status];
  const mayDecline = taskAllows(task.status, "declined");
  const close = () => openSheet(undefined);
  if (!next) return null;
  return (
    <div className="border-t bg-surface-0 px-4 pt-2.5 pb-2.5">
      <div className="flex gap-2.5">
        <NextStepButton task={task} next={next} />
        <Button
          data-testid="earlier"
          aria-label={t("earlierLong")}
          disabled={pending !== undefined}
          className="h-auto w-[66px] flex-col gap-1 rounded-[14px] px-1 text-field-note whitespace-normal"
          onClick={() => openSheet("details")}
        >
          <Clock size={22} aria-hidden />
          <span className="leading-tight">{t("earlier")}</span>
        </Button>
      </div>
      <div className="mt-2.5 flex gap-2.5">
        <CallCentre className="min-h-12 flex-1 px-2 text-field-body leading-tight whitespace-normal" />
        <Button
          data-testid={mayDecline ? "cannot" : "add-result"}
          disabled={pending !== undefined}
          className="h-auto min-h-12 flex-1 px-2 text-field-body leading-tight whitespace-normal"
          onClick={() => openSheet(mayDecline ? "cannot" : "details")}
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
