"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import { roleMay } from "@/domain/permissions";
import { useIncident } from "../../live/hooks/use-entity";
import { useUser } from "../../live/hooks/use-live";
import { useExercise } from "../../live/mode";
import { HeldSound } from "../../parts/alert/held-sound";
import { RepeatingSounds } from "../../parts/alert/use-repeating";
import { AlarmStrip } from "../../parts/clock/alarm-strip";
import { DeviceClockNotice } from "../../parts/link/device-clock";
import { LinkNotices } from "../../parts/link/link-notices";
import { StateBanner } from "../../parts/link/state-banner";
import type { TakeoverAct } from "../../parts/takeover/actions";
import { TakeoverBanner } from "../../parts/takeover/takeover";
import { UnitWarnings } from "../../parts/unit/unit-warnings";
import { ExerciseStrip } from "../../ui/exercise";
import { useShortcuts } from "../../ui/shortcuts";
import { AlertBanner } from "./alert-banner";
import { Board } from "./board/board";
import { UnitsScreen } from "./board/units-screen";
import { DeskProvider, useDesk } from "./desk";
import { Detail } from "./detail";
import { IncidentDialog } from "./incident-dialogs";
import { KeysDialog } from "./keys-dialog";
import { MapPanel } from "./map-panel";
import { Palette } from "./palette";
import { ReportPanel } from "./report-panel";
import { TopBar } from "./top-bar";
import { TriageList } from "./triage-list";

function Layout() {
  const t = useTranslations("app");
  const exercise = useExercise();
  const user = useUser();
  const { dispatch } = useDesk();
  const report = () => roleMay(user.role, "incident.report") && dispatch({ do: "panel", panel: "report" });
  const palette = () => dispatch({ do: "palette", open: true });
  useShortcuts({
    R: report,
    "Ctrl+K": palette,
    "/": palette,
    "?": () => dispatch({ do: "keys", open: true }),
  });
  return (
    <div className="flex h-dvh min-w-[1024px] flex-col overflow-hidden bg-surface-0" data-screen="command">
      {exercise ? <ExerciseStrip /> : null}
      <TopBar />
      <StateBanner />
      <DeviceClockNotice screen="desk" />
      <LinkNotices />
      <DeskTakeover />
      <AlarmStrip onOpen={(id) => dispatch({ do: "select", id })} />
      <UnitWarnings onOpen={(id) => dispatch({ do: "select", id })} />
      <RepeatingSounds />
      <HeldSound look="desk" />
      <h1 className="sr-only">{t("title")}</h1>
      {user.role === "admin" ? <UnitsScreen /> : <Picture />}
      <Palette />
      <KeysDialog />
    </div>
  );
}

/** What takes over, with the forms of what can be done about it at once. */
function DeskTakeover() {
  const { dispatch } = useDesk();
  const [acting, act] = useState<{ name: TakeoverAct; id: string }>();
  const incident = useIncident(acting?.id ?? "");
  return (
    <>
      <TakeoverBanner
        onOpen={(id) => dispatch({ do: "select", id })}
        onAct={(name, id) => act({ name, id })}
      />
      {acting && isIncident(incident) ? (
        <IncidentDialog name={acting.name} incident={incident} onDone={() => act(undefined)} />
      ) : null}
    </>
  );
}

/** List, map over the board, and what is open. */
function Picture() {
  const { panel } = useDesk();
  return (
    <main className="relative grid min-h-0 flex-1 grid-cols-[344px_minmax(0,1fr)_452px] max-[1300px]:grid-cols-[300px_minmax(0,1fr)_400px]">
      <TriageList />
      <div className="flex min-h-0 min-w-0 flex-col">
        <div className="relative min-h-0 flex-1">
          <MapPanel />
          <AlertBanner />
        </div>
        <Board />
      </div>
      {panel === "detail" ? <Detail /> : <ReportPanel />}
    </main>
  );
}

export function CommandScreen() {
  return (
    <DeskProvider>
      <Layout />
    </DeskProvider>
  );
}
