/** The short form of `npm run canary`. */
import { expect, it } from "vitest";
import { countries } from "@/domain/vocabulary";
import { playCanary } from "./canary/run";

it("no national canary is in the partner's files, rows, logs or on its screens; all are found at home", {
  timeout: 240_000,
}, async () => {
  const found = await playCanary(50, () => undefined);
  for (const country of countries) {
    const { leaks, unseenAtHome, planted, released } = found[country];
    expect({ country, leaks, unseenAtHome }).toEqual({ country, leaks: [], unseenAtHome: [] });
    expect(planted).toBeGreaterThanOrEqual(50);
    expect(released).toBeGreaterThan(2);
  }
});
