/**
 * Marks the selected incident with a ring and its reference. A coarse place has no ring: its cell is drawn in bold, or
 * while that would hide behind the symbol a dashed square around both, with words: it is somewhere in there. One that
 * an opened stack shows elsewhere has a leg to its cell and is ringed as any other.
 */
import { type GeoJSONSource, type Map as MapLibre, Marker } from "maplibre-gl";
import { cellZoom, coarseMarkScale, symbolWidth } from "../../symbols/catalogue";
import type { MapIncident } from "../../types";
import { element } from "../markers";
import type { MapTexts, Screen } from "../options";
import { areaFeature } from "./features";
import type { Sides } from "./sides";

export class Selection {
  readonly #map: MapLibre;
  readonly #screen: Screen;
  readonly #sides: Sides;
  #texts: MapTexts;
  #marker: Marker | undefined;
  #cell = "[]";
  #shown: [incident: MapIncident | undefined, at: [number, number] | undefined] = [undefined, undefined];

  constructor(map: MapLibre, screen: Screen, sides: Sides, texts: MapTexts) {
    this.#map = map;
    this.#screen = screen;
    this.#sides = sides;
    this.#texts = texts;
    map.on("zoom", () => this.#marker?.getElement().classList.toggle("sekong-bare", this.#isCellShown));
  }

  get #isCellShown(): boolean {
    return this.#map.getZoom() >= cellZoom(this.#screen);
  }

  setTexts(texts: MapTexts): void {
    this.#texts = texts;
    this.show(...this.#shown);
  }

  /** `at` is where an opened stack shows it, when one does. */
  show(incident: MapIncident | undefined, at?: [lng: number, lat: number]): void {
    this.#shown = [incident, at];
    this.#marker?.remove();
    this.#marker = undefined;
    this.#outline(incident);
    if (!incident) return;
    const isCoarse = incident.place.coarse === true;
    const ring = element("sekong-selected");
    ring.classList.toggle("sekong-somewhere", isCoarse);
    ring.classList.toggle("sekong-ringed", isCoarse && at !== undefined);
    ring.classList.toggle("sekong-bare", this.#isCellShown);
    const scale = isCoarse && !at ? coarseMarkScale : 1.75;
    ring.style.setProperty("--size", `${Math.round(symbolWidth[this.#screen] * scale)}px`);
    const plate = element("sekong-plate", incident.ref);
    if (isCoarse) plate.append(element("sekong-plate-note", this.#texts.somewhere));
    ring.append(plate);
    const { lng, lat } = this.#sides.shown(incident);
    this.#marker = new Marker({ element: ring }).setLngLat(at ?? [lng, lat]).addTo(this.#map);
  }

  /** The cell of the selected one alone: one feature at most. */
  #outline(incident: MapIncident | undefined): void {
    const cell = incident && areaFeature(incident);
    const features = cell ? [cell] : [];
    const next = JSON.stringify(features);
    const source = this.#map.getSource<GeoJSONSource>("selected-cell");
    if (next === this.#cell || !source) return;
    this.#cell = next;
    source.setData({ type: "FeatureCollection", features }).catch(() => undefined);
  }
}
