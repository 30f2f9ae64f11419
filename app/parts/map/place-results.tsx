"use client";
/** Places, references and typed coordinates as entries of the palette. */
import { Command, useCommandState } from "cmdk";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import { type SearchAnswer, type SearchResult, search } from "@/map/search";
import { usePreferences } from "../../i18n/provider";
import { useLive } from "../../live/hooks/use-live";
import { useMapToolTexts } from "./map-tool-texts";

function useAnswer(): SearchAnswer {
  const typed = useCommandState((state) => state.search);
  const { language } = usePreferences();
  const { store } = useLive().client;
  return useMemo(() => {
    const incidents = [...store.picture.incidents.values()]
      .filter(isIncident)
      .map(({ id, ref, place }) => ({ id, ref, lng: place.lng, lat: place.lat }));
    return search(typed, { language, incidents });
  }, [typed, language, store]);
}

function useDetail(): (result: SearchResult) => string {
  const texts = useMapToolTexts();
  return (result) => {
    if (result.type === "incident") return texts.incident;
    if (result.type === "coordinates") return texts.coordinateFormat[result.format];
    const parts = [texts.placeKind[result.kind], result.within];
    return [...parts, result.approximate ? texts.showsProvince : undefined].filter(Boolean).join(" · ");
  };
}

type Props = { itemClass: string; onChoose: (result: SearchResult) => void };

/** Shown past the palette's own filter: the gazetteer has its own search, in any script. */
export function PlaceResults({ itemClass, onChoose }: Props) {
  const t = useTranslations("palette");
  const detail = useDetail();
  const { results } = useAnswer();
  if (results.length === 0) return null;
  return (
    <Command.Group heading={t("places")} forceMount>
      {results.map((result) => (
        <Command.Item
          key={`${result.type} ${result.type === "coordinates" ? result.label : result.id}`}
          value={`place ${result.type === "coordinates" ? result.label : result.id}`}
          forceMount
          className={itemClass}
          onSelect={() => onChoose(result)}
        >
          <span className="font-semibold">{result.label}</span>
          <span className="min-w-0 flex-1 truncate text-right text-desk-note text-ink-2">
            {detail(result)}
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** Shown when neither an entry of the palette nor a place matches, with what is wrong with typed coordinates. */
export function NothingFound() {
  const t = useTranslations("palette");
  const texts = useMapToolTexts();
  const count = useCommandState((state) => state.filtered.count);
  const { results, error } = useAnswer();
  if (count > 0 || results.length > 0) return null;
  return (
    <p role="status" className="p-6 text-center text-ink-2">
      {error ? texts.coordinateError[error] : t("none")}
    </p>
  );
}
