/**
 * The map engine: a plain class outside React. It is fed incidents and units and keeps what it draws; nothing it does
 * for one change depends on how much it holds.
 */
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { type Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import type { DrawingGeometry } from "@/domain/drawing/schema";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { OwnLayer } from "@/map/layers/describe";
import { boxOf } from "@/map/places/box";
import type { Theme } from "@/map/style";
import { Listeners } from "../../lib/listeners";
import type { MapChange, MapDrawing, MapIncident, MapUnit, StaleSide } from "../types";
import { Camera } from "./camera";
import { InView } from "./content/in-view";
import { Picture } from "./content/picture";
import { Spider } from "./content/spider";
import { StackCounts } from "./content/stack-counts";
import { createMap, LoadingPlate, Note, paintContainer } from "./frame";
import { MapStyle, styled } from "./layers/map-style";
import { OwnLayers } from "./layers/own-layers";
import { FoundPlace, Pulses, Selection, StalePlate } from "./markers";
import type { EngineOptions, MapTexts, Measured } from "./options";
import { listenForClicks } from "./tools/clicks";
import { Measure } from "./tools/measure";
import type { SketchOptions } from "./tools/sketch";

const stalePlaces = { KH: [105.7, 13.42], LA: [106.3, 14.95], all: [105.95, 14.2] } as const;

export class MapEngine {
  readonly map: MapLibre;
  readonly camera: Camera;
  readonly measure: Measure;
  readonly #options: EngineOptions;
  readonly #picture: Picture;
  readonly #selection: Selection;
  readonly #plate: StalePlate;
  readonly #note: Note;
  readonly #own: OwnLayers;
  readonly #found: FoundPlace;
  readonly #loading: LoadingPlate;
  readonly #spider: Spider;
  readonly #counts: StackCounts;
  readonly #heard = {
    pointer: new Listeners<{ lng: number; lat: number }>(),
    measure: new Listeners<Measured | null>(),
    drawing: new Listeners<string>(),
  };
  #texts: MapTexts;
  readonly #dress: MapStyle;
  readonly #inView: InView;
  #picking = false;
  #endSketch: (() => void) | undefined;
  #sketches = 0;
  #selected: string | null = null;
  #staleSince = "";

  constructor(options: EngineOptions) {
    const { theme, language, screen, container, reducedMotion } = options;
    this.#options = options;
    this.#texts = options.texts;
    const base = new URL(options.base ?? "/map", window.location.href).href.replace(/\/$/, "");
    setWorkerUrl(`${base}/vendor/maplibre-gl-worker.mjs`);
    this.#dress = new MapStyle({ theme, language, screen, base, stale: null });
    this.map = createMap(options, this.#dress.style);
    this.camera = new Camera(this.map, screen, reducedMotion);
    this.#selection = new Selection(this.map, screen);
    this.#plate = new StalePlate(this.map);
    this.#spider = new Spider(this.map, screen, () => this.#showSelection());
    this.#counts = new StackCounts(this.map, screen);
    const pulses = new Pulses(this.map, screen, reducedMotion);
    this.#picture = new Picture(this.map, {
      changed: (incident) => pulses.show(incident),
      sent: () => this.#nowSent(),
    });
    this.#inView = new InView(() => this.inView());
    this.measure = new Measure(this.map, (measured) => {
      this.#heard.measure.notify(measured);
    });
    container.classList.add("sekong-map", `sekong-${screen}`);
    paintContainer(container, theme);
    this.#note = new Note(container, options.texts.indicative);
    this.#own = new OwnLayers(this.map, theme);
    this.#found = new FoundPlace(this.map);
    this.#loading = new LoadingPlate(container, options.texts.loading);
    this.#listen();
  }

  #listen(): void {
    const { container, onPick, onSelect } = this.#options;
    container.dataset.mapIdle = "false";
    this.map.on("dataloading", () => {
      container.dataset.mapIdle = "false";
    });
    this.map.on("idle", () => this.#nowIdle());
    this.map.on("render", () => this.#nowRendered());
    this.map.on("moveend", () => this.#inView.changed());
    this.map.on("mousemove", ({ lngLat: { lng, lat } }) => {
      this.#heard.pointer.notify({ lng, lat });
    });
    this.map.on("move", () => {
      // Whoever moves the map by the keyboard has no pointer: its middle is what the read-out is of.
      if (this.map.getCanvas().matches(":focus-visible")) this.#heard.pointer.notify(this.map.getCenter());
    });
    this.map.on("error", ({ error }) => console.error("map", error));
    const { screen } = this.#options;
    if (screen === "wall") return;
    listenForClicks({
      map: this.map,
      screen,
      spider: this.#spider,
      measure: this.measure,
      get: (id) => this.#picture.get(id),
      picking: () => this.#picking,
      busy: () => this.#endSketch !== undefined,
      drawing: (id) => this.#heard.drawing.notify(id),
      select: (id) => onSelect(id),
      pick: (lng, lat) => onPick?.(lng, lat),
      easeTo: (center, zoom) => this.camera.easeTo(center, zoom),
    });
  }

  /** The first picture is on the map: the plate that said it was loading goes. */
  #nowRendered(): void {
    if (this.#options.container.dataset.mapPicture === "true" || !this.#picture.isDrawn) return;
    this.#options.container.dataset.mapPicture = "true";
    this.#loading.remove();
  }

  /** Tells tests and probes through the container's data attributes what is drawn, once nothing is under way. */
  #nowIdle(): void {
    if (this.#options.screen === "wall" && this.#spider.openAll(this.#picture.urgent())) return;
    if (this.#counts.refresh(this.#picture.urgent(), this.#spider)) return;
    const { dataset } = this.#options.container;
    dataset.mapIncidents = String(this.#picture.size);
    dataset.mapDrawn = String(this.#picture.drawn());
    dataset.mapIdle = String(this.#picture.isSent);
  }

  #nowSent(): void {
    this.#options.container.dataset.mapIdle = "false";
    if (this.#options.screen === "wall") this.#spider.openAll(this.#picture.urgent());
    else this.#spider.follow((id) => this.#picture.get(id));
    this.#showSelection();
    this.#inView.changed();
    // So that an idle map says so again, also when nothing of what was told is to be seen.
    this.map.triggerRepaint();
  }

  /** Replaces the whole picture; for the first one and after a reload. */
  setAll(incidents: Iterable<MapIncident>): void {
    this.#picture.setAll(incidents);
  }

  /** Draws what changed: what is new or of very high impact at once, the rest gathered into two updates a second. */
  apply(changes: readonly MapChange[]): void {
    // From here on, though they may still gather for a while.
    this.#options.container.dataset.mapIdle = "false";
    this.#picture.apply(changes);
  }

  /** Puts the units that are to be seen. */
  setUnits(units: readonly MapUnit[]): void {
    this.#picture.setUnits(units);
  }

  /** Puts the drawings that are to be seen. */
  setDrawings(drawings: readonly MapDrawing[]): void {
    this.#picture.setDrawings(drawings);
  }

  /**
   * Lets the user draw one shape, or change one; ends what was being drawn before. Loads its library when first used.
   * Rejects when that cannot be loaded.
   */
  async sketch(options: Omit<SketchOptions, "theme">): Promise<void> {
    this.endSketch();
    const turn = this.#sketches;
    const { sketch } = await import("./tools/sketch");
    await styled(this.map);
    // It may have been given up while its library was on its way.
    if (turn !== this.#sketches) return;
    this.#endSketch = sketch(this.map, { ...options, theme: this.#dress.state.theme });
  }

  /** Takes what is being drawn off the map. */
  endSketch(): void {
    this.#sketches += 1;
    this.#endSketch?.();
    this.#endSketch = undefined;
  }

  /** Marks the selected incident, or none. */
  select(id: string | null): void {
    this.#selected = id;
    this.#showSelection();
  }

  #showSelection(): void {
    const incident = this.#selected === null ? undefined : this.#picture.get(this.#selected);
    this.#selection.show(incident, incident && this.#spider.placeOf(incident.id));
  }

  flyTo(lng: number, lat: number, zoom?: number): void {
    this.camera.flyTo(lng, lat, zoom);
  }

  /** Flies to a place that was searched for and names it there until the next click. */
  showPlace(found: { lng: number; lat: number; zoom: number; label: string }): void {
    this.camera.flyTo(found.lng, found.lat, found.zoom);
    this.#found.show(found);
  }

  /** Brings the whole of a drawing into view, no nearer than needed to see where it lies. */
  showGeometry(geometry: DrawingGeometry): void {
    this.camera.show(boxOf(geometry));
  }

  goHome(): void {
    this.camera.goHome();
  }

  zoomBy(steps: number): void {
    this.camera.zoomBy(steps);
  }

  /** Writes the map in another language; the texts are the engine's own few words in it. */
  setLanguage(language: PlaceLanguage, texts: MapTexts = this.#texts): void {
    this.#texts = texts;
    this.#note.write(texts.indicative);
    this.map.getCanvas().setAttribute("aria-label", texts.mapLabel);
    this.#dress.change(this.map, { language });
    this.#showStale();
  }

  setTheme(theme: Theme): void {
    paintContainer(this.#options.container, theme);
    this.#dress.change(this.map, { theme });
    this.#own.repaint(theme);
  }

  /** Shows exactly these of the operator's own layers, served from `folder`, and credits them. */
  async showLayers(layers: readonly OwnLayer[], folder: string): Promise<void> {
    await styled(this.map);
    await this.#own.show(layers, new URL(folder, window.location.href).href);
    this.#note.credit(this.#own.credits);
  }

  /** Shows one side's part, or all, as old: its land in dots, its symbols grey, a plate with the time. */
  setStale(stale: StaleSide, since = ""): void {
    this.#staleSince = since;
    this.#dress.change(this.map, { stale });
    this.#showStale();
  }

  #showStale(): void {
    const { stale } = this.#dress.state;
    const [lng, lat] = stalePlaces[stale ?? "all"];
    this.#plate.show(stale === null ? null : this.#texts.staleSince(stale, this.#staleSince), [lng, lat]);
  }

  /** While picking, the next click names a place instead of selecting. */
  setPicking(picking: boolean): void {
    this.#picking = picking;
    this.map.getCanvas().style.cursor = picking ? "crosshair" : "";
  }

  /** The incidents within the view, most pressing first. */
  inView(): MapIncident[] {
    return this.#picture.inView();
  }

  /** Incidents drawn in the viewport now, those inside clusters counted. */
  drawn(): number {
    return this.#picture.drawn();
  }

  /** Updates sent to MapLibre so far. */
  get updates(): number {
    return this.#picture.updates;
  }

  /** Calls back with the pointer's place whenever it moves; returns the way to stop. */
  onPointer(listener: (place: { lng: number; lat: number }) => void): () => void {
    return this.#heard.pointer.add(listener);
  }

  /** Calls back with the incidents in view, now and whenever they change; returns the way to stop. */
  onInView(listener: (incidents: readonly MapIncident[]) => void): () => void {
    return this.#inView.listen(listener);
  }

  /** Calls back with the measured line whenever it changes, null when it is put away; returns the way to stop. */
  onMeasure(listener: (measured: Measured | null) => void): () => void {
    return this.#heard.measure.add(listener);
  }

  /** Calls back with the id of a clicked drawing; returns the way to stop. */
  onDrawing(listener: (id: string) => void): () => void {
    return this.#heard.drawing.add(listener);
  }

  resize(): void {
    this.map.resize();
  }

  destroy(): void {
    this.#inView.stop();
    this.endSketch();
    this.#picture.stop();
    this.#loading.remove();
    this.#note.remove();
    this.map.remove();
  }
}
