/** What a result of the search says beside its name. */
import type { SearchResult } from "@/map/search";
import type { MapToolTexts } from "./texts";

export function resultDetail(result: SearchResult, texts: MapToolTexts): string {
  switch (result.type) {
    case "incident":
      return texts.incident;
    case "unit":
      return texts.unit;
    case "coordinates":
      return texts.coordinateFormat[result.format];
    case "place": {
      const hint = result.approximate ? texts.showsProvince : undefined;
      const parts = [texts.placeKind[result.kind], result.within, hint];
      return parts.filter((part) => part !== undefined).join(" · ");
    }
  }
}

export function resultKey(result: SearchResult): string {
  return result.type === "coordinates" ? result.label : `${result.type} ${result.id}`;
}
