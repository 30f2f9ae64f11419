/**
 * The map engine: a plain class outside React, fed with incidents, units and drawings by id. The cost of one change does
 * not depend on how much it holds.
 */
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { type Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import type { DrawingGeometry } from "@/domain/drawing/schema";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { OwnLayer } from "@/map/layers/describe";
import { boxOf } from "@/map/places/box";
import type { FoundPlace } from "@/map/search";
import type { Theme } from "@/map/style";
import { type Listener, Listeners } from "../../lib/listeners";
import type { MapChange, MapDrawing, MapIncident, MapUnit, StaleSide } from "../types";
import { Appearance } from "./appearance";
import { Camera } from "./camera";
import { Found } from "./content/found";
import type { IncidentFilter } from "./content/picture";
import { UnitMark } from "./content/unit-mark";
import { createMap } from "./frame";
import { MapStyle } from "./layers/map-style";
import type { EngineOptions, MapTexts, Measured, Screen } from "./options";
import { Scene } from "./scene";
import { listenForClicks } from "./tools/clicks";
import { Measure } from "./tools/measure";
import { Readout, type ReadoutPlace } from "./tools/readout-place";
import type { SketchOptions } from "./tools/sketch";
import { SketchSession } from "./tools/sketch-session";

export class MapEngine {
  readonly map: MapLibre;
  readonly camera: Camera;
  readonly measure: Measure;
  readonly #scene: Scene;
  readonly #appearance: Appearance;
  readonly #sketch: SketchSession;
  readonly #found: Found;
  readonly #unit: UnitMark;
  readonly #readout: Readout;
  readonly #measured = new Listeners<Measured | null>();
  readonly #drawingClicks = new Listeners<string>();
  readonly #screen: Screen;
  #picking = false;

  /** Throws when the browser has no WebGL. */
  constructor(options: EngineOptions) {
    const { theme, language, screen, reducedMotion } = options;
    const base = new URL(options.base ?? "/map", window.location.href).href.replace(/\/$/, "");
    setWorkerUrl(`${base}/vendor/maplibre-gl-worker.mjs`);
    const style = new MapStyle({ theme, language, screen, base, stale: null });
    this.map = createMap(options, style.style);
    this.camera = new Camera(this.map, screen, reducedMotion);
    this.#appearance = new Appearance(this.map, style, options);
    this.#screen = screen;
    this.#scene = new Scene(this.map, base, options);
    this.measure = new Measure(this.map, (measured) => this.#measured.notify(measured));
    this.#sketch = new SketchSession(this.map, () => this.#appearance.theme);
    this.#found = new Found(this.map, this.camera);
    this.#unit = new UnitMark(this.map, screen);
    this.#readout = new Readout(this.map);
    this.map.on("error", ({ error }) => console.error("map", error));
    if (screen !== "wall") this.#listenForClicks(options);
  }

  #listenForClicks({ screen, onSelect, onUnit, onPick }: EngineOptions): void {
    listenForClicks({
      map: this.map,
      screen,
      spider: this.#scene.spider,
      measure: this.measure,
      get: (id) => this.#scene.get(id),
      picking: () => this.#picking,
      busy: () => this.#sketch.isActive,
      drawing: (id) => this.#drawingClicks.notify(id),
      select: (id) => onSelect(id),
      selected: () => this.#selected(),
      unit: (id) => onUnit?.(id),
      pick: (lng, lat) => onPick?.(lng, lat),
      easeTo: (center, zoom) => this.camera.easeTo(center, zoom),
    });
  }

  #selected(): { id: string; at: [number, number] } | undefined {
    const id = this.#scene.selected;
    const incident = id === null ? undefined : this.#scene.get(id);
    return incident && { id: incident.id, at: this.#scene.shownAt(incident) };
  }

  /** Replaces the whole picture; for the first one and after a reload. */
  setAll(incidents: Iterable<MapIncident>): void {
    this.#scene.setAll(incidents);
  }

  /** Draws what changed: what is new or of very high impact at once, the rest in two updates a second. */
  apply(changes: readonly MapChange[]): void {
    this.#scene.apply(changes);
  }

  /** Replaces the units. */
  setUnits(units: readonly MapUnit[]): void {
    this.#scene.setUnits(units);
    this.#unit.setUnits(units);
  }

  /** Replaces the drawings. */
  setDrawings(drawings: readonly MapDrawing[]): void {
    this.#scene.setDrawings(drawings);
  }

  /** Marks the selected incident, or none; a desk's map moves when it is out of sight. */
  select(id: string | null): void {
    if (id === this.#scene.selected) return;
    this.#scene.select(id);
    const selected = this.#selected();
    if (selected && this.#screen === "command") this.camera.reveal(...selected.at);
  }

  /** Rings a unit while it has a position, or none. */
  selectUnit(id: string | null): void {
    this.#unit.select(id);
  }

  /** Draws only the incidents that the filter holds for, and the selected one. */
  setFilter(filter: IncidentFilter | undefined): void {
    this.#scene.setFilter(filter);
  }

  /** Asks the filter again about these incidents. */
  refilter(ids: Iterable<string>): void {
    this.#scene.refilter(ids);
  }

  /** Called with how many incidents the filter leaves out, now and when it may have changed. Returns an unsubscribe function. */
  onHidden(listener: Listener<number>): () => void {
    return this.#scene.onHidden(listener);
  }

  /** The incidents within the view, most urgent first. */
  inView(): MapIncident[] {
    return this.#scene.inView();
  }

  /** Incidents drawn in the viewport now, those inside clusters counted. */
  drawn(): number {
    return this.#scene.drawn();
  }

  /**
   * Lets the user draw one shape, or change one; ends what was being drawn before. Loads its library when first used.
   * Rejects when that cannot be loaded.
   */
  async sketch(options: Omit<SketchOptions, "theme">): Promise<void> {
    await this.#sketch.start(options);
  }

  /** Takes what is being drawn off the map. */
  endSketch(): void {
    this.#sketch.end();
  }

  /** Flies to a place that was searched for and marks it until the next click. */
  showPlace(found: FoundPlace): void {
    this.#found.show(found);
  }

  /** Takes the mark of a place that was searched for off the map. */
  clearPlace(): void {
    this.#found.clear();
  }

  /** Flies to an incident where it is drawn, near enough to see its place or the whole of its cell. */
  showIncident(id: string): void {
    this.#found.clear();
    const incident = this.#scene.get(id);
    if (!incident) return;
    const [lng, lat] = this.#scene.shownAt(incident);
    this.camera.flyTo(lng, lat, incident.place.coarse ? 10 : Math.max(this.map.getZoom(), 11));
  }

  /** Flies to a unit; does nothing while it has no position. */
  showUnit(id: string): void {
    this.#found.clear();
    const unit = this.#unit.get(id);
    if (unit) this.camera.flyTo(unit.lng, unit.lat, Math.max(this.map.getZoom(), 11));
  }

  /** Brings the whole of a drawing into view, no nearer than needed to see where it lies. */
  showGeometry(geometry: DrawingGeometry): void {
    this.camera.show(boxOf(geometry));
  }

  /** Labels the map in another language; `texts` are the engine's own texts in it. */
  setLanguage(language: PlaceLanguage, texts?: MapTexts): void {
    this.#appearance.setLanguage(language, texts);
    if (texts) this.#scene.setTexts(texts);
  }

  setTheme(theme: Theme): void {
    this.#appearance.setTheme(theme);
  }

  /** Shows exactly these of the operator's own layers, served from `folder`, and credits them. */
  async showLayers(layers: readonly OwnLayer[], folder: string): Promise<void> {
    await this.#appearance.showLayers(layers, folder);
  }

  /** Shows one side's part, or all, as old: its land dotted, its symbols grey, a plate with the local time `since`. */
  setStale(stale: StaleSide, since = ""): void {
    this.#appearance.setStale(stale, since);
  }

  /** While picking, the next click gives a place instead of selecting. */
  setPicking(picking: boolean): void {
    this.#picking = picking;
    this.map.getCanvas().style.cursor = picking ? "crosshair" : "";
  }

  /** Called with the place the coordinates are of, now and whenever it changes. Returns an unsubscribe function. */
  onReadout(listener: Listener<ReadoutPlace>): () => void {
    return this.#readout.add(listener);
  }

  /** Called with the incidents in view, now and whenever they change. Returns an unsubscribe function. */
  onInView(listener: Listener<readonly MapIncident[]>): () => void {
    return this.#scene.onInView(listener);
  }

  /** Called with the measured line whenever it changes, null when the tool is put away. Returns an unsubscribe function. */
  onMeasure(listener: Listener<Measured | null>): () => void {
    return this.#measured.add(listener);
  }

  /** Called with the id of a clicked drawing. Returns an unsubscribe function. */
  onDrawing(listener: Listener<string>): () => void {
    return this.#drawingClicks.add(listener);
  }

  destroy(): void {
    this.#scene.stop();
    this.#readout.stop();
    this.#sketch.end();
    this.#appearance.remove();
    this.map.remove();
  }
}
