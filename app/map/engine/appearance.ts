/** How the map looks: its theme and language, the age of each side, the operator's layers, and the note beside it. */
import type { Map as MapLibre } from "maplibre-gl";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { OwnLayer } from "@/map/layers/describe";
import type { Theme } from "@/map/style";
import type { StaleSide } from "../types";
import { Note, paintContainer } from "./frame";
import { type MapStyle, styled } from "./layers/map-style";
import { OwnLayers } from "./layers/own-layers";
import { StalePlate } from "./markers";
import type { EngineOptions, MapTexts } from "./options";

/** Where the plate over an old side stands: longitude and latitude. */
const stalePlaces = { KH: [105.7, 13.42], LA: [106.3, 14.95], all: [105.95, 14.2] } as const;

export class Appearance {
  readonly #map: MapLibre;
  readonly #style: MapStyle;
  readonly #container: HTMLElement;
  readonly #plate: StalePlate;
  readonly #note: Note;
  readonly #ownLayers: OwnLayers;
  #texts: MapTexts;
  #staleSince = "";

  constructor(map: MapLibre, style: MapStyle, { container, theme, screen, texts }: EngineOptions) {
    this.#map = map;
    this.#style = style;
    this.#container = container;
    this.#texts = texts;
    container.classList.add("sekong-map", `sekong-${screen}`);
    paintContainer(container, theme);
    this.#plate = new StalePlate(map);
    this.#note = new Note(container, texts.indicative);
    this.#ownLayers = new OwnLayers(map, theme);
  }

  get theme(): Theme {
    return this.#style.state.theme;
  }

  /** Labels the map in another language; `texts` are the engine's own texts in it. */
  setLanguage(language: PlaceLanguage, texts: MapTexts = this.#texts): void {
    this.#texts = texts;
    this.#note.write(texts.indicative);
    this.#map.getCanvas().setAttribute("aria-label", texts.mapLabel);
    this.#style.change(this.#map, { language });
    this.#showStale();
  }

  setTheme(theme: Theme): void {
    paintContainer(this.#container, theme);
    this.#style.change(this.#map, { theme });
    this.#ownLayers.repaint(theme);
  }

  /** Shows exactly these of the operator's own layers, served from `folder`, and credits them. */
  async showLayers(layers: readonly OwnLayer[], folder: string): Promise<void> {
    await styled(this.#map);
    await this.#ownLayers.show(layers, new URL(folder, window.location.href).href);
    this.#note.credit(this.#ownLayers.credits);
  }

  /** Shows one side's part, or all, as old: its land dotted, its symbols grey, a plate with the time. */
  setStale(stale: StaleSide, since: string): void {
    this.#staleSince = since;
    this.#style.change(this.#map, { stale });
    this.#showStale();
  }

  #showStale(): void {
    const { stale } = this.#style.state;
    const [lng, lat] = stalePlaces[stale ?? "all"];
    this.#plate.show(stale === null ? null : this.#texts.staleSince(stale, this.#staleSince), [lng, lat]);
  }

  remove(): void {
    this.#note.remove();
  }
}
