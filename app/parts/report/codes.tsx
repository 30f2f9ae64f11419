"use client";
/** The coded details of a report: direction, transport, how it was found, grading and handling. */
import type { ComponentProps } from "react";
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

function CodeSelect<Value extends string>({ className, ...select }: ComponentProps<typeof Select<Value>>) {
  return (
    <Field label={select.label} className={className}>
      <Select className="w-full" {...select} />
    </Field>
  );
}

export function Codes({ draft, onChange }: Props) {
  const t = useTranslations("report");
  const direction = useTranslations("direction");
  const transport = useTranslations("transport");
  const detection = useTranslations("detection");
  const detections = detectionSchema.options.map((value) => ({ value, label: detection(value) }));
  return (
    <div className="grid grid-cols-2 gap-2">
      <CodeSelect
        label={t("direction")}
        value={draft.direction}
        onChange={(value) => onChange({ direction: value })}
        options={directionSchema.options.map((value) => ({ value, label: direction(value) }))}
      />
      <CodeSelect
        label={t("transport")}
        value={draft.transport}
        onChange={(value) => onChange({ transport: value })}
        options={transportSchema.options.map((value) => ({ value, label: transport(value) }))}
      />
      <CodeSelect
        label={t("detection")}
        value={draft.detection || unknown}
        onChange={(value) =>
          onChange({ detection: detectionSchema.options.find((name) => name === value) ?? "" })
        }
        options={[{ value: unknown, label: "–" }, ...detections]}
      />
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
      <CodeSelect
        label={ask("source")}
        value={draft.source}
        onChange={(value) => onChange({ source: value })}
        options={sourceGrades.map((value) => ({ value, label: `${value} ${source(value)}` }))}
      />
      <CodeSelect
        label={ask("info")}
        value={draft.info}
        onChange={(value) => onChange({ info: value })}
        options={infoGrades.map((value) => ({ value, label: `${value} ${info(value)}` }))}
      />
      <CodeSelect
        label={t("handling")}
        className="col-span-2"
        value={draft.handling}
        onChange={(value) => onChange({ handling: value })}
        options={handlings.map((value) => ({ value, label: `${value} ${handling(value)}` }))}
      />
    </div>
  );
}
