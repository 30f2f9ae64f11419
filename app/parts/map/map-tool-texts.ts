"use client";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { positionFreshnesses } from "@/domain/freshness/positions";
import { countries, impacts } from "@/domain/vocabulary";
import { rings } from "../../map/symbols/catalogue";
import type { MapToolTexts } from "./texts";

const placeKinds = ["province", "district", "town", "crossing", "post", "river", "liaison-office"] as const;
const coordinateErrors = ["out-of-range", "incomplete", "not-mgrs", "outside-area"] as const;
const coordinateFormats = ["decimal", "dms", "utm", "mgrs"] as const;

function named<Key extends string>(keys: readonly Key[], text: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, text(key)])) as Record<Key, string>;
}

/** The texts of the map's tools, from the message files. */
export function useMapToolTexts(): MapToolTexts {
  const t = useTranslations("mapTool");
  const draw = useTranslations("draw");
  const impact = useTranslations("impact");
  const country = useTranslations("country");
  return useMemo(
    () => ({
      searchLabel: t("searchLabel"),
      searchPlaceholder: t("searchPlaceholder"),
      nothingFound: t("nothingFound"),
      showsProvince: t("showsProvince"),
      incident: t("incident"),
      placeKind: named(placeKinds, (key) => t(`placeKind.${key}`)),
      coordinateError: named(coordinateErrors, (key) => t(`coordinateError.${key}`)),
      coordinateFormat: named(coordinateFormats, (key) => t(`coordinateFormat.${key}`)),
      changeFormat: t("changeFormat"),
      ofMiddle: t("ofMiddle"),
      unit: t("unit"),
      measure: t("measure"),
      measureEnd: t("measureEnd"),
      bearing: t("bearing"),
      legend: t("legend"),
      legendImpact: t("legendImpact"),
      legendRing: t("legendRing"),
      legendOwner: t("legendOwner"),
      impact: named(impacts, (key) => impact(key)),
      ring: named(rings, (key) => t(`ring.${key}`)),
      owner: named(countries, (key) => country(key)),
      legendUnits: t("legendUnits"),
      freshness: named(positionFreshnesses, (key) => t(`freshness.${key}`)),
      coarse: t("coarse"),
      cluster: t("cluster"),
      border: t("border"),
      drawings: draw("lines"),
      inView: t("inView"),
      nothingInView: t("nothingInView"),
      moreInView: (count) => t("moreInView", { count }),
    }),
    [t, draw, impact, country],
  );
}
