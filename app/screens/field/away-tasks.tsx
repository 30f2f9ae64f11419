"use client";
/** After this phone was without connection: what was given to its unit and taken from it meanwhile. */
import { History, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { liveTasks } from "@/domain/task/crew";
import type { Task } from "@/domain/task/schema";
import { type MissedTasks, missedTasks } from "@/domain/urgency/absence";
import { useLive } from "../../live/hooks/use-live";
import { play } from "../../parts/alert/sound";
import { Button } from "../../ui/button";

/** What was missed at the last return; a task given meanwhile sounds by itself until it is acknowledged. */
function useMissedTasks(): [MissedTasks | undefined, () => void] {
  const { client, user } = useLive();
  const { store } = client;
  const [missed, setMissed] = useState<MissedTasks>();
  useEffect(() => {
    const ofUnit = () => store.related.tasksOfUnit.of(user.unitId ?? "");
    let away: readonly Task[] | undefined;
    const ends = [
      store.subscribe("connection", () => {
        if (store.connection.name !== "live" && store.hasPicture) away ??= liveTasks(ofUnit());
      }),
      // Once what was missed has come: a connection is live before it has.
      client.absence.onReturn(({ why }) => {
        if (why === "late") return;
        const found = away && why === "away" ? missedTasks(away, ofUnit()) : undefined;
        away = undefined;
        if (!found || found.given.length + found.taken.length === 0) return;
        if (found.given.length === 0) play("double");
        setMissed(found);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [client.absence, store, user.unitId]);
  return [missed, () => setMissed(undefined)];
}

export function AwayTasks({ onBring }: { onBring: (id: string) => void }) {
  const t = useTranslations("away");
  const act = useTranslations("act");
  const show = useTranslations("myTask")("show");
  const action = useTranslations("action");
  const [missed, dismiss] = useMissedTasks();
  if (!missed) return null;
  const { given, taken } = missed;
  const [first] = given;
  const lines = [
    ...given.map((task) => t("newTask", { action: action(task.action) })),
    ...taken.map((task) => t("endedTask", { action: action(task.action) })),
  ];
  return (
    <section
      role="status"
      data-testid="away-tasks"
      className="flex min-h-14 items-center gap-3 border-b bg-surface-2 py-1.5 pr-2 pl-4"
    >
      <History size={22} aria-hidden className="shrink-0 text-catching" />
      <p className="min-w-0 flex-1 text-field-detail leading-tight">
        <b className="block text-field-body leading-tight font-semibold">
          {t("tasks", { count: given.length + taken.length })}
        </b>
        {lines.join(" · ")}
      </p>
      {first ? (
        <Button
          look="primary"
          className="h-12 px-4 text-field-body"
          onClick={() => {
            onBring(first.id);
            dismiss();
          }}
        >
          {show}
        </Button>
      ) : null}
      <Button look="quiet" className="size-12 shrink-0 p-0" aria-label={act("dismiss")} onClick={dismiss}>
        <X size={19} aria-hidden />
      </Button>
    </section>
  );
}
