"use client";
/** Coded facts in the reader's words, one function per field: for the facts themselves and for proposed changes. */
import { useFormatter, useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import type { Place } from "@/domain/place";
import type { Proposal } from "@/domain/proposal/schema";
import { detailNames } from "@/domain/vocabulary";
import { coordinates, useFormats } from "../../i18n/format";
import { nearestName } from "../../i18n/nearest-place";
import { usePreferences } from "../../i18n/provider";
import { useNow } from "../../live/ticker";
import { useDetailText } from "./detail-text";

type Listed = Required<Pick<Incident, "people" | "drugs" | "vehicles" | "response">>;

/** The lists of an incident, each as one text. */
export function useListTexts(): { [Name in keyof Listed]: (list: Listed[Name]) => string } {
  const role = useTranslations("personRole");
  const sex = useTranslations("sex");
  const age = useTranslations("ageBand");
  const substance = useTranslations("substance");
  const unit = useTranslations("drugUnit");
  const report = useTranslations("report");
  const detail = useTranslations("detail");
  const action = useTranslations("action");
  const state = useTranslations("responseState");
  const format = useFormatter();
  return {
    people: (people) =>
      people
        .map((group) => {
          const known = [
            group.sex !== "unknown" ? sex(group.sex) : "",
            group.ageBand !== "unknown" ? age(group.ageBand) : "",
          ];
          const details = known.filter(Boolean).join(", ");
          const { count } = group;
          const named = detail("people", { count, role: role(group.role, { count }) });
          return details ? `${named} (${details})` : named;
        })
        .join("; "),
    drugs: (drugs) =>
      drugs
        .map((drug) => {
          const measure = drug.unit ? unit(drug.unit) : "";
          const amount =
            drug.quantity !== undefined ? `${format.number(drug.quantity)} ${measure}`.trim() : "";
          const pieces = drug.count !== undefined ? `${report("pieces")} ${format.number(drug.count)}` : "";
          return [substance(drug.substance), amount, pieces, drug.packaging, drug.concealment]
            .filter(Boolean)
            .join(", ");
        })
        .join("; "),
    vehicles: (vehicles) =>
      vehicles.map(({ kind, colour, count }) => [count, colour, kind].filter(Boolean).join(" ")).join("; "),
    response: (response) =>
      response.map((step) => `${action(step.action)} (${state(step.state)})`).join("; "),
  };
}

export type Facts = Proposal["changes"];
export type FactName = keyof Facts;

/** What a proposal may change, in the order in which it is read. */
export const factNames: readonly FactName[] = [
  ...(["kind", "impact", "dangerToLife", "place", "occurredAt"] as const),
  ...detailNames,
  ...(["people", "drugs", "vehicles", "response", "grading", "handling"] as const),
];

type Writers = { [Name in FactName]-?: (value: NonNullable<Facts[Name]>) => string };

/** One field's value in words; the word for nothing where it has none. */
export function useFactText(): (facts: Facts, name: FactName) => string {
  const t = useTranslations("proposal");
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const handling = useTranslations("handling");
  const { language } = usePreferences();
  const { moment } = useFormats();
  const now = useNow(60_000);
  const placeText = (place: Place) =>
    [nearestName(place, language), coordinates(place)].filter(Boolean).join(", ");
  const writers: Writers = {
    ...useListTexts(),
    ...useDetailText(),
    kind: (value) => kind(value),
    impact: (value) => impact(value),
    place: placeText,
    occurredAt: (value) => moment(value, now),
    grading: ({ source, info }) => `${source}${info}`,
    handling: (value) => `${value} ${handling(value)}`,
    dangerToLife: (value) => t(value ? "yes" : "no"),
  };
  return (facts, name) => {
    const value = facts[name];
    // Each writer takes its own field's value; the compiler cannot follow the name to it.
    const write = writers[name] as (value: unknown) => string;
    return (value === undefined ? "" : write(value)) || t("nothing");
  };
}
