"use client";
/** Places, references, callsigns and typed coordinates as entries of the palette. */
import { Command, useCommandState } from "cmdk";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type SearchAnswer, type SearchResult, search } from "@/map/search";
import { usePreferences } from "../../i18n/provider";
import { useMapToolTexts } from "./map-tool-texts";
import { resultDetail, resultKey } from "./result-text";
import { useSearchable } from "./searchable";

function useAnswer(): SearchAnswer {
  const typed = useCommandState((state) => state.search);
  const { language } = usePreferences();
  const searchable = useSearchable();
  return useMemo(() => search(typed, { language, ...searchable() }), [typed, language, searchable]);
}

type Props = { itemClass: string; onChoose: (result: SearchResult) => void };

/** Shown past the palette's own filter: the gazetteer has its own search, in any script. */
export function PlaceResults({ itemClass, onChoose }: Props) {
  const t = useTranslations("palette");
  const texts = useMapToolTexts();
  const { results } = useAnswer();
  if (results.length === 0) return null;
  return (
    <Command.Group heading={t("places")} forceMount>
      {results.map((result) => (
        <Command.Item
          key={resultKey(result)}
          value={`place ${resultKey(result)}`}
          forceMount
          className={itemClass}
          onSelect={() => onChoose(result)}
        >
          <span className="font-semibold">{result.label}</span>
          <span className="min-w-0 flex-1 truncate text-right text-desk-note text-ink-2">
            {resultDetail(result, texts)}
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
