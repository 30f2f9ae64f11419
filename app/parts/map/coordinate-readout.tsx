"use client";

import { useEffect, useRef, useState } from "react";
import { type CoordinateFormat, coordinateFormats, formatCoordinates } from "@/map/coordinates";
import type { MapEngine } from "../../map/engine/engine";
import type { MapToolTexts } from "./texts";

const storageKey = "sekong-coordinates";

function savedFormat(): CoordinateFormat {
  const saved = window.localStorage.getItem(storageKey);
  return coordinateFormats.find((format) => format === saved) ?? "decimal";
}

/** The pointer's place in the chosen coordinate format; a click chooses the next format, kept in this browser. */
export function CoordinateReadout({
  engine,
  texts,
  className,
}: {
  engine: MapEngine;
  texts: MapToolTexts;
  className?: string;
}) {
  const [format, setFormat] = useState<CoordinateFormat>(savedFormat);
  const output = useRef<HTMLOutputElement>(null);

  useEffect(() => {
    const center = engine.map.getCenter();
    const write = ({ lng, lat }: { lng: number; lat: number }) => {
      // Written without React: the pointer moves many times between two frames.
      if (output.current) output.current.textContent = formatCoordinates(lng, lat, format);
    };
    write(center);
    return engine.onPointer(write);
  }, [engine, format]);

  const next =
    coordinateFormats[(coordinateFormats.indexOf(format) + 1) % coordinateFormats.length] ?? "decimal";
  return (
    <button
      type="button"
      className={`rounded-1 bg-surface-1/80 px-2 py-0.5 text-desk-note text-ink-2 tabular-nums hover:text-ink-1 ${className ?? ""}`}
      title={`${texts.changeFormat}: ${texts.coordinateFormat[next]}`}
      onClick={() => {
        window.localStorage.setItem(storageKey, next);
        setFormat(next);
      }}
    >
      <output ref={output} aria-label={texts.coordinateFormat[format]} />
    </button>
  );
}
