"use client";

import { useEffect, useState } from "react";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { OwnLayer } from "@/map/layers/describe";
import type { MapEngine } from "../engine/engine";

type Props = {
  engine: MapEngine;
  layers: readonly OwnLayer[];
  /** The address the layers' files are served from. */
  folder: string;
  language: PlaceLanguage;
  label: string;
};

/** The operator's own layers as check boxes, each with its attribution. */
export function LayerControl({ engine, layers, folder, language, label }: Props) {
  const [shown, setShown] = useState(
    () => new Set(layers.filter((layer) => layer.shown).map((layer) => layer.id)),
  );
  useEffect(() => {
    const wanted = layers.filter((layer) => shown.has(layer.id));
    engine.showLayers(wanted, folder).catch((error: unknown) => console.error("own layers", error));
  }, [engine, layers, folder, shown]);
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    setShown(next);
  };
  return (
    <fieldset className="grid gap-1.5 text-[13px]">
      <legend className="pb-1 font-semibold text-[12px] text-ink-3">{label}</legend>
      {layers.map((layer) => (
        <label key={layer.id} className="flex items-start gap-2 text-ink-1">
          <input
            type="checkbox"
            checked={shown.has(layer.id)}
            onChange={() => toggle(layer.id)}
            className="mt-1"
          />
          <span>
            {layer.title[language] ?? layer.title.en}
            <small className="block text-ink-3">{layer.attribution}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
