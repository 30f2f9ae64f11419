import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { copyMapAssets } from "@/map/copy-assets.mjs";
import { type MapPage, openMapPage } from "../../map/engine/testing/browser";

let opened: MapPage | undefined;

async function show(drawable: boolean) {
  opened = await openMapPage({ entry: "app/parts/map/testing/host-page.tsx", waitFor: "showHost" });
  const text = await opened.page.evaluate((can) => window.showHost(can), drawable);
  return { page: opened.page, text };
}

beforeAll(copyMapAssets);
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe("the map host", { timeout: 120_000 }, () => {
  it("says that it is loading, then gives its children the engine and draws what the feed has", async () => {
    const { page, text } = await show(true);
    expect(text).toBe("Loading the map");
    await page.getByTestId("over").waitFor();
    expect(await page.locator(".message").count()).toBe(0);
    await page.waitForSelector('[data-map-incidents="1"]', { state: "attached", timeout: 60_000 });
  });

  it("says that the map cannot be drawn, and shows neither a map nor what lies over it", async () => {
    const { page, text } = await show(false);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await page.locator(".message").allTextContents()).toEqual([await alert.textContent()]);
    expect(await alert.textContent()).not.toBe(text);
    expect(await page.locator("canvas, [data-testid=over]").count()).toBe(0);
  });
});
