/** The fictional units of the demo. The server registers them as role `system` through the ordinary command path. */
import type { PlaceInput } from "@/domain/place";
import type { Country, ProvinceCode, UnitKind } from "@/domain/vocabulary";

export type DemoUnit = {
  /** The subject, fixed so that accounts can refer to it. */
  id: string;
  country: Country;
  callsign: string;
  kind: UnitKind;
  base: PlaceInput;
  /** The province of the base; a test compares the coordinates with the map. */
  province: ProvinceCode;
  /** Whether its crew is on duty when the demo starts. */
  onDuty: boolean;
};

const unitId = (country: Country, number: string): string =>
  `${country}-5e6b0000-0000-4000-8000-00000000${number}`;

/** Units that are off duty when the demo starts, so that both states are shown. */
const offDuty: ReadonlySet<string> = new Set(["RAT-09", "PVH-15", "CHA-21", "ATT-08"]);

function unit(
  number: string,
  callsign: string,
  kind: UnitKind,
  province: ProvinceCode,
  lng: number,
  lat: number,
): DemoUnit {
  const country: Country = province.startsWith("KH") ? "KH" : "LA";
  const id = unitId(country, number);
  return { id, country, callsign, kind, base: { lng, lat }, province, onDuty: !offDuty.has(callsign) };
}

export const demoUnits: readonly DemoUnit[] = [
  unit("1021", "STR-21", "patrol", "KH-19", 105.976, 13.525),
  unit("1024", "STR-24", "boat", "KH-19", 105.951, 13.762),
  unit("1030", "STR-30", "checkpoint", "KH-19", 106.004, 13.895),
  unit("1031", "STR-31", "patrol", "KH-19", 106.392, 14.115),
  unit("1107", "RAT-07", "patrol", "KH-16", 106.987, 13.739),
  unit("1109", "RAT-09", "patrol", "KH-16", 107.05, 14.05),
  unit("1212", "PVH-12", "patrol", "KH-13", 104.936, 14.202),
  unit("1215", "PVH-15", "medical", "KH-13", 104.98, 13.807),
  unit("1301", "STR-LO", "liaison-office", "KH-19", 105.969, 13.526),
  unit("2007", "CHA-07", "patrol", "LA-CH", 105.862, 14.118),
  unit("2015", "CHA-15", "boat", "LA-CH", 105.905, 14.002),
  unit("2018", "CHA-18", "checkpoint", "LA-CH", 106.005, 13.985),
  unit("2021", "CHA-21", "patrol", "LA-CH", 105.79, 15.12),
  unit("2022", "CHA-22", "investigators", "LA-CH", 105.808, 15.108),
  unit("2103", "ATT-03", "patrol", "LA-AT", 106.82, 14.808),
  unit("2104", "ATT-04", "patrol", "LA-AT", 106.55, 14.66),
  unit("2108", "ATT-08", "medical", "LA-AT", 106.84, 14.815),
  unit("2201", "CHA-LO", "liaison-office", "LA-CH", 105.86, 14.125),
];

/** The subject of a demo unit. Throws on a callsign that is not one. */
export function demoUnitId(callsign: string): string {
  const found = demoUnits.find((candidate) => candidate.callsign === callsign);
  if (!found) throw new Error(`no demo unit ${callsign}`);
  return found.id;
}
