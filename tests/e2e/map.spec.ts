/** The map of the real product, with nothing to be had but what its own server gives. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Locator, TestInfo } from "@playwright/test";
import sharp from "sharp";
import type { Language } from "@/domain/vocabulary";
import { signIn, TestScreen, until } from "../support/client";
import { expect, isSame, type Page, report, seizure, test } from "./support/test";

const drawnBy = { timeout: 90_000 };

/** Makes the page unable to reach any other host, and keeps what it tried. */
async function alone(page: Page, host: string): Promise<string[]> {
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

const mapOf = (page: Page): Locator => page.locator(".sekong-map");

async function isDrawn(page: Page, atLeast = 1): Promise<void> {
  await expect(mapOf(page)).toHaveAttribute("data-map-idle", "true", drawnBy);
  await expect
    .poll(async () => Number(await mapOf(page).getAttribute("data-map-drawn")), drawnBy)
    .toBeGreaterThanOrEqual(atLeast);
}

/**
 * Baselines of pixels differ between machines (docs/decisions/0020): what must hold is that the map is no empty plane,
 * has the two sides' land in two colours, and says what it must.
 */
async function looksLikeAMap(page: Page, info: TestInfo, name: string): Promise<void> {
  const picture = await mapOf(page).screenshot();
  await info.attach(name, { body: picture, contentType: "image/png" });
  const { data, info: size } = await sharp(picture)
    .removeAlpha()
    .resize(160, 120, { kernel: "nearest" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += size.channels) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const total = size.width * size.height;
  const large = [...counts.values()].filter((count) => count > total * 0.03);
  expect(counts.size, `${name}: colours`).toBeGreaterThan(60);
  expect(large.length, `${name}: outside, Cambodia's land and Laos's`).toBeGreaterThanOrEqual(3);
  expect(Math.max(...large) / total, `${name}: no single plane`).toBeLessThan(0.75);
  await expect(page.locator(".sekong-map-note")).toContainText("OpenStreetMap");
}

/** A town of each side, typed in the script of the language, and what the map then names. */
const searches: Record<Language, [typed: string, found: string][]> = {
  en: [
    ["stung tr", "Stung Treng"],
    ["13°55'44\"N 106°00'00\"E", "13°55"],
  ],
  km: [["ស្ទឹងត្រែង", "ស្ទឹងត្រែង"]],
  lo: [["ອັດຕະປື", "ອັດຕະປື"]],
};
const scripts: Record<Language, RegExp> = {
  en: /noto-sans-latin/,
  km: /noto-sans-khmer/,
  lo: /noto-sans-lao/,
};

async function findsAndFlies(page: Page, typed: string, found: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByRole("combobox").fill(typed);
  await palette.getByRole("option").filter({ hasText: found }).first().click();
  await expect(palette).toHaveCount(0);
  const mark = page.locator(".sekong-found");
  await expect(mark).toContainText(found);
  const [at, around] = [await mark.boundingBox(), await mapOf(page).boundingBox()];
  if (!at || !around) throw new Error("the map or its mark has no place on the screen");
  expect(Math.abs(at.x + at.width / 2 - (around.x + around.width / 2))).toBeLessThan(4);
  expect(Math.abs(at.y + at.height / 2 - (around.y + around.height / 2))).toBeLessThan(4);
}

for (const language of ["en", "km", "lo"] as const) {
  test(`map, fonts, symbols and search work with the cable pulled out (${language})`, async ({
    screens,
    site,
  }, info) => {
    const reporter = await screens.open("kh.commander");
    await isSame(reporter);
    await report(reporter, seizure);
    await reporter.close();
    const page = await screens.open("kh.commander", "/sign-in", language);
    const foreign = await alone(page, new URL(site.url).host);
    const fonts: string[] = [];
    page.on("response", (response) => {
      if (response.url().endsWith(".woff2") && response.ok()) fonts.push(response.url());
    });
    await page.goto(`${site.url}/command`);
    await isSame(page);
    await isDrawn(page);
    await looksLikeAMap(page, info, `command-${language}`);
    expect(fonts.filter((url) => url.includes("/map/") && scripts[language].test(url))).not.toEqual([]);
    for (const [typed, found] of searches[language]) await findsAndFlies(page, typed, found);
    await page.goto(`${site.url}/wall`);
    await isDrawn(page);
    await looksLikeAMap(page, info, `wall-${language}`);
    expect(foreign).toEqual([]);
  });
}

/** A place on the map's canvas, as shares of its width and height. */
async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const box = await mapOf(page).boundingBox();
  if (!box) throw new Error("the map has no place on the screen");
  await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 3 });
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}

async function drawArea(
  page: Page,
  words: string,
  choose: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByTestId("draw").click();
  await page.getByRole("menuitem", { name: "Area" }).click();
  await expect(page.getByText(/Click each corner/)).toBeVisible();
  // The tool's library comes when it is first used.
  await page.waitForLoadState("networkidle");
  const corners: [number, number][] = [
    [0.35, 0.3],
    [0.75, 0.3],
    [0.75, 0.75],
    [0.35, 0.75],
  ];
  for (const [x, y] of corners) await clickMap(page, x, y);
  await clickMap(page, 0.35, 0.3);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(words);
  await choose(dialog);
  await dialog.getByRole("button", { name: "Put on the map" }).click();
  await expect(dialog).toHaveCount(0);
}

const listed = async (page: Page): Promise<string[]> => {
  await page.getByTestId("draw").click();
  const items = await page.getByRole("menuitem").allTextContents();
  await page.keyboard.press("Escape");
  return items.filter((text) => /^(KH|LA)/.test(text));
};

test("an area drawn for both countries is on the other side's map, and goes when its owner removes it", async ({
  screens,
}) => {
  const cambodia = await screens.open("kh.commander");
  const laos = await screens.open("la.commander");
  for (const page of [cambodia, laos]) await isDrawn(page, 0);
  await drawArea(cambodia, "Search sector 3", (dialog) =>
    dialog.getByRole("radio", { name: "Both countries" }).click(),
  );
  await expect.poll(() => listed(laos)).toEqual(["KHSearch sector 3"]);
  await laos.getByTestId("draw").click();
  await laos.getByRole("menuitem", { name: /Search sector 3/ }).click();
  await expect(laos.getByTestId("drawing-card")).toContainText("KH-JOC-1");
  await expect(laos.getByTestId("drawing-card").getByRole("button", { name: "Remove" })).toHaveCount(0);
  await clickMap(cambodia, 0.5, 0.31);
  await clickMap(cambodia, 0.55, 0.55);
  await cambodia.getByTestId("drawing-card").getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => laos.getByTestId("drawing-card").count()).toBe(0);
});

test("a national area stays at home, and warns when a unit comes in and when none is left", async ({
  screens,
  site,
}) => {
  const cambodia = await screens.open("kh.commander");
  const laos = await screens.open("la.commander");
  for (const page of [cambodia, laos]) await isDrawn(page, 0);
  await drawArea(cambodia, "Closed forest", async (dialog) => {
    await dialog.getByRole("checkbox", { name: "comes in" }).check();
    await dialog.getByRole("checkbox", { name: /none is left/ }).check();
  });
  expect(await listed(cambodia)).toEqual(["KHClosed forest"]);
  const { cookie } = await signIn(site.url, "kh.officer");
  const officer = await TestScreen.open(site.url, "kh.officer", { screen: "field", cookie });
  const session = await fetch(`${site.url}/api/session`, { headers: { cookie } });
  const { user } = (await session.json()) as { user: { unitId: string } };
  let second = 0;
  // Positions are gathered and the latest wins: the next is sent only when the one before was shown.
  const move = async (lng: number, lat: number) => {
    second += 1;
    const at = Date.now() - 600_000 + second * 1_000;
    officer.socket.emit("position", { unitId: user.unitId, lng, lat, at: new Date(at).toISOString() });
    await until(
      () => officer.positions.some((position) => position[3] === at),
      "the unit's position is shown",
    );
  };
  const notices = cambodia.getByTestId("fence-notice");
  const comesAndGoes = async () => {
    await move(104.4, 13);
    await move(106.2, 14.1);
    await move(104.4, 13);
    return (await notices.allTextContents()).join();
  };
  await expect.poll(comesAndGoes).toMatch(/came into Closed forest.*no unit is left there/);
  expect(await listed(laos)).toEqual([]);
  officer.socket.disconnect();
});

test("an operator's own layer is offered with its attribution, and a bad file is named with the reason", async ({
  screens,
  site,
}) => {
  const folder = path.join(site.dataFolder, "layers");
  mkdirSync(folder, { recursive: true });
  const roads = {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: {},
        geometry: {
          type: "LineString",
          coordinates: [
            [105.97, 13.53],
            [106, 13.93],
          ],
        },
      },
    ],
  };
  const description = { title: { en: "Roads" }, attribution: "© Road office", style: "line" };
  writeFileSync(path.join(folder, "roads.geojson"), JSON.stringify(roads));
  writeFileSync(path.join(folder, "roads.layer.json"), JSON.stringify(description));
  writeFileSync(path.join(folder, "broken.geojson"), "{");
  writeFileSync(path.join(folder, "broken.layer.json"), JSON.stringify(description));
  const page = await screens.open("kh.commander");
  await isDrawn(page, 0);
  await page.getByTestId("layers").click();
  await expect(page.getByText("broken.geojson is left out: the file is not JSON")).toBeVisible();
  await expect(page.locator(".sekong-map-note")).not.toContainText("Road office");
  await page.getByRole("checkbox", { name: /Roads/ }).check();
  await expect(page.locator(".sekong-map-note")).toContainText("© Road office");
});
