"use client";
/** The officer's screen: state of the line, own reports, and one big button. Targets of 48 px and more. */
import { CircleCheck, CloudUpload, Plus, RefreshCw, Settings2, Unplug, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { roleMay } from "@/domain/permissions";
import { UserMenu } from "../bar/user-menu";
import { clockTime } from "../i18n/format";
import { useConnection, useEntity, usePending, useUser } from "../live/hooks";
import { NewReport } from "../report/form";
import { useExercise } from "../shell/mode";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { CountryPlate } from "../ui/country";
import { ExerciseMark, ExerciseStrip } from "../ui/exercise";
import { OwnReports } from "./own-reports";

function LineState() {
  const t = useTranslations("fieldScreen");
  const bar = useTranslations("bar");
  const connection = useConnection();
  const live = connection.name === "live";
  const waiting = connection.name === "connecting" || connection.name === "catching-up";
  const Icon = live ? CircleCheck : waiting ? RefreshCw : Unplug;
  const tone = live ? "text-live" : waiting ? "text-catching" : "text-down";
  const text = live ? t("live") : waiting ? bar("connecting") : t("noConnection");
  return (
    <output
      data-testid="line"
      data-state={connection.name}
      className={classes("flex min-w-0 items-center gap-1.5 text-[15px] font-semibold", tone)}
    >
      <Icon size={17} aria-hidden className="shrink-0" />
      <span className="truncate">{text}</span>
    </output>
  );
}

function Bar() {
  const user = useUser();
  const bar = useTranslations("bar");
  const exercise = useExercise();
  const unit = useEntity("units", user.unitId ?? "");
  return (
    <header className="flex min-h-14 items-center gap-2.5 border-b bg-surface-1 px-4">
      <CountryPlate country={user.country} className="text-[14px]" />
      <b className="truncate text-[17px] font-semibold">{unit?.callsign ?? user.desk}</b>
      {exercise ? <ExerciseMark className="text-[11px]" /> : null}
      <span className="flex-1" />
      <LineState />
      <UserMenu>
        <Button look="quiet" aria-label={bar("user")} className="-mr-2 size-12 p-0">
          <Settings2 size={19} aria-hidden />
        </Button>
      </UserMenu>
    </header>
  );
}

/** What waits to be sent is always named, with what to do. */
function NoConnection() {
  const t = useTranslations("fieldScreen");
  const state = useTranslations("state");
  const connection = useConnection();
  const pending = usePending();
  const stale = connection.name === "stale";
  if (!stale && pending.length === 0) return null;
  return (
    <section
      role="alert"
      className={classes("border-b px-4 py-3", stale ? "bg-down text-on-down" : "bg-surface-2")}
    >
      {stale ? (
        <>
          <b className="block text-[16px] font-bold">
            {state("staleTitle", { time: clockTime(connection.since) })}
          </b>
          <p className="text-[14px]">{t("noConnectionText")}</p>
        </>
      ) : null}
      {pending.length > 0 ? (
        <p className="mt-1 flex items-center gap-2 text-[15px] font-semibold">
          <CloudUpload size={18} aria-hidden />{" "}
          {stale ? t("unsent", { count: pending.length }) : state("sending")}
        </p>
      ) : null}
    </section>
  );
}

const byThumb =
  "[&_button]:min-h-12 [&_button]:text-[15px] [&_button[role=checkbox]]:min-h-0 [&_button[role=checkbox]]:size-7 [&_input]:h-12 [&_input]:text-[16px] [&_label]:text-[14px] [&_h3]:text-[16px] [&_p]:text-[14px]";

function ReportSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations("report");
  const act = useTranslations("act");
  return (
    <section
      aria-label={t("title")}
      className={classes("flex min-h-0 flex-1 flex-col bg-surface-1", byThumb)}
    >
      <header className="flex items-center justify-between px-4 py-2">
        <h2 className="text-[20px] leading-tight font-semibold">{t("title")}</h2>
        <Button look="quiet" aria-label={act("cancel")} className="-mr-2 size-12 p-0" onClick={onClose}>
          <X size={22} aria-hidden />
        </Button>
      </header>
      <NewReport large onSent={onClose} />
    </section>
  );
}

export function FieldScreen() {
  const t = useTranslations("fieldScreen");
  const exercise = useExercise();
  const user = useUser();
  const [reporting, report] = useState(false);
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-surface-0" data-screen="field">
      {exercise ? <ExerciseStrip className="h-1.5" /> : null}
      <Bar />
      <NoConnection />
      <main className="mx-auto flex min-h-0 w-full max-w-xl flex-1 flex-col">
        <h1 className="sr-only">{t("title")}</h1>
        {reporting ? (
          <ReportSheet onClose={() => report(false)} />
        ) : (
          <>
            <OwnReports />
            {roleMay(user.role, "incident.report") ? (
              <div className="border-t bg-surface-1 p-4">
                <Button
                  data-testid="report"
                  className="h-[60px] w-full rounded-3 border-2 border-ink-1 text-[20px]"
                  onClick={() => report(true)}
                >
                  <Plus size={22} aria-hidden /> {t("report")}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </main>
    </div>
  );
}
