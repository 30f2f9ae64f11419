"use client";
/** The officer's screen: position, the task in front, reports, the own unit. Buttons of 48 px and more. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { clockTime } from "../../i18n/format";
import { useHasPicture } from "../../live/hooks/use-connection";
import { useExercise } from "../../live/mode";
import { useNow } from "../../live/ticker";
import { HeldSound } from "../../parts/alert/held-sound";
import { MayGoDark } from "../../parts/alert/may-go-dark";
import { DeviceClockNotice } from "../../parts/link/device-clock";
import { QuickReport } from "../../parts/report/quick-report";
import { ExerciseStrip } from "../../ui/exercise";
import { Alarms } from "./alarms/alarms";
import { AwayTasks } from "./away-tasks";
import { FieldBar } from "./bar";
import { NoConnection } from "./connection-banner";
import { Footer, type View } from "./footer";
import { LinkStrip } from "./link-strip";
import { PositionSharingProvider } from "./position/position-sharing";
import { PositionStrip } from "./position/position-strip";
import { OutboxReports } from "./reports/outbox-reports";
import { OwnReports } from "./reports/own-reports";
import { MyTask } from "./task/my-task";
import { UnitSheet } from "./unit-sheet";
import { type Front, useFront, useHere, useMyTasks, useMyUnit } from "./use-unit";

/** The task in front, or that there is none and what was reported. */
function Main({ front, view, reporting }: { front: Front; view: View; reporting: boolean }) {
  const t = useTranslations("myTask");
  const ready = useHasPicture();
  const unit = useMyUnit();
  const now = useNow(60_000);
  const behind = reporting || view === "reports";
  return (
    <>
      {front.task ? (
        // Hidden, not unmounted: its map could not be fetched again without a connection.
        <div className={behind ? "hidden" : "contents"}>
          <MyTask task={front.task} others={front.others} onBring={front.bring} />
        </div>
      ) : null}
      {ready && unit && !front.task && !reporting ? (
        <p data-testid="no-task" className="border-b px-4 py-5 text-center text-field-lead text-ink-2">
          {now ? t("none", { time: clockTime(now) }) : null}
        </p>
      ) : null}
      {reporting || (front.task && view === "task") ? null : <OwnReports />}
    </>
  );
}

function Work() {
  const tasks = useMyTasks();
  const front = useFront(tasks);
  const [view, setView] = useState<View>("task");
  const here = useHere();
  const [reporting, report] = useState(false);
  const [unitOpen, openUnit] = useState(false);
  const bring = (id: string) => {
    report(false);
    setView("task");
    front.bring(id);
  };
  return (
    <>
      <NoConnection brief={reporting} />
      <AwayTasks onBring={bring} />
      <Alarms tasks={tasks} frontId={view === "task" ? front.task?.id : undefined} onBring={bring} />
      <OutboxReports onOpen={() => report(true)} />
      <Main front={front} view={view} reporting={reporting} />
      {reporting ? (
        <QuickReport known={here} onClose={() => report(false)} />
      ) : (
        <Footer
          view={view}
          hasTask={front.task !== undefined}
          onView={setView}
          onReport={() => report(true)}
          onUnit={() => openUnit(true)}
        />
      )}
      <UnitSheet open={unitOpen} onOpenChange={openUnit} />
    </>
  );
}

export function FieldScreen() {
  const t = useTranslations("fieldScreen");
  const exercise = useExercise();
  return (
    <PositionSharingProvider>
      <div className="flex h-dvh flex-col overflow-hidden bg-surface-0" data-screen="field">
        {exercise ? <ExerciseStrip className="h-1.5" /> : null}
        <HeldSound look="field" />
        <div className="mx-auto flex min-h-0 w-full max-w-xl flex-1 flex-col">
          <FieldBar />
          <DeviceClockNotice screen="field" />
          <LinkStrip />
          <MayGoDark className="flex items-center gap-2 border-b bg-surface-1 px-4 py-1 text-field-note leading-tight text-ink-2" />
          <PositionStrip />
          <main className="flex min-h-0 flex-1 flex-col">
            <h1 className="sr-only">{t("title")}</h1>
            <Work />
          </main>
        </div>
      </div>
    </PositionSharingProvider>
  );
}
