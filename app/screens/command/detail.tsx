"use client";
/** The open incident: its status, requests, facts, tasks and timeline, and what can be done. */
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { type Incident, isIncident, type Note, type Tombstone } from "@/domain/incident/schema";
import { type ActionName, hasForm } from "../../act/actions";
import { useIncident } from "../../live/hooks/use-entity";
import { PartnerDebt } from "../../parts/clock/partner-overdue";
import { Facts } from "../../parts/incident/facts";
import { StatusSummary } from "../../parts/incident/status-summary";
import { TimelineView } from "../../parts/incident/timeline";
import { UnseenHere } from "../../parts/incident/unseen-mark";
import { Coordination } from "../../parts/request/coordination";
import { TaskSection } from "../../parts/task/task-section";
import { Empty } from "../../ui/empty";
import { ScrollRegion } from "../../ui/scroll";
import { useShortcuts } from "../../ui/shortcuts";
import { IncidentActionBar, RecalledActionBar } from "./action-bar";
import { useDesk } from "./desk";
import { IncidentHead, RecalledHead } from "./detail-head";
import { IncidentDialog, type IncidentDialogName, StrikeDialog } from "./incident-dialogs";

function OpenIncident({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const { dispatch } = useDesk();
  const [dialog, openDialog] = useState<IncidentDialogName>();
  const [struckNote, strikeNote] = useState<Note>();
  const openForm = (name: ActionName<"incident">) => {
    if (hasForm("incident", name, "panel")) dispatch({ do: "panel", panel: name });
    else if (hasForm("incident", name, "dialog") || hasForm("incident", name, "reason")) openDialog(name);
  };
  return (
    <>
      <IncidentHead incident={incident} />
      <StatusSummary incident={incident} />
      <PartnerDebt incidentId={incident.id} />
      <ScrollRegion label={t("facts")} className="max-h-[64%] border-b pt-1.5">
        <Coordination incident={incident} />
        <Facts incident={incident} />
        <TaskSection incident={incident} />
      </ScrollRegion>
      <TimelineView incident={incident} onStrike={strikeNote} />
      <IncidentActionBar incident={incident} onOpenForm={openForm} />
      {dialog ? (
        <IncidentDialog name={dialog} incident={incident} onDone={() => openDialog(undefined)} />
      ) : null}
      {struckNote ? (
        <StrikeDialog incident={incident} entryId={struckNote.id} onDone={() => strikeNote(undefined)} />
      ) : null}
    </>
  );
}

function RecalledIncident({ tombstone }: { tombstone: Tombstone }) {
  return (
    <>
      <RecalledHead tombstone={tombstone} />
      {/* Tasks and requests that were under way at the recall must still be ended. */}
      <Coordination incident={tombstone} />
      <TaskSection incident={tombstone} />
      <TimelineView incident={tombstone} onStrike={undefined} />
      <RecalledActionBar tombstone={tombstone} />
    </>
  );
}

export function Detail() {
  const t = useTranslations("detail");
  const { selected, dispatch } = useDesk();
  const incident = useIncident(selected ?? "");
  useShortcuts({ Escape: () => dispatch({ do: "select", id: undefined }) });
  useEffect(() => {
    document.title = incident ? `${incident.ref} · Sekong` : "Sekong";
  }, [incident]);
  return (
    <section
      aria-label={t("label")}
      className="flex min-h-0 flex-col border-l bg-surface-1"
      data-testid="detail"
    >
      {!selected ? <Empty className="my-auto">{t("none")}</Empty> : null}
      {selected && !incident ? <Empty className="my-auto">{t("gone")}</Empty> : null}
      {!incident ? null : isIncident(incident) ? (
        <UnseenHere key={incident.id} id={incident.id}>
          <OpenIncident incident={incident} />
        </UnseenHere>
      ) : (
        <UnseenHere key={incident.id} id={incident.id}>
          <RecalledIncident tombstone={incident} />
        </UnseenHere>
      )}
    </section>
  );
}
