"use client";
/** The fields of a report, shared by a new report, a revision and the field screen. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { impacts } from "@/domain/vocabulary";
import { clockTime } from "../../i18n/format";
import { useNow } from "../../live/ticker";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { Checkbox } from "../../ui/checkbox";
import { classes } from "../../ui/classes";
import { Input, TextField } from "../../ui/field";
import { ToggleGroup } from "../../ui/toggle";
import { Codes, Grades } from "./codes";
import type { Draft } from "./draft";
import { KindChoice } from "./kind-choice";
import { PlaceChoice } from "./place-choice";
import { detailRows } from "./rows";

export type FieldsProps = {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  picking?: { on: boolean; toggle: () => void };
  /** A revision cannot write a note, and a raised protection flag is not lowered here. */
  revising?: boolean;
  /** A proposal to the other side cannot raise a flag there. */
  proposing?: boolean;
};

export function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="text-desk-body font-semibold">
        {title} {hint ? <span className="font-normal text-ink-3">· {hint}</span> : null}
      </h3>
      {children}
    </section>
  );
}

function ImpactChoice({ draft, onChange }: FieldsProps) {
  const t = useTranslations("report");
  const names = useTranslations("impact");
  return (
    <ToggleGroup
      label={t("impact")}
      value={draft.impact ?? ""}
      onChange={(impact) => onChange({ impact })}
      className="grid grid-cols-4"
      itemClassName="flex-col gap-1 px-1 py-2 text-center leading-tight"
      choices={impacts.map((value) => ({
        value,
        name: names(value),
        label: (
          <>
            <IncidentSymbol impact={value} ring="unshared" size={value === "very-high" ? 26 : 30} />
            {names(value)}
          </>
        ),
      }))}
    />
  );
}

/** When it happened; empty means now. */
export function WhenInput({ draft, onChange, className }: FieldsProps & { className?: string }) {
  const t = useTranslations("report");
  const now = useNow(15_000);
  return (
    <Input
      aria-label={t("when")}
      className={classes("w-32", className)}
      inputMode="numeric"
      maxLength={5}
      placeholder={now ? clockTime(now) : ""}
      value={draft.time}
      onText={(text) => onChange({ time: text })}
    />
  );
}

export function DangerCheck({ draft, onChange }: FieldsProps) {
  const t = useTranslations("report");
  return (
    <Checkbox
      checked={draft.dangerToLife}
      onChange={(dangerToLife) => onChange({ dangerToLife })}
      label={t("danger")}
      hint={t("dangerHint")}
    />
  );
}

export function ProtectionCheck({ draft, onChange }: FieldsProps) {
  const t = useTranslations("report");
  return (
    <Checkbox
      checked={draft.protection}
      onChange={(protection) => onChange({ protection })}
      label={t("protection")}
      hint={t("protectionHint")}
    />
  );
}

/** Everything that may stay empty. */
export function Details(props: FieldsProps) {
  const { draft, onChange, revising } = props;
  const t = useTranslations("report");
  return (
    <Part title={t("details")} hint={t("optional")}>
      {Object.entries(detailRows).map(([name, Rows]) => (
        <Rows key={name} draft={draft} onChange={onChange} />
      ))}
      <Codes {...props} />
      <Grades {...props} />
      {revising ? null : (
        <TextField
          label={t("note")}
          hint={t("noteHint")}
          maxLength={2000}
          value={draft.note}
          onText={(text) => onChange({ note: text })}
        />
      )}
    </Part>
  );
}

export function ReportFields(props: FieldsProps) {
  const { draft, onChange, picking, proposing } = props;
  const t = useTranslations("report");
  return (
    <div className="grid gap-5">
      <Part title={t("what")}>
        <KindChoice value={draft.kind} onChange={(kind) => onChange({ kind })} />
      </Part>
      <Part title={t("impact")}>
        <ImpactChoice {...props} />
        <DangerCheck {...props} />
      </Part>
      <Part title={t("where")}>
        <PlaceChoice
          place={draft.place}
          text={draft.placeText}
          picking={picking}
          onText={(placeText) => onChange({ placeText })}
          onPlace={(place) => onChange({ place })}
        />
      </Part>
      <Part title={t("when")}>
        <WhenInput {...props} />
      </Part>
      {proposing ? null : <ProtectionCheck {...props} />}
      <Details {...props} />
    </div>
  );
}
