import type { Feature } from "geojson";
import type { GeoJSONSource, GeoJSONSourceDiff } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { Feed } from "./feed";

const point = (id: string, lng = 0): Feature => ({
  type: "Feature",
  id,
  properties: {},
  geometry: { type: "Point", coordinates: [lng, 0] },
});

/** A test double of the map's source that records what it received. */
function fakeSource() {
  const held = new Map<string, Feature>();
  const diffs: GeoJSONSourceDiff[] = [];
  const source = {
    async setData(data: { features: Feature[] }) {
      held.clear();
      for (const feature of data.features) held.set(String(feature.id), feature);
    },
    async updateData(diff: GeoJSONSourceDiff) {
      diffs.push(diff);
      for (const id of diff.remove ?? []) held.delete(String(id));
      for (const feature of diff.add ?? []) held.set(String(feature.id), feature);
    },
  };
  return { held, diffs, source: source as unknown as GeoJSONSource };
}

describe("Feed", () => {
  it("gathers many changes into one update", () => {
    const { source, held, diffs } = fakeSource();
    const feed = new Feed(() => source);
    for (let index = 0; index < 100; index += 1) feed.put(point(`i${index % 10}`, index));
    feed.flush();
    expect(diffs).toHaveLength(1);
    expect(held.size).toBe(10);
    expect(feed.updates).toBe(1);
  });

  it("sends nothing when nothing changed, and nothing for removing what it never held", () => {
    const { source, diffs } = fakeSource();
    const feed = new Feed(() => source);
    feed.flush();
    feed.remove("never");
    feed.flush();
    expect(diffs).toHaveLength(0);
  });

  it("keeps what is put before the map has the source, and drops none of it", () => {
    const { source, held } = fakeSource();
    let ready = false;
    const feed = new Feed(() => (ready ? source : undefined));
    feed.replace([point("a"), point("b")]);
    feed.put(point("c"));
    feed.remove("a");
    feed.flush();
    expect(held.size).toBe(0);
    expect(feed.size).toBe(2);
    ready = true;
    feed.flush();
    expect([...held.keys()].sort()).toEqual(["b", "c"]);
  });

  it("counts what the source holds through puts, removals and a replacement", () => {
    const { source, held } = fakeSource();
    const feed = new Feed(() => source);
    feed.put(point("a"));
    feed.put(point("b"));
    feed.flush();
    feed.remove("a");
    expect(feed.size).toBe(1);
    expect(feed.waiting).toBe(1);
    feed.flush();
    expect(held.size).toBe(feed.size);
    feed.replace([point("x"), point("y"), point("z")]);
    expect(held.size).toBe(3);
    expect(feed.size).toBe(3);
  });
});
