"use client";
import { useTranslations } from "use-intl";
import type { Place } from "@/domain/place";
import { coordinates } from "./format";
import { nearestName } from "./nearest-place";
import { usePreferences } from "./provider";

/** The place in a word or two: nearest named place, else the province, else the coordinates. */
export function usePlaceName(place: Place): string {
  const { language } = usePreferences();
  const province = useTranslations("province");
  return nearestName(place, language) ?? (place.province ? province(place.province) : coordinates(place));
}

/** Nearest named place and province. */
export function useFullPlaceName(place: Place): string {
  const { language } = usePreferences();
  const province = useTranslations("province");
  const near = nearestName(place, language);
  const named = place.province ? province(place.province) : undefined;
  const parts = [near, named].filter((part, index, all) => part !== undefined && all.indexOf(part) === index);
  return parts.length > 0 ? parts.join(", ") : coordinates(place);
}
