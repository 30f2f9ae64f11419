"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import type { PlaceLanguage } from "@/map/gazetteer";
import { type SearchResult, search } from "@/map/search";
import { resultDetail, resultKey } from "./result-text";
import type { Searchable } from "./searchable";
import type { MapToolTexts } from "./texts";

type Props = {
  texts: MapToolTexts;
  language: PlaceLanguage;
  /** What can be found beside places, read when something is typed. */
  searchable: () => Searchable;
  /** A result was chosen: fly there, and select an incident or unit. */
  onChoose: (result: SearchResult) => void;
  className?: string;
};

type OptionProps = {
  id: string;
  result: SearchResult;
  active: boolean;
  texts: MapToolTexts;
  choose: () => void;
};

function Option({ id, result, active, texts, choose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above it owns the keyboard, as the ARIA pattern asks
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
      className={`cursor-pointer px-3 py-1.5 ${active ? "bg-surface-3" : ""}`}
    >
      <div className="font-semibold text-ink-1">{result.label}</div>
      <div className="text-desk-note text-ink-3">{resultDetail(result, texts)}</div>
    </div>
  );
}

/** One box for place names in any script, incident references and typed coordinates. */
export function MapSearch({ texts, language, searchable, onChoose, className }: Props) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const id = useId();
  const { results, error } = useMemo(
    () => (open ? search(text, { language, ...searchable() }) : { results: [], error: undefined }),
    [open, text, language, searchable],
  );
  const shown = open && text.trim().length > 0;
  const choose = (result: SearchResult | undefined) => {
    if (!result) return;
    setOpen(false);
    onChoose(result);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      setOpen(false);
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      choose(results[active]);
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || results.length === 0) return;
    event.preventDefault();
    setActive((active + step + results.length) % results.length);
  };
  return (
    <div className={`relative ${className ?? ""}`}>
      <div className="flex h-8 items-center gap-2 rounded-2 border border-line-strong bg-surface-1 px-2.5 shadow-lift focus-within:outline-2 focus-within:outline-focus">
        <Search size={15} aria-hidden className="shrink-0 text-ink-3" />
        <input
          type="text"
          role="combobox"
          aria-label={texts.searchLabel}
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-activedescendant={shown && results[active] ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={texts.searchPlaceholder}
          value={text}
          maxLength={80}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="w-full bg-transparent text-desk-body text-ink-1 outline-none placeholder:text-ink-3"
        />
      </div>
      {shown ? (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={texts.searchLabel}
          className="absolute top-full right-0 left-0 z-10 mt-1 max-h-80 overflow-auto rounded-2 bg-surface-2 py-1 shadow-lift"
        >
          {results.map((result, index) => (
            <Option
              key={resultKey(result)}
              id={`${id}-${index}`}
              result={result}
              active={index === active}
              texts={texts}
              choose={() => choose(result)}
            />
          ))}
          {results.length === 0 ? (
            <p role="status" className="px-3 py-2 text-ink-2">
              {error ? texts.coordinateError[error] : texts.nothingFound}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
