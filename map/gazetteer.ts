/** The gazetteer of the border: five provinces, their border districts, towns, crossings, posts, rivers. */
import { borderPlaces, rivers } from "./gazetteer/border";
import { districts } from "./gazetteer/districts";
import type { Place } from "./gazetteer/place";
import { borderProvinces, neighbourProvinces } from "./gazetteer/provinces";
import { towns } from "./gazetteer/towns";

export {
  type Mark,
  type Name,
  type Names,
  nameIn,
  type Place,
  type PlaceCountry,
  type PlaceKind,
  type PlaceLanguage,
  type Position,
} from "./gazetteer/place";
export { borderPlaces, borderProvinces, districts, neighbourProvinces, rivers, towns };

/** Every place, in the order in which equal search results are shown. */
export const gazetteer: readonly Place[] = [
  ...borderProvinces,
  ...borderPlaces,
  ...towns,
  ...districts,
  ...rivers,
  ...neighbourProvinces,
];
