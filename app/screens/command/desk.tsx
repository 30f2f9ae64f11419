"use client";
/** The state of the command screen: selection, filter, open panel, a place being picked. */
import { createContext, type ReactNode, useContext, useMemo, useReducer } from "react";
import type { FoundPlace } from "@/map/search";
import type { TriageFilter } from "../../live/views/triage";
import type { BoardTabName } from "./board/names";

export type Panel = "detail" | "report" | "revise" | "propose";
/** Where the map flies to: a place that was found and is marked, an incident, a unit. */
export type Flight = { to: "place"; place: FoundPlace } | { to: "incident" | "unit"; id: string };
export type Pick = { lng: number; lat: number };

type State = {
  selected: string | undefined;
  /** The unit that was clicked or found: ringed on the map, marked on the board. */
  unit: string | undefined;
  filter: TriageFilter;
  panel: Panel;
  picking: boolean;
  picked: Pick | undefined;
  palette: boolean;
  keys: boolean;
  /** The board under the map. */
  board: { open: boolean; tab: BoardTabName };
  /** How often the incident list was asked for; it takes the focus each time. */
  listAsked: number;
  /** Where the map flies to; a new object for each flight. */
  flight: Flight | undefined;
};

type DeskChange =
  | { do: "select"; id: string | undefined }
  | { do: "unit"; id: string }
  | { do: "filter"; filter: TriageFilter }
  | { do: "panel"; panel: Panel }
  | { do: "pick"; on: boolean }
  | { do: "picked"; place: Pick | undefined }
  | { do: "palette"; open: boolean }
  | { do: "fly"; to: Flight }
  | { do: "keys"; open: boolean }
  | { do: "list" }
  | { do: "board"; tab?: BoardTabName; open?: boolean };

const start: State = {
  selected: undefined,
  unit: undefined,
  filter: {},
  panel: "detail",
  picking: false,
  picked: undefined,
  palette: false,
  keys: false,
  board: { open: true, tab: "tasks" },
  listAsked: 0,
  flight: undefined,
};

function reduce(state: State, change: DeskChange): State {
  switch (change.do) {
    case "select":
      return {
        ...state,
        selected: change.id,
        unit: undefined,
        flight: undefined,
        panel: "detail",
        picking: false,
        palette: false,
      };
    case "unit":
      return {
        ...state,
        unit: change.id,
        flight: undefined,
        board: { tab: "units", open: true },
        palette: false,
      };
    case "filter":
      return { ...state, filter: change.filter };
    case "panel":
      return { ...state, panel: change.panel, picking: false, picked: undefined, palette: false };
    case "pick":
      return { ...state, picking: change.on };
    case "picked":
      return { ...state, picked: change.place, picking: false };
    case "palette":
      return { ...state, palette: change.open };
    case "fly":
      return { ...state, flight: { ...change.to }, palette: false };
    case "list":
      return { ...state, filter: {}, listAsked: state.listAsked + 1 };
    case "keys":
      return { ...state, keys: change.open };
    case "board":
      return {
        ...state,
        board: { tab: change.tab ?? state.board.tab, open: change.open ?? true },
        palette: false,
      };
  }
}

export type Desk = State & { dispatch: (change: DeskChange) => void };
const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ children }: { children: ReactNode }) {
  const [state, dispatch] = useReducer(reduce, start);
  const desk = useMemo(() => ({ ...state, dispatch }), [state]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk outside DeskProvider");
  return desk;
}
