"use client";
/** Drugs by substance, with amount and pieces. */
import { useTranslations } from "use-intl";
import { drugUnitSchema, substanceSchema } from "@/domain/vocabulary";
import { NumberInput } from "../../act/number-input";
import { Select } from "../../ui/select";
import { countOf, quantityOf } from "./list-drafts";
import { type DetailRowsProps, optionsOf, RowList } from "./row-list";

export function DrugRows({ draft, onChange }: DetailRowsProps) {
  const t = useTranslations("report");
  const substance = useTranslations("substance");
  const unit = useTranslations("drugUnit");
  const fresh = { substance: "unknown", quantity: "", unit: "kg", count: "" } as const;
  return (
    <RowList
      title={t("drugs")}
      add={t("addDrug")}
      rows={draft.drugs}
      fresh={fresh}
      onRows={(drugs) => onChange({ drugs })}
    >
      {(row, change) => (
        <>
          <Select
            label={t("substance")}
            value={row.substance}
            options={optionsOf(substanceSchema.options, substance)}
            onChange={(next) => change({ substance: next })}
          />
          <NumberInput
            label={t("quantity")}
            inputMode="decimal"
            value={row.quantity}
            typed={quantityOf(row)}
            onText={(quantity) => change({ quantity, reading: undefined })}
            onReading={(reading) => change({ reading })}
          />
          <Select
            label={t("unit")}
            value={row.unit}
            options={optionsOf(drugUnitSchema.options, unit)}
            onChange={(next) => change({ unit: next })}
          />
          <NumberInput
            label={t("pieces")}
            inputMode="numeric"
            value={row.count}
            typed={countOf(row.count)}
            onText={(count) => change({ count })}
          />
        </>
      )}
    </RowList>
  );
}
