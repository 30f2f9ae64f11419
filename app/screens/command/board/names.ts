/** The tabs of the board under the map, in their order and by their keys 1 to 4. */
export const boardTabNames = ["tasks", "units", "requests", "clocks"] as const;
export type BoardTabName = (typeof boardTabNames)[number];
