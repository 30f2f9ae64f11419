"use client";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import { useIncident } from "../../live/hooks/use-entity";
import { NewReport } from "../../parts/report/new-report";
import { Revision } from "../../parts/report/revision";
import { Button } from "../../ui/button";
import { useShortcuts } from "../../ui/shortcuts";
import { useDesk } from "./desk";

/** The report form beside the map, so that a place can be clicked while it is open. */
export function ReportPanel() {
  const t = useTranslations("report");
  const ask = useTranslations("ask");
  const cancel = useTranslations("act")("cancel");
  const desk = useDesk();
  const { dispatch, picking, picked, panel, selected } = desk;
  const incident = useIncident(selected ?? "");
  const mode = panel === "revise" || panel === "propose" ? panel : undefined;
  const revised = mode && isIncident(incident) ? incident : undefined;
  const close = () => dispatch(picking ? { do: "pick", on: false } : { do: "panel", panel: "detail" });
  useShortcuts({ Escape: close });
  const toggle = () => dispatch({ do: "pick", on: !picking });
  const sent = (id: string) => dispatch({ do: "select", id });
  const titleKey = mode === "propose" ? "proposeTitle" : "reviseTitle";
  const title = revised ? ask(titleKey, { ref: revised.ref }) : t("title");
  return (
    <section
      aria-label={title}
      className="flex min-h-0 flex-col border-l bg-surface-1"
      data-testid="report-panel"
    >
      <header className="flex items-center justify-between px-4 pt-3 pb-2">
        <h2 className="text-desk-heading font-semibold">{title}</h2>
        <Button
          look="quiet"
          size="squareSmall"
          aria-label={cancel}
          onClick={() => dispatch({ do: "panel", panel: "detail" })}
        >
          <X size={17} aria-hidden />
        </Button>
      </header>
      {revised && mode ? (
        <Revision
          key={revised.id}
          mode={mode}
          incident={revised}
          picking={{ on: picking, toggle }}
          picked={picked}
          onSent={sent}
        />
      ) : (
        <NewReport picking={{ on: picking, toggle }} picked={picked} onSent={sent} />
      )}
    </section>
  );
}
