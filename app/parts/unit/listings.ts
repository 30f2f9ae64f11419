/** Own units as lists by callsign. Keep the options object: a listing lives as long as it is the same. */

import { compareText } from "@/domain/order";
import type { Unit } from "@/domain/unit/schema";
import type { Country } from "@/domain/vocabulary";
import type { ListingOptions } from "../../live/views/listing";

/** The units of one country that fit. */
export const ownUnits = (
  country: Country,
  fits: (unit: Unit) => boolean = () => true,
): ListingOptions<"units", string> => ({
  collection: "units",
  keyOf: (unit) => (unit.country === country && fits(unit) ? unit.callsign : null),
  compare: compareText,
});

/** All units of each country. */
export const unitsByCallsign: Record<Country, ListingOptions<"units", string>> = {
  KH: ownUnits("KH"),
  LA: ownUnits("LA"),
};
