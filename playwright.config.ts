/** Browser tests against the real built server; one at a time, since software rendering takes both cores. */
import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./tests/support/chromium";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/support/build.ts",
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    // Larger than this, software rendering alone takes the time of a test.
    viewport: { width: 1280, height: 720 },
    locale: "en-GB",
    reducedMotion: "reduce",
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
    // Without its film: software rendering takes both cores as it is.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
});
