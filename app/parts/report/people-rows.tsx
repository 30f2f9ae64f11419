"use client";
/** People by role, sex and age: counts, never names. */
import { useTranslations } from "use-intl";
import { ageBandSchema, personRoles, sexSchema } from "@/domain/vocabulary";
import { Select } from "../../ui/select";
import { CountInput, type DetailRowsProps, optionsOf, RowList } from "./row-list";

export function PeopleRows({ draft, onChange }: DetailRowsProps) {
  const t = useTranslations("report");
  const role = useTranslations("personRole");
  const sex = useTranslations("sex");
  const age = useTranslations("ageBand");
  const fresh = { role: "unknown", sex: "unknown", ageBand: "unknown", count: "1" } as const;
  return (
    <RowList
      title={t("people")}
      hint={t("peopleHint")}
      add={t("addPeople")}
      rows={draft.people}
      fresh={fresh}
      onRows={(people) => onChange({ people })}
    >
      {(row, change) => (
        <>
          <CountInput value={row.count} onChange={(count) => change({ count })} />
          <Select
            label={t("role")}
            value={row.role}
            options={optionsOf(personRoles, (value) => role(value, { count: 1 }))}
            onChange={(next) => change({ role: next })}
          />
          <Select
            label={t("sex")}
            value={row.sex}
            options={optionsOf(sexSchema.options, sex)}
            onChange={(next) => change({ sex: next })}
          />
          <Select
            label={t("age")}
            value={row.ageBand}
            options={optionsOf(ageBandSchema.options, age)}
            onChange={(next) => change({ ageBand: next })}
          />
        </>
      )}
    </RowList>
  );
}
