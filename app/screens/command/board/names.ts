/** The tabs of the board under the map, in their order; the keys 1, 2, 3 … open them. */
export const boardTabNames = ["tasks", "units", "requests", "clocks"] as const;
export type BoardTabName = (typeof boardTabNames)[number];
