export * from "./auth";
export * from "./exchange";
export * from "./log";
export * from "./projections";
export * from "./tracks";
