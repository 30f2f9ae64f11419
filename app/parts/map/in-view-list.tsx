"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { MapEngine } from "../../map/engine/engine";
import type { MapIncident } from "../../map/types";
import type { MapToolTexts } from "./texts";

const most = 40;

/**
 * The incidents in view as a list, most urgent first: the map for screen readers. `describe` puts one into words.
 * Visually hidden until it has the keyboard focus.
 */
export function InViewList({
  engine,
  texts,
  describe,
  onSelect,
}: {
  engine: MapEngine;
  texts: MapToolTexts;
  describe: (incident: MapIncident) => ReactNode;
  onSelect: (id: string) => void;
}) {
  const [incidents, setIncidents] = useState<readonly MapIncident[]>([]);
  const [more, setMore] = useState(0);
  useEffect(
    () =>
      engine.onInView((all) => {
        setIncidents(all.slice(0, most));
        setMore(Math.max(0, all.length - most));
      }),
    [engine],
  );
  return (
    <section
      aria-label={texts.inView}
      className="sr-only bg-surface-1 focus-within:not-sr-only focus-within:absolute focus-within:top-14 focus-within:left-3 focus-within:max-h-[65%] focus-within:z-10 focus-within:w-72 focus-within:overflow-auto focus-within:rounded-2 focus-within:p-2 focus-within:shadow-lift"
    >
      {incidents.length === 0 ? <p>{texts.nothingInView}</p> : null}
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <button
              type="button"
              className="w-full rounded-1 px-2 py-1 text-left text-ink-1 hover:bg-surface-3"
              onClick={() => onSelect(incident.id)}
            >
              {describe(incident)}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="px-2 py-1 text-ink-2">{texts.moreInView(more)}</p> : null}
    </section>
  );
}
