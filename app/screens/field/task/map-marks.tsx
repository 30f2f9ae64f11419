"use client";
/** What this screen draws over its map: the unit's own place, and the straight line to where it is sent. */
import { Navigation } from "lucide-react";
import { useEffect, useRef } from "react";
import type { LngLat } from "@/domain/geo";
import type { Country } from "@/domain/vocabulary";
import type { MapEngine } from "../../../map/map-view";
import { classes } from "../../../ui/classes";
import type { MyPosition } from "../use-unit";

type Point = { x: number; y: number };

/** How far the line ends from each mark, pixels. */
const shortOfTarget = 34;
const shortOfMe = 17;

/** A line from one point towards another that leaves both marks free; empty where they lie too near each other. */
export function lineBetween(me: Point, target: Point): string {
  const [dx, dy] = [target.x - me.x, target.y - me.y];
  const length = Math.hypot(dx, dy);
  if (length <= shortOfTarget + shortOfMe) return "";
  const at = (distance: number) =>
    `${(me.x + (dx / length) * distance).toFixed(1)} ${(me.y + (dy / length) * distance).toFixed(1)}`;
  return `M${at(shortOfMe)}L${at(length - shortOfTarget)}`;
}

type Props = { engine: MapEngine; country: Country; me: MyPosition; target: LngLat };

export function MapMarks({ engine, country, me, target }: Props) {
  const lines = useRef<SVGGElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { map } = engine;
    const draw = () => {
      const here = map.project([me.lng, me.lat]);
      const path = lineBetween(here, map.project([target.lng, target.lat]));
      for (const line of lines.current?.children ?? []) line.setAttribute("d", path);
      mark.current?.style.setProperty("transform", `translate(${here.x}px, ${here.y}px)`);
    };
    draw();
    map.on("move", draw);
    map.on("resize", draw);
    return () => {
      map.off("move", draw);
      map.off("resize", draw);
    };
  }, [engine, me, target]);
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-0 z-[1] overflow-hidden"
      data-testid="map-marks"
    >
      <svg className="absolute inset-0 size-full" aria-hidden>
        <g ref={lines} fill="none" strokeLinecap="round">
          <path stroke="var(--map-halo)" strokeWidth="7" />
          <path stroke="var(--ink-1)" strokeWidth="3" strokeDasharray="0.5 7" />
        </g>
      </svg>
      <div ref={mark} className="absolute top-0 left-0">
        <span
          className={classes(
            "absolute -top-[17px] -left-[17px] grid size-[34px] place-items-center rounded-full bg-ink-1 text-ink-inverse",
            country === "KH" ? "border-[3px] border-kh" : "border-[6px] border-double border-la",
          )}
        >
          <Navigation
            size={15}
            style={me.headingDeg === undefined ? undefined : { rotate: `${me.headingDeg - 45}deg` }}
          />
        </span>
      </div>
    </div>
  );
}
