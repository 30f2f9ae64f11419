/** What is on the map: incidents, units and drawings, opened stacks, the selection, and what of it is in view. */
import type { Map as MapLibre } from "maplibre-gl";
import { type Listener, Listeners } from "../../lib/listeners";
import type { MapChange, MapDrawing, MapIncident, MapUnit } from "../types";
import { InView } from "./content/in-view";
import { type IncidentFilter, Picture } from "./content/picture";
import { Selection } from "./content/selection";
import { Sides } from "./content/sides";
import { Spider } from "./content/spider";
import { StackCounts } from "./content/stack-counts";
import { LoadingPlate } from "./frame";
import { Pulses } from "./markers";
import type { EngineOptions, MapTexts } from "./options";

export class Scene {
  readonly spider: Spider;
  readonly #map: MapLibre;
  readonly #options: EngineOptions;
  readonly #sides: Sides;
  readonly #picture: Picture;
  readonly #counts: StackCounts;
  readonly #selection: Selection;
  readonly #inView: InView;
  readonly #loading: LoadingPlate;
  readonly #hidden = new Listeners<number>();
  #selected: string | null = null;

  /** `base` is where the map's own files are served. */
  constructor(map: MapLibre, base: string, options: EngineOptions) {
    const { screen, container, reducedMotion, texts } = options;
    this.#map = map;
    this.#options = options;
    this.#sides = new Sides(`${base}/built/countries.json`, () => this.#picture.placeCoarse());
    this.#selection = new Selection(map, screen, this.#sides, texts);
    this.spider = new Spider(map, screen, this.#sides, () => this.#showSelection());
    this.#counts = new StackCounts(map, screen, this.#sides);
    const pulses = new Pulses(map, screen, reducedMotion);
    this.#picture = new Picture(map, this.#sides, {
      changed: (incident) => {
        pulses.show(this.#sides.shown(incident));
        this.spider.admit(incident);
      },
      sent: () => this.#onSent(),
    });
    this.#inView = new InView(() => this.#picture.inView());
    this.#loading = new LoadingPlate(container, texts.loading);
    this.#listen();
  }

  #listen(): void {
    const { dataset } = this.#options.container;
    dataset.mapIdle = "false";
    this.#map.on("dataloading", () => {
      dataset.mapIdle = "false";
    });
    this.#map.on("idle", () => this.#onIdle());
    this.#map.on("render", () => this.#onRender());
    this.#map.on("moveend", () => this.#inView.changed());
  }

  /** Takes the loading plate away once the first picture is on the map. */
  #onRender(): void {
    const { dataset } = this.#options.container;
    if (dataset.mapPicture === "true" || !this.#picture.isDrawn) return;
    dataset.mapPicture = "true";
    this.#loading.remove();
  }

  /** Writes what is drawn into the container's data attributes, for tests and probes, once nothing is under way. */
  #onIdle(): void {
    const { screen, container } = this.#options;
    if (screen === "wall" && this.spider.openAll(this.#picture.urgent())) return;
    if (this.#counts.refresh(this.#picture.urgent(), this.spider)) return;
    const { dataset } = container;
    dataset.mapIncidents = String(this.#picture.size);
    dataset.mapDrawn = String(this.#picture.drawn());
    dataset.mapSpread = JSON.stringify(this.spider.spread);
    dataset.mapIdle = String(this.#picture.isSent);
  }

  #onSent(): void {
    const { screen, container } = this.#options;
    container.dataset.mapIdle = "false";
    if (screen === "wall") this.spider.openAll(this.#picture.urgent());
    else this.spider.follow((id) => this.#picture.get(id));
    this.#showSelection();
    this.#inView.changed();
    this.#hidden.notify(this.#picture.hidden);
  }

  /** Replaces the whole picture; for the first one and after a reload. */
  setAll(incidents: Iterable<MapIncident>): void {
    this.#picture.setAll(incidents);
  }

  /** Draws what changed: what is new or of very high impact at once, the rest in two updates a second. */
  apply(changes: readonly MapChange[]): void {
    // Not idle from here on, even if the changes are held back for a while.
    this.#options.container.dataset.mapIdle = "false";
    this.#picture.apply(changes);
  }

  setUnits(units: readonly MapUnit[]): void {
    this.#picture.setUnits(units);
  }

  setDrawings(drawings: readonly MapDrawing[]): void {
    this.#picture.setDrawings(drawings);
  }

  get(id: string): MapIncident | undefined {
    return this.#picture.get(id);
  }

  get selected(): string | null {
    return this.#selected;
  }

  /** Marks the selected incident, or none; it is drawn whatever the filter says. */
  select(id: string | null): void {
    this.#selected = id;
    this.#picture.keep(id);
    this.#showSelection();
  }

  /** Draws only the incidents that the filter holds for, and the selected one. */
  setFilter(filter: IncidentFilter | undefined): void {
    this.spider.close();
    this.#picture.setFilter(filter);
  }

  refilter(ids: Iterable<string>): void {
    this.#picture.refilter(ids);
  }

  /** Called with how many incidents the filter leaves out, now and whenever it may have changed. Returns an unsubscribe function. */
  onHidden(listener: Listener<number>): () => void {
    listener(this.#picture.hidden);
    return this.#hidden.add(listener);
  }

  /** Where the symbol of an incident is shown now, in degrees. */
  shownAt(incident: MapIncident): [lng: number, lat: number] {
    const { lng, lat } = this.#sides.shown(incident);
    return this.spider.placeOf(incident.id) ?? [lng, lat];
  }

  setTexts(texts: MapTexts): void {
    this.#selection.setTexts(texts);
  }

  #showSelection(): void {
    const incident = this.#selected === null ? undefined : this.#picture.get(this.#selected);
    this.#selection.show(incident, incident && this.spider.placeOf(incident.id));
  }

  /** The incidents within the view, most urgent first. */
  inView(): MapIncident[] {
    return this.#picture.inView();
  }

  /** Called with the incidents in view, now and whenever they change. Returns an unsubscribe function. */
  onInView(listener: Listener<readonly MapIncident[]>): () => void {
    return this.#inView.add(listener);
  }

  /** Incidents drawn in the viewport now, those inside clusters counted. */
  drawn(): number {
    return this.#picture.drawn();
  }

  stop(): void {
    this.#sides.stop();
    this.#inView.stop();
    this.#picture.stop();
    this.#loading.remove();
  }
}
