/** Rivers of the World Data Bank II, read from the binned NetCDF file of GSHHG, joined across bins and named. */
import type { FeatureCollection, LineString, Position } from "geojson";
import type { RiverId } from "../places/river-courses";
import { fetchSource } from "./fetch";
import { nameOf } from "./river-names";
import { collection, type DataFile, type Toolbox } from "./toolbox";

export type River = { level: number; river?: RiverId };
type Stretch = { level: number; line: Position[] };

/** Rivers reach less far out than land: beyond the neighbours they would only cost bytes. */
const box = { west: 102.5, south: 11.5, east: 109.5, north: 17.5 };
/** Offsets inside a bin are 16 bits wide. */
const full = 65535;

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function numbers(file: DataFile, name: string): (index: number) => number {
  const values = file.get(name).value;
  return (index) => Number(values[index] ?? values);
}

function readStretches(file: DataFile): Stretch[] {
  const size = numbers(file, "Bin_size_in_minutes")(0) / 60;
  const across = numbers(file, "N_bins_in_360_longitude_range")(0);
  const firstSegment = numbers(file, "Id_of_first_segment_in_a_bin");
  const segments = numbers(file, "N_segments_in_a_bin");
  const points = numbers(file, "N_points_for_a_segment");
  const level = numbers(file, "Hierarchial_level_of_a_segment");
  const firstPoint = numbers(file, "Id_of_first_point_in_a_segment");
  const east = numbers(file, "Relative_longitude_from_SW_corner_of_bin");
  const north = numbers(file, "Relative_latitude_from_SW_corner_of_bin");
  const stretches: Stretch[] = [];
  for (let bin = 0; bin < file.get("N_segments_in_a_bin").value.length; bin += 1) {
    const west = (bin % across) * size;
    const south = 90 - (Math.floor(bin / across) + 1) * size;
    if (west + size < box.west || west > box.east || south + size < box.south || south > box.north) continue;
    for (let offset = 0; offset < segments(bin); offset += 1) {
      const segment = firstSegment(bin) + offset;
      const line = Array.from({ length: points(segment) }, (_, index): Position => {
        const point = firstPoint(segment) + index;
        return [
          round(west + ((east(point) & full) / full) * size),
          round(south + ((north(point) & full) / full) * size),
        ];
      });
      if (line.length > 1) stretches.push({ level: level(segment), line });
    }
  }
  return stretches;
}

/** Rivers as lines with their rank (0 both banks of a wide river … 4 stream) and, for the five we know, their id. */
export async function buildRivers(tools: Toolbox): Promise<FeatureCollection<LineString, River>> {
  const stretches = readStretches(tools.openDataFile(fetchSource("rivers")));
  const simplified = await tools.mapshaper<FeatureCollection<LineString, River>>(
    collection(
      stretches.map(({ level, line }) => {
        const river = nameOf(level, line);
        return {
          type: "Feature" as const,
          properties: river ? { level, river } : { level },
          geometry: { type: "LineString" as const, coordinates: line },
        };
      }),
    ),
    "-simplify dp interval=80",
  );
  return collection(simplified.features.filter((feature) => feature.geometry));
}
