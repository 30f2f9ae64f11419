"use client";
/** The operator's own layers, as the server lists them. */
import { useEffect, useState } from "react";
import { z } from "zod";
import { layerStyles, type OwnLayer, type RefusedLayer } from "@/map/layers/describe";
import { refusalCodes } from "@/map/layers/refusal";

/** Where the list is; each file lies below it. */
export const layerFolder = "/api/layers";

const title = z.object({ en: z.string(), km: z.string().optional(), lo: z.string().optional() });
const answerSchema = z.object({
  layers: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      format: z.enum(["geojson", "pmtiles"]),
      title,
      attribution: z.string(),
      style: z.enum(layerStyles),
      shown: z.boolean(),
      vectorLayers: z.array(z.string()).optional(),
    }),
  ),
  refused: z.array(
    z.object({
      file: z.string(),
      code: z.enum(refusalCodes),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

export type LayerList = {
  layers: readonly OwnLayer[];
  refused: readonly Omit<RefusedLayer, "reason">[];
  failed: boolean;
};

const empty: LayerList = { layers: [], refused: [], failed: false };

/** The layers of this centre; empty until they are known. */
export function useOwnLayers(): LayerList {
  const [list, setList] = useState(empty);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const response = await fetch(layerFolder, { cache: "no-store" });
      if (!response.ok) throw new Error(`layers: ${response.status}`);
      const answer = answerSchema.parse(await response.json());
      if (!gone) setList({ ...answer, failed: false });
    };
    load().catch((error: unknown) => {
      console.error("own layers", error);
      if (!gone) setList({ ...empty, failed: true });
    });
    return () => {
      gone = true;
    };
  }, []);
  return list;
}
