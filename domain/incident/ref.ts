/** What people say aloud: unique for all time, not sequential, so it tells nobody how many records there are. */
import { type Country, type ProvinceCode, provinces } from "../vocabulary";

const outsideLetters = "GEN";

/**
 * A ref such as `KH-STR-7304`: the reporter's country, the province's letters, four digits drawn from the event
 * id, the next free; five digits when all four-digit ones are taken.
 */
export function makeRef(
  country: Country,
  province: ProvinceCode | undefined,
  eventId: string,
  taken: (ref: string) => boolean,
): string {
  const letters = province ? provinces[province].letters : outsideLetters;
  const drawn = Number.parseInt(eventId.replaceAll("-", "").slice(-12), 16);
  for (const digits of [4, 5]) {
    const size = 10 ** digits;
    for (let step = 0; step < size; step += 1) {
      const ref = `${country}-${letters}-${String((drawn + step) % size).padStart(digits, "0")}`;
      if (!taken(ref)) return ref;
    }
  }
  throw new RangeError(`no ref left for ${country}-${letters}`);
}
