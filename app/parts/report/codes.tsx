"use client";
/** The coded details of a report: direction, transport, how it was found, grading and handling. */
import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import {
  type DetailName,
  detailCodes,
  detailNames,
  handlings,
  infoGrades,
  sourceGrades,
} from "@/domain/vocabulary";
import { Field } from "../../ui/field";
import { Select } from "../../ui/select";
import { useDetailText } from "../incident/detail-text";
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

/** One detail: the codes of its list, and none where the list has no *unknown*. */
function DetailSelect({ name, draft, onChange }: Props & { name: DetailName }) {
  const t = useTranslations("report.detail");
  // Each text takes its own detail's codes; the compiler cannot follow the name to it.
  const text = useDetailText()[name] as (code: string) => string;
  const codes: readonly string[] = detailCodes[name].options;
  const options = codes.map((value) => ({ value, label: text(value) }));
  const none = codes.includes(unknown) ? [] : [{ value: unknown, label: "–" }];
  const choose = (chosen: string) => {
    const code = codes.find((each) => each === chosen) ?? "";
    onChange({ details: { ...draft.details, [name]: code } });
  };
  return (
    <CodeSelect
      label={t(name)}
      value={draft.details[name] || unknown}
      onChange={choose}
      options={[...none, ...options]}
    />
  );
}

export function Codes(props: Props) {
  return (
    <div className="grid grid-cols-2 gap-2">
      {detailNames.map((name) => (
        <DetailSelect key={name} name={name} {...props} />
      ))}
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
