"use client";

import { Crosshair } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { type CoordinateFormat, coordinateFormats, formatCoordinates } from "@/map/coordinates";
import type { MapEngine } from "../../map/engine/engine";
import type { MapToolTexts } from "./texts";

const storageKey = "sekong-coordinates";

function savedFormat(): CoordinateFormat {
  const saved = window.localStorage.getItem(storageKey);
  return coordinateFormats.find((format) => format === saved) ?? "decimal";
}

/** The place of the pointer, or of the middle while the keyboard leads, in the chosen coordinate format; a click chooses the next format, kept in this browser. */
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
    return engine.onReadout(({ lng, lat, of }) => {
      // Written without React: the pointer moves many times between two frames.
      if (!output.current) return;
      output.current.textContent = formatCoordinates(lng, lat, format);
      output.current.dataset.of = of;
    });
  }, [engine, format]);

  const next =
    coordinateFormats[(coordinateFormats.indexOf(format) + 1) % coordinateFormats.length] ?? "decimal";
  return (
    <button
      type="button"
      className={`flex items-center gap-1.5 rounded-1 bg-surface-1/80 px-2 py-0.5 text-desk-note text-ink-2 tabular-nums hover:text-ink-1 ${className ?? ""}`}
      title={`${texts.changeFormat}: ${texts.coordinateFormat[next]}`}
      onClick={() => {
        window.localStorage.setItem(storageKey, next);
        setFormat(next);
      }}
    >
      <output
        ref={output}
        data-testid="readout"
        aria-label={texts.coordinateFormat[format]}
        className="peer"
      />
      <Crosshair
        size={12}
        role="img"
        aria-label={texts.ofMiddle}
        className="hidden shrink-0 peer-data-[of=middle]:block"
      />
    </button>
  );
}
