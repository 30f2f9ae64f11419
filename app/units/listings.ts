/** Own units as lists; one options object for each, because a listing is kept as long as its options are the same. */
import type { Unit } from "@/domain/unit/schema";
import type { Country } from "@/domain/vocabulary";
import { compareText, type ListingOptions } from "../live/listing";

const ofCountry = (country: Country): ListingOptions<"units", string> => ({
  collection: "units",
  keyOf: (unit: Unit) => (unit.country === country ? unit.callsign : null),
  compare: compareText,
});

/** The units of one country by callsign. */
export const unitsByCallsign: Record<Country, ListingOptions<"units", string>> = {
  KH: ofCountry("KH"),
  LA: ofCountry("LA"),
};
