"use client";
/** What choosing a result of the search does: it selects an incident or unit, and the map flies there. */
import { useCallback } from "react";
import type { SearchResult } from "@/map/search";
import { useMapToolTexts } from "../../parts/map/map-tool-texts";
import { useDesk } from "./desk";

export function useChoose(): (result: SearchResult) => void {
  const { dispatch } = useDesk();
  const texts = useMapToolTexts();
  return useCallback(
    (result) => {
      if (result.type === "incident" || result.type === "unit") {
        const { type, id } = result;
        dispatch(type === "incident" ? { do: "select", id } : { do: "unit", id });
        dispatch({ do: "fly", to: { to: type, id } });
      } else {
        const hint = result.type === "place" && result.approximate ? { hint: texts.showsProvince } : {};
        dispatch({ do: "fly", to: { to: "place", place: { ...result, ...hint } } });
      }
    },
    [dispatch, texts],
  );
}
