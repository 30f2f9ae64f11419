"use client";
/** The fields of a report, shared by a new report, a revision and the field screen. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import {
  detectionSchema,
  directionSchema,
  handlings,
  impacts,
  infoGrades,
  sourceGrades,
  transportSchema,
} from "@/domain/vocabulary";
import { clockTime } from "../i18n/format";
import { useNow } from "../live/clock";
import { IncidentSymbol } from "../map/symbols/incident-symbol";
import { Checkbox } from "../ui/checkbox";
import { Field, Input, TextArea } from "../ui/field";
import { Select } from "../ui/select";
import { ToggleGroup } from "../ui/toggle";
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

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="text-[13px] font-semibold">
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

const unknown = "unknown";

function Codes({ draft, onChange }: FieldsProps) {
  const t = useTranslations("report");
  const direction = useTranslations("direction");
  const transport = useTranslations("transport");
  const detection = useTranslations("detection");
  const detections = detectionSchema.options.map((value) => ({ value, label: detection(value) }));
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={t("direction")}>
        <Select
          label={t("direction")}
          className="w-full"
          value={draft.direction}
          onChange={(value) => onChange({ direction: value })}
          options={directionSchema.options.map((value) => ({ value, label: direction(value) }))}
        />
      </Field>
      <Field label={t("transport")}>
        <Select
          label={t("transport")}
          className="w-full"
          value={draft.transport}
          onChange={(value) => onChange({ transport: value })}
          options={transportSchema.options.map((value) => ({ value, label: transport(value) }))}
        />
      </Field>
      <Field label={t("detection")}>
        <Select
          label={t("detection")}
          className="w-full"
          value={draft.detection || unknown}
          onChange={(value) =>
            onChange({ detection: detectionSchema.options.find((name) => name === value) ?? "" })
          }
          options={[{ value: unknown, label: "–" }, ...detections]}
        />
      </Field>
    </div>
  );
}

function Grades({ draft, onChange }: FieldsProps) {
  const ask = useTranslations("ask");
  const t = useTranslations("report");
  const source = useTranslations("gradeSource");
  const info = useTranslations("gradeInfo");
  const handling = useTranslations("handling");
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={ask("source")}>
        <Select
          label={ask("source")}
          className="w-full"
          value={draft.source}
          onChange={(value) => onChange({ source: value })}
          options={sourceGrades.map((value) => ({ value, label: `${value} ${source(value)}` }))}
        />
      </Field>
      <Field label={ask("info")}>
        <Select
          label={ask("info")}
          className="w-full"
          value={draft.info}
          onChange={(value) => onChange({ info: value })}
          options={infoGrades.map((value) => ({ value, label: `${value} ${info(value)}` }))}
        />
      </Field>
      <Field label={t("handling")} className="col-span-2">
        <Select
          label={t("handling")}
          className="w-full"
          value={draft.handling}
          onChange={(value) => onChange({ handling: value })}
          options={handlings.map((value) => ({ value, label: `${value} ${handling(value)}` }))}
        />
      </Field>
    </div>
  );
}

export function ReportFields(props: FieldsProps) {
  const { draft, onChange, picking, revising, proposing } = props;
  const t = useTranslations("report");
  const now = useNow(15_000);
  return (
    <div className="grid gap-5">
      <Part title={t("what")}>
        <KindChoice value={draft.kind} onChange={(kind) => onChange({ kind })} />
      </Part>
      <Part title={t("impact")}>
        <ImpactChoice {...props} />
        <Checkbox
          checked={draft.dangerToLife}
          onChange={(dangerToLife) => onChange({ dangerToLife })}
          label={t("danger")}
          hint={t("dangerHint")}
        />
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
        <Input
          aria-label={t("when")}
          className="w-32"
          inputMode="numeric"
          maxLength={5}
          placeholder={now ? clockTime(now) : ""}
          value={draft.time}
          onChange={(event) => onChange({ time: event.target.value })}
        />
      </Part>
      {proposing ? null : (
        <Checkbox
          checked={draft.protection}
          onChange={(protection) => onChange({ protection })}
          label={t("protection")}
          hint={t("protectionHint")}
        />
      )}
      <Part title={t("details")} hint={t("optional")}>
        {Object.entries(detailRows).map(([name, Rows]) => (
          <Rows key={name} draft={draft} onChange={onChange} />
        ))}
        <Codes {...props} />
        <Grades {...props} />
        {revising ? null : (
          <Field label={t("note")} hint={t("noteHint")}>
            <TextArea
              maxLength={2000}
              value={draft.note}
              onChange={(event) => onChange({ note: event.target.value })}
            />
          </Field>
        )}
      </Part>
    </div>
  );
}
