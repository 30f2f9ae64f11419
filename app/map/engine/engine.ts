/**
 * The map engine: a plain class outside React. It is fed incidents and units and keeps what it draws; nothing it does
 * for one change depends on how much it holds.
 */
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { type GeoJSONSource, Map as MapLibre, ScaleControl, setWorkerUrl } from "maplibre-gl";
import type { PlaceLanguage } from "@/map/gazetteer";
import { attribution, palettes, type Theme } from "@/map/style";
import type { MapChange, MapIncident, MapUnit, StaleSide } from "../types";
import { listenForClicks } from "./clicks";
import { type ComposeState, composeStyle, restyle } from "./compose";
import { areaFeature, incidentFeature, pressureOf, sourceOf, unitFeature } from "./features";
import { Feed } from "./feed";
import { drawImagesOnDemand } from "./images";
import { Pulses, Selection, StalePlate } from "./markers";
import { Measure } from "./measure";
import type { EngineOptions, MapTexts } from "./options";
import { Spider } from "./spider";

/** The five border provinces with a little room; the opening view. */
export const borderBounds: [[number, number], [number, number]] = [
  [104.32, 12.98],
  [107.72, 15.32],
];
/** Panning stops where the built land ends. */
const landBounds: [[number, number], [number, number]] = [
  [101, 9.5],
  [110.6, 19.5],
];
const flushMilliseconds = 500;
const stalePlaces = { KH: [105.7, 13.42], LA: [106.3, 14.95], all: [105.95, 14.2] } as const;

export class MapEngine {
  readonly map: MapLibre;
  readonly #options: EngineOptions;
  readonly #incidents = new Map<string, MapIncident>();
  readonly #feeds: Record<"incidents" | "urgent" | "areas" | "units", Feed>;
  readonly #selection: Selection;
  readonly #pulses: Pulses;
  readonly #plate: StalePlate;
  readonly #spider: Spider;
  readonly measure: Measure;
  #state: ComposeState;
  #style: StyleSpecification;
  #ready = false;
  #picking = false;
  #selected: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #note: HTMLElement;
  #texts: MapTexts;
  #staleSince = "";

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#texts = options.texts;
    const base = new URL(options.base ?? "/map", window.location.href).href.replace(/\/$/, "");
    setWorkerUrl(`${base}/vendor/maplibre-gl-worker.mjs`);
    const { theme, language, screen, container } = options;
    this.#state = { theme, language, screen, base, stale: null };
    this.#style = composeStyle(this.#state);
    this.map = this.#createMap();
    const feed = (name: string) => new Feed(() => this.map.getSource<GeoJSONSource>(name));
    this.#feeds = {
      incidents: feed("incidents"),
      urgent: feed("urgent"),
      areas: feed("areas"),
      units: feed("units"),
    };
    this.#selection = new Selection(this.map, screen);
    this.#pulses = new Pulses(this.map, screen, options.reducedMotion);
    this.#plate = new StalePlate(this.map);
    this.#spider = new Spider(this.map, screen);
    this.measure = new Measure(this.map, (measured) => options.onMeasure?.(measured));
    container.classList.add("sekong-map", `sekong-${screen}`);
    this.#note = this.#createNote();
    this.#applyTheme();
    this.#listen();
  }

  #createMap(): MapLibre {
    const { container, screen, reducedMotion, texts } = this.#options;
    const map = new MapLibre({
      container,
      style: this.#style,
      bounds: borderBounds,
      fitBoundsOptions: { padding: screen === "wall" ? 24 : 8 },
      maxBounds: landBounds,
      minZoom: 5,
      maxZoom: 16,
      interactive: screen !== "wall",
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: reducedMotion || screen === "wall" ? 0 : 120,
      locale: { "Map.Title": texts.mapLabel },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    if (screen !== "wall") map.addControl(new ScaleControl({ maxWidth: 110 }), "bottom-left");
    drawImagesOnDemand(map, screen);
    return map;
  }

  #createNote(): HTMLElement {
    const note = document.createElement("div");
    note.className = "sekong-map-note";
    const words = document.createElement("span");
    words.textContent = this.#options.texts.indicative;
    const credits = document.createElement("small");
    credits.textContent = attribution;
    note.append(words, credits);
    this.#options.container.append(note);
    return note;
  }

  #listen(): void {
    const { container, onPointer, onPick, onSelect } = this.#options;
    container.dataset.mapIdle = "false";
    this.map.on("load", () => {
      this.#ready = true;
      for (const feed of Object.values(this.#feeds)) feed.flush();
    });
    this.map.on("dataloading", () => {
      container.dataset.mapIdle = "false";
    });
    this.map.on("idle", () => this.#nowIdle());
    this.map.on("moveend", () => this.#tellInView());
    this.map.on("mousemove", ({ lngLat }) => onPointer?.(lngLat.lng, lngLat.lat));
    this.map.on("error", ({ error }) => console.error("map", error));
    if (this.#state.screen === "wall") return;
    listenForClicks({
      map: this.map,
      spider: this.#spider,
      measure: this.measure,
      picking: () => this.#picking,
      select: (id) => onSelect(id),
      pick: (lng, lat) => onPick?.(lng, lat),
      easeTo: (center, zoom) => this.map.easeTo({ center, zoom, duration: this.#duration(600) }),
    });
  }

  #duration(milliseconds: number): number {
    return this.#options.reducedMotion ? 0 : milliseconds;
  }

  #nowIdle(): void {
    const { dataset } = this.#options.container;
    const waiting = Object.values(this.#feeds).some((feed) => feed.waiting > 0);
    dataset.mapIncidents = String(this.#incidents.size);
    dataset.mapDrawn = String(this.drawn());
    dataset.mapIdle = String(this.#ready && !waiting);
  }

  /** Incidents drawn in the viewport now, those inside clusters counted. */
  drawn(): number {
    const seen = new Map<string, number>();
    for (const { layer, properties } of this.map.queryRenderedFeatures({
      layers: ["urgent", "incidents", "clusters"],
    })) {
      const cluster = layer.id === "clusters";
      seen.set(
        cluster ? `c${properties.cluster_id}` : String(properties.id),
        cluster ? properties.point_count : 1,
      );
    }
    return [...seen.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Replaces the whole picture; for the first one and after a reload. */
  setAll(incidents: Iterable<MapIncident>): void {
    this.#incidents.clear();
    for (const incident of incidents) this.#incidents.set(incident.id, incident);
    const all = [...this.#incidents.values()];
    const of = (name: "incidents" | "urgent") =>
      all.filter((incident) => sourceOf(incident) === name).map(incidentFeature);
    this.#feeds.incidents.replace(of("incidents"));
    this.#feeds.urgent.replace(of("urgent"));
    this.#feeds.areas.replace(all.flatMap((incident) => areaFeature(incident) ?? []));
    this.#showSelection();
    this.#tellInView();
  }

  /** Draws what changed: what is new or of very high impact at once, the rest gathered into two updates a second. */
  apply(changes: readonly MapChange[]): void {
    let pressing = false;
    for (const { id, after } of changes) {
      const before = this.#incidents.get(id);
      this.#applyOne(id, after);
      if (after && (!before || after.impact === "very-high")) pressing = true;
      if (after && this.#ready) this.#pulses.show(after);
    }
    if (changes.some(({ id }) => id === this.#selected)) this.#showSelection();
    if (pressing) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), flushMilliseconds);
  }

  #applyOne(id: string, incident: MapIncident | undefined): void {
    const { incidents, urgent, areas } = this.#feeds;
    if (!incident) {
      this.#incidents.delete(id);
      for (const feed of [incidents, urgent, areas]) feed.remove(id);
      return;
    }
    this.#incidents.set(id, incident);
    const [into, outOf] = sourceOf(incident) === "urgent" ? [urgent, incidents] : [incidents, urgent];
    into.put(incidentFeature(incident));
    outOf.remove(id);
    const area = areaFeature(incident);
    if (area) areas.put(area);
    else areas.remove(id);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#ready) return;
    this.#options.container.dataset.mapIdle = "false";
    for (const feed of Object.values(this.#feeds)) feed.flush();
    this.#tellInView();
  }

  /** Puts the units that are to be seen; the whole list, for positions are few and latest wins. */
  setUnits(units: readonly MapUnit[]): void {
    this.#feeds.units.replace(units.map(unitFeature));
  }

  /** Marks the selected incident, or none. */
  select(id: string | null): void {
    this.#selected = id;
    this.#showSelection();
  }

  #showSelection(): void {
    this.#selection.show(this.#selected === null ? undefined : this.#incidents.get(this.#selected));
  }

  /** Moves the camera to a place: 800 ms, or at once with reduced motion. */
  flyTo(lng: number, lat: number, zoom = Math.max(this.map.getZoom(), 10)): void {
    this.map.flyTo({ center: [lng, lat], zoom, duration: this.#duration(800) });
  }

  /** Moves the camera to a box of west, south, east, north. */
  fitBox([west, south, east, north]: readonly [number, number, number, number]): void {
    this.map.fitBounds([west, south, east, north], { padding: 24, duration: this.#duration(800) });
  }

  /** Back to the five provinces. */
  goHome(): void {
    this.map.fitBounds(borderBounds, { padding: 8, duration: this.#duration(800) });
  }

  zoomBy(steps: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + steps, duration: this.#duration(200) });
  }

  /** Writes the map in another language; the texts are the engine's own few words in it. */
  setLanguage(language: PlaceLanguage, texts: MapTexts = this.#texts): void {
    this.#texts = texts;
    this.#restyle({ language });
    this.#note.firstElementChild?.replaceChildren(texts.indicative);
    this.map.getCanvas().setAttribute("aria-label", texts.mapLabel);
    this.setStale(this.#state.stale, this.#staleSince);
  }

  setTheme(theme: Theme): void {
    this.#restyle({ theme });
    this.#applyTheme();
  }

  /** Shows one side's part, or all, as old: its land in dots, its symbols grey, a plate with the time. */
  setStale(stale: StaleSide, since = ""): void {
    this.#staleSince = since;
    this.#restyle({ stale });
    const [lng, lat] = stalePlaces[stale ?? "all"];
    this.#plate.show(stale === null ? null : this.#texts.staleSince(stale, since), [lng, lat]);
  }

  #restyle(change: Partial<ComposeState>): void {
    this.#state = { ...this.#state, ...change };
    const next = composeStyle(this.#state);
    const previous = this.#style;
    this.#style = next;
    if (this.map.isStyleLoaded() || this.#ready) restyle(this.map, previous, next);
    else this.map.once("style.load", () => restyle(this.map, previous, next));
  }

  #applyTheme(): void {
    const { style } = this.#options.container;
    const { surface, ink1, ink2, ink3, stale, focus, out } = palettes[this.#state.theme];
    for (const [name, value] of Object.entries({ surface, ink1, ink2, ink3, stale, focus, out })) {
      style.setProperty(`--sekong-${name}`, value);
    }
  }

  /** While picking, the next click names a place instead of selecting. */
  setPicking(picking: boolean): void {
    this.#picking = picking;
    this.map.getCanvas().style.cursor = picking ? "crosshair" : "";
  }

  /** The incidents within the view, most pressing first. */
  inView(): MapIncident[] {
    const bounds = this.map.getBounds();
    return [...this.#incidents.values()]
      .filter(({ place }) => bounds.contains([place.lng, place.lat]))
      .sort((left, right) => pressureOf(right) - pressureOf(left) || left.ref.localeCompare(right.ref));
  }

  #tellInView(): void {
    const { onInView } = this.#options;
    if (onInView) onInView(this.inView());
  }

  resize(): void {
    this.map.resize();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#note.remove();
    this.map.remove();
  }
}
