"use client";
import { useTranslations } from "use-intl";
import { TextField } from "../../ui/field";
import { Codes, Grades } from "./codes";
import { detailRows } from "./detail-rows";
import { type FieldsProps, Part } from "./fields";

/** All optional details. */
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
