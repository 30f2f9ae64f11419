"use client";

import { Ruler } from "lucide-react";
import { useEffect, useState } from "react";
import type { MapEngine } from "../../map/engine/engine";
import type { Measured } from "../../map/engine/options";
import type { MapToolTexts } from "./texts";

/** Metres under a kilometre, else kilometres; one decimal below ten. */
function distanceText(metres: number): string {
  if (metres < 1_000) return `${Math.round(metres)} m`;
  const kilometres = metres / 1_000;
  return `${kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres)} km`;
}

/** Degrees with three digits, as bearings are spoken. */
function bearingText(degrees: number): string {
  return `${String(Math.round(degrees) % 360).padStart(3, "0")}°`;
}

/** Turns measuring on and off, and shows the length of the line and the bearing of its last leg. */
export function MeasureTool({
  engine,
  texts,
  className,
}: {
  engine: MapEngine;
  texts: MapToolTexts;
  className?: string;
}) {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => engine.onMeasure(setMeasured), [engine]);
  const active = measured !== null;
  useEffect(() => {
    if (!active) return;
    const end = (event: KeyboardEvent) => {
      if (event.key === "Escape") engine.measure.set(false);
    };
    window.addEventListener("keydown", end);
    return () => window.removeEventListener("keydown", end);
  }, [active, engine]);
  const label = active ? texts.measureEnd : texts.measure;
  return (
    <div className="relative">
      <button
        type="button"
        aria-pressed={active}
        aria-label={label}
        title={label}
        onClick={() => engine.measure.set(!active)}
        className={`grid size-8 place-items-center hover:bg-surface-3 ${className ?? ""}`}
      >
        <Ruler size={16} aria-hidden />
      </button>
      {measured && measured.points.length > 1 ? (
        <output className="absolute top-0 right-full mr-2 flex h-8 items-center whitespace-nowrap rounded-2 bg-surface-1 px-3 font-semibold text-desk-body text-ink-1 tabular-nums shadow-lift">
          {distanceText(measured.metres)}
          {measured.bearing === undefined ? null : (
            <span className="pl-3 font-normal text-ink-2">
              {texts.bearing} {bearingText(measured.bearing)}
            </span>
          )}
        </output>
      ) : null}
    </div>
  );
}
