"use client";

import { useEffect, useState } from "react";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { OwnLayer } from "@/map/layers/describe";
import type { MapEngine } from "../../map/engine/engine";

/** Which of the operator's layers the engine shows: at first those that are marked as shown. */
export function useShownLayers(
  engine: MapEngine | null,
  layers: readonly OwnLayer[],
  folder: string,
): { shown: ReadonlySet<string>; toggle: (id: string) => void } {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isShown = ({ id, shown }: OwnLayer) => changed.get(id) ?? shown;
  const ids = layers
    .filter(isShown)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    if (!engine) return;
    const wanted = new Set(ids.split(","));
    const shown = layers.filter(({ id }) => wanted.has(id));
    engine.showLayers(shown, folder).catch((error: unknown) => console.error("own layers", error));
  }, [engine, layers, folder, ids]);
  const shown = new Set(layers.filter(isShown).map(({ id }) => id));
  return { shown, toggle: (id) => setChanged(new Map(changed).set(id, !shown.has(id))) };
}

type Props = {
  layers: readonly OwnLayer[];
  shown: ReadonlySet<string>;
  toggle: (id: string) => void;
  language: PlaceLanguage;
  label: string;
};

/** The operator's own layers as check boxes, each with its attribution. */
export function LayerControl({ layers, shown, toggle, language, label }: Props) {
  return (
    <fieldset className="grid gap-1.5 text-desk-body">
      <legend className="pb-1 font-semibold text-desk-note text-ink-3">{label}</legend>
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
