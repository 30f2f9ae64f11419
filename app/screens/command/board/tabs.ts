/** The tabs of the board. A new one is one line: its name, its count, and its panel. */
import type { ComponentType } from "react";
import { ClocksCount, ClocksTab } from "./clocks-tab";
import type { BoardTabName } from "./names";
import { RequestsCount, RequestsTab } from "./requests-tab";
import { TasksCount, TasksTab } from "./tasks-tab";
import { UnitsCount, UnitsTab } from "./units-tab";

export type BoardTab = {
  name: BoardTabName;
  /** Draws a number beside the name. */
  Count?: ComponentType;
  Panel: ComponentType;
};

export const boardTabs: readonly BoardTab[] = [
  { name: "tasks", Count: TasksCount, Panel: TasksTab },
  { name: "units", Count: UnitsCount, Panel: UnitsTab },
  { name: "requests", Count: RequestsCount, Panel: RequestsTab },
  { name: "clocks", Count: ClocksCount, Panel: ClocksTab },
];
