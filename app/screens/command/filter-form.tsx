"use client";
/** Which incidents the triage list shows: by kind or purpose, by impact, by status. */
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { impacts, incidentStatuses, kindsByPurpose, purposes } from "@/domain/vocabulary";
import type { TriageFilter } from "../../live/views/triage";
import { Button } from "../../ui/button";
import { Select } from "../../ui/select";
import { useDesk } from "./desk";

const any = "any";

/** Kind and purpose share one list: a purpose stands above its kinds and means all of them. */
function kindValue({ kind, purpose }: TriageFilter): string {
  return kind ? `kind:${kind}` : purpose ? `purpose:${purpose}` : any;
}

/** The part of the filter that a choice of that list means. */
function kindFilter(value: string): Pick<TriageFilter, "purpose" | "kind"> {
  const purpose = purposes.find((name) => value === `purpose:${name}`);
  const kind = purposes.flatMap((name) => [...kindsByPurpose[name]]).find((name) => value === `kind:${name}`);
  return { purpose, kind };
}

function useKindOptions() {
  const t = useTranslations("list");
  const purposeNames = useTranslations("purpose");
  const kindNames = useTranslations("kind");
  return [
    { value: any, label: t("anyKind") },
    ...purposes.flatMap((purpose) => [
      { value: `purpose:${purpose}`, label: purposeNames(purpose) },
      ...kindsByPurpose[purpose].map((kind) => ({
        value: `kind:${kind}`,
        label: `\u2003${kindNames(kind)}`,
      })),
    ]),
  ];
}

export function FilterForm() {
  const t = useTranslations("list");
  const impactNames = useTranslations("impact");
  const statusNames = useTranslations("status");
  const { filter, dispatch } = useDesk();
  const change = (part: TriageFilter) => dispatch({ do: "filter", filter: { ...filter, ...part } });
  const impactOptions = [...impacts].reverse().map((value) => ({ value, label: impactNames(value) }));
  const statusOptions = incidentStatuses.map((value) => ({ value, label: statusNames(value) }));
  return (
    <div className="grid gap-2">
      <Select
        label={t("anyKind")}
        value={kindValue(filter)}
        options={useKindOptions()}
        onChange={(value) => change(kindFilter(value))}
      />
      <Select
        label={t("anyImpact")}
        value={filter.impact ?? any}
        options={[{ value: any, label: t("anyImpact") }, ...impactOptions]}
        onChange={(value) => change({ impact: impacts.find((name) => name === value) })}
      />
      <Select
        label={t("anyStatus")}
        value={filter.status ?? any}
        options={[{ value: any, label: t("anyStatus") }, ...statusOptions]}
        onChange={(value) => change({ status: incidentStatuses.find((name) => name === value) })}
      />
      <Button size="small" look="quiet" onClick={() => dispatch({ do: "filter", filter: {} })}>
        <X size={14} aria-hidden /> {t("clear")}
      </Button>
    </div>
  );
}
