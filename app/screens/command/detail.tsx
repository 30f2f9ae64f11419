"use client";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import {
  type Incident,
  type IncidentEntity,
  isIncident,
  type Note,
  type Tombstone,
} from "@/domain/incident/schema";
import { countries } from "@/domain/vocabulary";
import type { ActionName } from "../../act/actions";
import { useFormats } from "../../i18n/format";
import { usePending } from "../../live/hooks/use-commands";
import { useIncident } from "../../live/hooks/use-entity";
import { useStatus } from "../../live/hooks/use-status";
import { useNow } from "../../live/ticker";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { ringOf } from "../../map/symbols/ring";
import { Facts } from "../../parts/incident/facts";
import { GradingMark, HandlingMark } from "../../parts/incident/marks";
import { StatusSummary } from "../../parts/incident/status-summary";
import { TimelineView } from "../../parts/incident/timeline";
import { Coordination } from "../../parts/request/coordination";
import { TaskSection } from "../../parts/task/task-section";
import { Button } from "../../ui/button";
import { CountryPlate } from "../../ui/country";
import { Empty } from "../../ui/empty";
import { ScrollRegion } from "../../ui/scroll";
import { useShortcuts } from "../../ui/shortcuts";
import { ActionBar } from "./action-bar";
import { useDesk } from "./desk";
import { ActionDialog, isAsking, StrikeDialog } from "./dialogs";

function Sending({ id }: { id: string }) {
  const t = useTranslations("state");
  const [pending] = usePending(id);
  if (!pending) return null;
  return (
    <span
      role="status"
      className={pending.state === "waiting" ? "font-semibold text-stale" : "text-catching"}
    >
      {t(pending.state)}
    </span>
  );
}

function CloseButton() {
  const t = useTranslations("detail");
  const { act } = useDesk();
  return (
    <Button
      look="quiet"
      size="squareSmall"
      aria-label={t("close")}
      className="-mr-1.5 self-start"
      onClick={() => act({ do: "select", id: undefined })}
    >
      <X size={17} aria-hidden />
    </Button>
  );
}

function Head({ incident }: { incident: Incident }) {
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const status = useTranslations("status");
  const sharing = useTranslations("sharing");
  return (
    <header className="flex items-center gap-3 px-4 pt-3 pb-2.5">
      <IncidentSymbol
        kind={incident.kind}
        impact={incident.impact}
        ring={ringOf(incident)}
        owner={incident.owner}
        size={46}
        title={impact(incident.impact)}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-desk-body text-ink-2">
          <b className="font-semibold text-ink-1">{incident.ref}</b>
          {status(useStatus(incident))}
          <HandlingMark handling={incident.handling} />
          <GradingMark grading={incident.grading} />
          {countries.map((country) => {
            const assessed = incident.assessments?.[country];
            return assessed ? (
              <span key={country} className="inline-flex items-center gap-1" data-assessed-by={country}>
                <CountryPlate country={country} className="text-desk-note" />
                <GradingMark grading={assessed.grading} />
              </span>
            ) : null;
          })}
        </div>
        <h2 className="text-desk-heading font-semibold">{kind(incident.kind)}</h2>
        <div className="flex flex-wrap gap-x-2 text-desk-note text-ink-2">
          {impact(incident.impact)} <span aria-hidden>·</span> {sharing(incident.sharing)}{" "}
          <Sending id={incident.id} />
        </div>
      </div>
      <CloseButton />
    </header>
  );
}

function RecalledHead({ tombstone }: { tombstone: Tombstone }) {
  const t = useTranslations("detail");
  const list = useTranslations("list");
  const names = useTranslations("country");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const country = names(tombstone.originator ?? tombstone.owner);
  const { acknowledged, at } = tombstone.recalled;
  return (
    <>
      <header className="flex items-center gap-3 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2 text-desk-body">
            <CountryPlate country={tombstone.owner} /> <b className="font-semibold">{tombstone.ref}</b>
            <Sending id={tombstone.id} />
          </div>
          <h2 className="text-desk-heading font-semibold">{list("recalled", { country })}</h2>
        </div>
        <CloseButton />
      </header>
      <p className="px-4 pb-2 text-ink-2">{t("recalledBy", { country, time: moment(at, now) })}</p>
      <p className={acknowledged ? "px-4 pb-2 text-ink-2" : "px-4 pb-2 font-semibold text-stale"}>
        {acknowledged ? t("recallRead", { time: moment(acknowledged.at, now) }) : t("recallUnread")}
      </p>
    </>
  );
}

type OpenProps = { incident: IncidentEntity };

function Open({ incident }: OpenProps) {
  const t = useTranslations("detail");
  const { act } = useDesk();
  const [asked, ask] = useState<ActionName>();
  const [struck, strike] = useState<Note>();
  const onAsk = (name: ActionName) =>
    name === "revise" || name === "propose" ? act({ do: "panel", panel: name }) : ask(name);
  const full = isIncident(incident) ? incident : undefined;
  return (
    <>
      {full ? (
        <>
          <Head incident={full} />
          <StatusSummary incident={full} />
          <ScrollRegion label={t("facts")} className="max-h-[64%] border-b pt-1.5">
            <Coordination incident={full} />
            <Facts incident={full} />
            <TaskSection incident={full} />
          </ScrollRegion>
        </>
      ) : (
        <>
          <RecalledHead tombstone={incident as Tombstone} />
          {/* What was under way when it was recalled must still be ended by somebody. */}
          <TaskSection incident={incident} />
        </>
      )}
      <TimelineView incident={incident} onStrike={full ? strike : undefined} />
      <ActionBar id={incident.id} onAsk={onAsk} />
      {full && asked && isAsking(asked) ? (
        <ActionDialog name={asked} incident={full} onDone={() => ask(undefined)} />
      ) : null}
      {full && struck ? (
        <StrikeDialog incident={full} entryId={struck.id} onDone={() => strike(undefined)} />
      ) : null}
    </>
  );
}

export function Detail() {
  const t = useTranslations("detail");
  const { selected, act } = useDesk();
  const incident = useIncident(selected ?? "");
  useShortcuts({ Escape: () => act({ do: "select", id: undefined }) });
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
      {incident ? <Open key={incident.id} incident={incident} /> : null}
    </section>
  );
}
