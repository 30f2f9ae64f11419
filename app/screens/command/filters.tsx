"use client";
import { ListFilter, X } from "lucide-react";
import { Popover } from "radix-ui";
import { useTranslations } from "use-intl";
import {
  type Country,
  countries,
  impacts,
  incidentStatuses,
  kindsByPurpose,
  purposes,
} from "@/domain/vocabulary";
import type { Triage, TriageFilter } from "../../live/views/triage";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { Select } from "../../ui/select";
import { useDesk } from "./desk";

const any = "any";
const chip =
  "inline-flex h-7 items-center gap-1.5 rounded-full border border-line px-2.5 text-desk-note whitespace-nowrap text-ink-2 aria-pressed:border-line-strong aria-pressed:bg-surface-3 aria-pressed:text-ink-1";

function CountryChips({ triage }: { triage: Triage }) {
  const t = useTranslations("list");
  const names = useTranslations("country");
  const { filter, act } = useDesk();
  const choose = (country: Country | undefined) => act({ do: "filter", filter: { ...filter, country } });
  const all = countries.reduce((sum, country) => sum + triage.count(country), 0);
  return (
    <>
      <button type="button" className={chip} aria-pressed={!filter.country} onClick={() => choose(undefined)}>
        {t("all")} <b className="font-semibold">{all}</b>
      </button>
      {countries.map((country) => (
        <button
          key={country}
          type="button"
          className={chip}
          aria-pressed={filter.country === country}
          aria-label={`${names(country)} ${triage.count(country)}`}
          onClick={() => choose(country)}
        >
          <CountryPlate country={country} className="text-desk-note" /> {triage.count(country)}
        </button>
      ))}
    </>
  );
}

/** Kind and purpose share one list: a purpose stands above its kinds and means all of them. */
function kindValue({ kind, purpose }: TriageFilter): string {
  return kind ? `kind:${kind}` : purpose ? `purpose:${purpose}` : any;
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

function FilterForm() {
  const t = useTranslations("list");
  const impactNames = useTranslations("impact");
  const statusNames = useTranslations("status");
  const { filter, act } = useDesk();
  const change = (part: TriageFilter) => act({ do: "filter", filter: { ...filter, ...part } });
  const chooseKind = (value: string) => {
    const purpose = purposes.find((name) => value === `purpose:${name}`);
    const kind = purposes
      .flatMap((name) => [...kindsByPurpose[name]])
      .find((name) => value === `kind:${name}`);
    change({ purpose, kind });
  };
  const impactOptions = [...impacts].reverse().map((value) => ({ value, label: impactNames(value) }));
  const statusOptions = incidentStatuses.map((value) => ({ value, label: statusNames(value) }));
  return (
    <div className="grid gap-2">
      <Select
        label={t("anyKind")}
        value={kindValue(filter)}
        options={useKindOptions()}
        onChange={chooseKind}
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
      <Button size="small" look="quiet" onClick={() => act({ do: "filter", filter: {} })}>
        <X size={14} aria-hidden /> {t("clear")}
      </Button>
    </div>
  );
}

export function Filters({ triage }: { triage: Triage }) {
  const t = useTranslations("list");
  const { filter } = useDesk();
  const used = [filter.kind ?? filter.purpose, filter.impact, filter.status].filter(Boolean).length;
  return (
    <div className="flex items-center gap-1.5 border-b px-3 py-2.5">
      <CountryChips triage={triage} />
      <Popover.Root>
        <Popover.Trigger
          className={classes(
            chip,
            "ml-auto",
            used > 0 && "border-ink-1 bg-surface-3 font-semibold text-ink-1",
          )}
        >
          <ListFilter size={14} aria-hidden />
          {used > 0 ? t("filtered", { count: used }) : t("filter")}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="end"
            sideOffset={6}
            aria-label={t("filter")}
            className="z-40 w-72 rounded-2 bg-surface-2 p-3 shadow-lift"
          >
            <FilterForm />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
