declare module "utm" {
  export type UtmPosition = { easting: number; northing: number; zoneNum: number; zoneLetter: string };
  /** WGS 84 degrees to UTM metres; throws a RangeError outside 80° S to 84° N. */
  export function fromLatLon(latitude: number, longitude: number, forceZoneNum?: number): UtmPosition;
  /** UTM metres to WGS 84 degrees; throws a RangeError for numbers no zone holds. */
  export function toLatLon(
    easting: number,
    northing: number,
    zoneNum: number,
    zoneLetter?: string,
    northern?: boolean,
    strict?: boolean,
  ): { latitude: number; longitude: number };
}
