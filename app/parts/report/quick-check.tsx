"use client";
/** The check before a report is sent: kind, impact, place, people; everything else behind one button. */
import { ChevronDown, MapPin, Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Place } from "@/domain/place";
import { purposeOf } from "@/domain/vocabulary";
import { coordinates } from "../../i18n/format";
import { useFullPlaceName } from "../../i18n/place-name";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { detailRows } from "./detail-rows";
import { Details } from "./details";
import type { Draft } from "./draft";
import { DangerCheck, Part, ProtectionCheck, WhenInput } from "./fields";
import { FixAge } from "./fix-age";
import type { QuickQuestion } from "./quick";
import { QuickPeople } from "./quick-people";
import { byThumb } from "./thumb";

type Props = {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  onQuestion: (question: QuickQuestion) => void;
};

function Row({ children, label, onEdit }: { children: ReactNode; label: string; onEdit: () => void }) {
  const t = useTranslations("report");
  return (
    <button
      type="button"
      aria-label={`${t("change")}: ${label}`}
      className="flex min-h-14 w-full items-center gap-3 border-b px-3 py-2 text-left last:border-b-0"
      onClick={onEdit}
    >
      {children}
      <Pencil size={17} aria-hidden className="ml-auto shrink-0 text-ink-2" />
    </button>
  );
}

function Where({ place, fix }: { place: Place; fix: Draft["fix"] }) {
  const detail = useTranslations("detail");
  const name = useFullPlaceName(place);
  return (
    <span className="min-w-0" data-testid="chosen-place">
      <b className="block text-field-body leading-tight font-semibold">{name}</b>
      <span className="text-field-detail text-ink-2">
        {coordinates(place)}{" "}
        {place.accuracyM !== undefined ? detail("accuracy", { metres: Math.round(place.accuracyM) }) : null}
      </span>
      <FixAge draft={{ place, fix }} />
    </span>
  );
}

function Summary({ draft, onQuestion }: Omit<Props, "onChange">) {
  const t = useTranslations("report");
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  if (!draft.kind || !draft.impact || !draft.place) return null;
  return (
    <div className="rounded-3 border border-line-strong bg-surface-2">
      <Row label={t("what")} onEdit={() => onQuestion("what")}>
        <span className="flex w-10 justify-center">
          <IncidentSymbol kind={draft.kind} impact={draft.impact} ring="unshared" size={38} />
        </span>
        <b className="text-field-lead leading-tight font-semibold">{kind(draft.kind)}</b>
      </Row>
      <Row label={t("impact")} onEdit={() => onQuestion("impact")}>
        <span className="w-10" />
        <span className="text-field-body">
          {impact(draft.impact)}
          {draft.dangerToLife ? <b className="font-semibold"> · {t("danger")}</b> : null}
        </span>
      </Row>
      <Row label={t("where")} onEdit={() => onQuestion("where")}>
        <span className="flex w-10 justify-center">
          <MapPin size={22} aria-hidden className="text-ink-2" />
        </span>
        <Where place={draft.place} fix={draft.fix} />
      </Row>
    </div>
  );
}

export function QuickCheck({ draft, onChange, onQuestion }: Props) {
  const t = useTranslations("report");
  const [more, showMore] = useState(false);
  const fields = { draft, onChange };
  const Drugs = detailRows.drugs;
  return (
    <div className="grid gap-5 [&_h3]:text-field-body">
      <Summary draft={draft} onQuestion={onQuestion} />
      {draft.kind && purposeOf(draft.kind) === "drugs" ? (
        <div className={byThumb}>
          <Drugs {...fields} />
        </div>
      ) : null}
      <Part title={t("countPeople")}>
        <QuickPeople people={draft.people} onPeople={(people) => onChange({ people })} />
      </Part>
      <div className={byThumb}>
        <ProtectionCheck {...fields} />
      </div>
      <Button
        aria-expanded={more}
        className="h-auto min-h-14 justify-between text-left text-field-body whitespace-normal"
        onClick={() => showMore(!more)}
      >
        {t("more")} <ChevronDown size={20} aria-hidden className={more ? "rotate-180" : ""} />
      </Button>
      {more ? (
        <div className={classes("grid gap-5", byThumb)}>
          <Part title={t("when")}>
            <WhenInput {...fields} thumb />
          </Part>
          <DangerCheck {...fields} />
          <Details {...fields} />
        </div>
      ) : null}
    </div>
  );
}
