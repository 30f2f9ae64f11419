"use client";
/** The bar over the triage list: one side or both, and a form for everything else. */
import { ListFilter } from "lucide-react";
import { Popover } from "radix-ui";
import { useTranslations } from "use-intl";
import { type Country, countries } from "@/domain/vocabulary";
import type { Triage } from "../../live/views/triage";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { useDesk } from "./desk";
import { FilterForm } from "./filter-form";

const chip =
  "inline-flex h-7 items-center gap-1.5 rounded-full border border-line px-2 text-desk-note whitespace-nowrap text-ink-2 aria-pressed:border-line-strong aria-pressed:bg-surface-3 aria-pressed:text-ink-1";

function CountryChips({ triage }: { triage: Triage }) {
  const t = useTranslations("list");
  const names = useTranslations("country");
  const { filter, dispatch } = useDesk();
  const choose = (country: Country | undefined) => dispatch({ do: "filter", filter: { ...filter, country } });
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
