/**
 * Marks what a search found: a place by a pin, a province by its outline, never by a pin. What has no place of its own
 * that a source gives is named where it is looked for, without a pin.
 */
import { type Map as MapLibre, Marker } from "maplibre-gl";
import type { FoundPlace } from "@/map/search";
import type { Camera } from "../camera";
import { element } from "../markers";

/** The layers that outline the province whose code their filter names. */
export const foundLayers = ["found-area", "found-edge"];

export class Found {
  readonly #map: MapLibre;
  readonly #camera: Camera;
  #marker: Marker | undefined;
  #outlined = "";

  constructor(map: MapLibre, camera: Camera) {
    this.#map = map;
    this.#camera = camera;
    map.on("click", () => this.clear());
  }

  get isShown(): boolean {
    return this.#marker !== undefined;
  }

  show({ mark, outline, lng, lat, zoom, label, hint }: FoundPlace): void {
    this.clear();
    if (outline) {
      this.#outline(outline.code);
      this.#camera.frame(outline.box);
    } else this.#camera.flyTo(lng, lat, zoom);
    const pin = element(mark === "pin" ? "sekong-found" : "sekong-named");
    const plate = element("sekong-plate", label);
    if (hint !== undefined) plate.append(element("sekong-plate-note", hint));
    pin.append(plate);
    if (outline) pin.dataset.outline = outline.code;
    this.#marker = new Marker({ element: pin }).setLngLat([lng, lat]).addTo(this.#map);
  }

  clear(): void {
    this.#marker?.remove();
    this.#marker = undefined;
    if (this.#outlined !== "") this.#outline("");
  }

  #outline(code: string): void {
    this.#outlined = code;
    for (const layer of foundLayers)
      if (this.#map.getLayer(layer)) this.#map.setFilter(layer, ["==", ["get", "code"], code]);
  }
}
