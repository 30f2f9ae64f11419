"use client";
/** Measures that were taken or are planned. */
import { useTranslations } from "use-intl";
import { actions as measures } from "@/domain/vocabulary";
import { Select } from "../../ui/select";
import type { ResponseDraft } from "./list-drafts";
import { type DetailRowsProps, optionsOf, RowList } from "./row-list";

const firstMeasure: ResponseDraft = { action: "stop-and-check", state: "planned" };

export function ResponseRows({ draft, onChange }: DetailRowsProps) {
  const t = useTranslations("report");
  const action = useTranslations("action");
  const state = useTranslations("responseState");
  return (
    <RowList
      title={t("response")}
      add={t("addResponse")}
      rows={draft.response}
      fresh={firstMeasure}
      onRows={(response) => onChange({ response })}
    >
      {(row, change) => (
        <>
          <Select
            label={t("measure")}
            value={row.action}
            options={optionsOf(measures, action)}
            onChange={(next) => change({ action: next })}
          />
          <Select
            label={t("state")}
            value={row.state}
            options={optionsOf(["done", "planned"] as const, state)}
            onChange={(next) => change({ state: next })}
          />
        </>
      )}
    </RowList>
  );
}
