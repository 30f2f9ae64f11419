export * from "./auth";
export * from "./log";
export * from "./projections";
export * from "./tracks";
