"use client";
/** The coded details of a report: direction, transport, how it was found, grading and handling. */
import { useTranslations } from "use-intl";
import {
  detectionSchema,
  directionSchema,
  handlings,
  infoGrades,
  sourceGrades,
  transportSchema,
} from "@/domain/vocabulary";
import { Field } from "../../ui/field";
import { Select } from "../../ui/select";
import type { Draft } from "./draft";

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void };

const unknown = "unknown";

export function Codes({ draft, onChange }: Props) {
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

export function Grades({ draft, onChange }: Props) {
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
