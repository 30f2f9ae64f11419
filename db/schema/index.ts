export * from "./auth";
export * from "./exchange";
export * from "./fences";
export * from "./log";
export * from "./projections";
export * from "./tracks";
