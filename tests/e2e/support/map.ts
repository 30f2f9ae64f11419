/** Steps of the tests of the map. */
import { expect, type Locator, type Page } from "@playwright/test";

const drawnBy = { timeout: 90_000 };

/** Blocks requests to any other host, and records them. */
export async function alone(page: Page, host: string): Promise<string[]> {
  const foreign: string[] = [];
  await page.context().route(
    ({ protocol, host: asked }) => /^https?:/.test(protocol) && asked !== host,
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  return foreign;
}

export const mapOf = (page: Page): Locator => page.locator(".sekong-map");

/** Waits until the map has drawn everything, and at least `atLeast` incidents. */
export async function isDrawn(page: Page, atLeast = 1): Promise<void> {
  await expect(mapOf(page)).toHaveAttribute("data-map-idle", "true", drawnBy);
  await expect
    .poll(async () => Number(await mapOf(page).getAttribute("data-map-drawn")), drawnBy)
    .toBeGreaterThanOrEqual(atLeast);
}

/** Clicks a place on the map's canvas, given as fractions of its width and height. */
export async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const box = await mapOf(page).boundingBox();
  if (!box) throw new Error("the map has no place on the screen");
  await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 3 });
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}
