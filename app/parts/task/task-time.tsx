"use client";
import { useTranslations } from "use-intl";
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { stageSince } from "@/domain/task/stages";
import { useFormats } from "../../i18n/format";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { useNow } from "../../live/ticker";
import { Countdown } from "../clock/countdown";

/** Its deadline, or else how long it has been in its stage. */
export function TaskTime({ task }: { task: Task }) {
  const t = useTranslations("task");
  const { age } = useFormats();
  const now = useNow();
  const clock = useClocksOf(task.incidentId).find(({ about }) => about === task.id);
  if (clock) return <Countdown clock={clock} />;
  if (!isLiveTask(task) || now === 0) return null;
  return (
    <span className="whitespace-nowrap text-ink-2">
      <span className="sr-only">{t("inStage")}</span> {age(Date.parse(stageSince(task)), now)}
    </span>
  );
}
