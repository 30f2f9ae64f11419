/** What each tab of the board shows: the compiler asks for every name of `names.ts`. */
import type { ComponentType } from "react";
import { ClocksCount, ClocksTab } from "./clocks-tab";
import { type BoardTabName, boardTabNames } from "./names";
import { RequestsCount, RequestsTab } from "./requests-tab";
import { TasksCount, TasksTab } from "./tasks-tab";
import { UnitsCount, UnitsTab } from "./units-tab";

type BoardTab = {
  /** Draws a number beside the name. */
  Count?: ComponentType;
  Panel: ComponentType;
};

const byName: Record<BoardTabName, BoardTab> = {
  tasks: { Count: TasksCount, Panel: TasksTab },
  units: { Count: UnitsCount, Panel: UnitsTab },
  requests: { Count: RequestsCount, Panel: RequestsTab },
  clocks: { Count: ClocksCount, Panel: ClocksTab },
};

export const boardTabs = boardTabNames.map((name) => ({ name, ...byName[name] }));
