"use client";

import { useEffect, useRef } from "react";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { Screen, Theme } from "@/map/style/palette";
import type { IncidentFilter } from "./engine/content/picture";
import type { MapEngine } from "./engine/engine";
import type { MapTexts } from "./engine/options";
import type { MapChange, MapDrawing, MapIncident, MapUnit, StaleSide } from "./types";

export type { MapEngine } from "./engine/engine";
export type { MapTexts, Measured } from "./engine/options";

export type MapViewProps = {
  screen: Screen;
  theme: Theme;
  language: PlaceLanguage;
  texts: MapTexts;
  /** The whole picture now, undefined before there is one; read when the map starts and at each reset. */
  getAll: () => Iterable<MapIncident> | undefined;
  /** Called with what changed, or `null` when the picture was replaced. Returns an unsubscribe function. */
  subscribe: (listener: (changes: readonly MapChange[] | null) => void) => () => void;
  units?: readonly MapUnit[];
  drawings?: readonly MapDrawing[];
  selectedId?: string | null;
  stale?: StaleSide;
  /** Local time of the last good picture, shown on the plate. */
  staleSince?: string;
  picking?: boolean;
  /** The incidents that are drawn; all without one. A new function draws the whole again. */
  filter?: IncidentFilter;
  /** The unit that is ringed. */
  selectedUnit?: string | null;
  onSelect?: (id: string | null) => void;
  onUnit?: (id: string) => void;
  onPick?: (lng: number, lat: number) => void;
  /** The engine once it runs, for buttons and search; null when it is destroyed. */
  onEngine?: (engine: MapEngine | null) => void;
  /** The map could not be drawn: no WebGL, or its files could not be loaded. */
  onFail?: (error: unknown) => void;
  className?: string;
};

/**
 * The map in a page. It loads the engine and MapLibre when it mounts, so that pages without a map load neither. The
 * engine follows the picture through `subscribe`: no incident passes through React.
 */
export function MapView(props: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const engine = useRef<MapEngine | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    let gone = false;
    let unsubscribe: (() => void) | undefined;
    const start = async () => {
      const { MapEngine: Engine } = await import("./engine/engine");
      if (gone || !container.current) return;
      const { screen, theme, language, texts, getAll, subscribe } = latest.current;
      const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      const made = new Engine({
        container: container.current,
        screen,
        theme,
        language,
        texts,
        reducedMotion,
        onSelect: (id) => latest.current.onSelect?.(id),
        onUnit: (id) => latest.current.onUnit?.(id),
        onPick: (lng, lat) => latest.current.onPick?.(lng, lat),
      });
      engine.current = made;
      const setAll = () => {
        const all = getAll();
        if (all) made.setAll(all);
      };
      unsubscribe = subscribe((changes) => (changes ? made.apply(changes) : setAll()));
      setAll();
      follow(made, latest.current);
      latest.current.onEngine?.(made);
    };
    start().catch((error: unknown) => {
      console.error("the map did not start", error);
      latest.current.onFail?.(error);
    });
    return () => {
      gone = true;
      unsubscribe?.();
      engine.current?.destroy();
      engine.current = null;
      latest.current.onEngine?.(null);
    };
  }, []);

  const { theme, language, texts, selectedId, stale, staleSince, units, drawings, picking } = props;
  const { filter, selectedUnit } = props;
  useEffect(() => engine.current?.setTheme(theme), [theme]);
  useEffect(() => engine.current?.setLanguage(language, texts), [language, texts]);
  useEffect(() => engine.current?.select(selectedId ?? null), [selectedId]);
  useEffect(() => engine.current?.setStale(stale ?? null, staleSince), [stale, staleSince]);
  useEffect(() => engine.current?.setFilter(filter), [filter]);
  useEffect(() => engine.current?.setUnits(units ?? []), [units]);
  useEffect(() => engine.current?.selectUnit(selectedUnit ?? null), [selectedUnit]);
  useEffect(() => engine.current?.setDrawings(drawings ?? []), [drawings]);
  useEffect(() => engine.current?.setPicking(picking ?? false), [picking]);

  return <div ref={container} className={props.className} style={{ width: "100%", height: "100%" }} />;
}

function follow(engine: MapEngine, props: MapViewProps): void {
  const { selectedId, stale, staleSince, units, drawings, picking, filter, selectedUnit } = props;
  engine.setFilter(filter);
  engine.select(selectedId ?? null);
  engine.setStale(stale ?? null, staleSince);
  engine.setUnits(units ?? []);
  engine.selectUnit(selectedUnit ?? null);
  engine.setDrawings(drawings ?? []);
  engine.setPicking(picking ?? false);
}
