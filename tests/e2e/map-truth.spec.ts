/** The map tells the truth: symbols on their own side of the border, and list, map, board and search that move together. */
import { readFileSync } from "node:fs";
import { type Countries, sidesOf } from "@/map/places/sides";
import { newSubject, reportBody, signIn, TestScreen } from "../support/client";
import { isDrawn, mapOf } from "./support/map";
import { expect, isSame, type Page, row, test } from "./support/test";

const sideAt = sidesOf(JSON.parse(readFileSync("map/built/countries.json", "utf8")) as Countries);
type Place = { lng: number; lat: number };

/** Reports and releases one of very high impact; answers with its id and reference. */
async function put(
  [by, approver]: readonly [TestScreen, TestScreen],
  country: "KH" | "LA",
  place: Place,
  more: object = {},
): Promise<{ id: string; ref: string; place: Place }> {
  const id = newSubject(country);
  await by.must("incident.report", id, reportBody({ impact: "very-high", kind: "arms", place, ...more }));
  await by.must("release.request", id);
  await approver.must("release.approve", id);
  return { id, ref: by.fold.picture.incidents.get(id)?.ref ?? "", place };
}

const spreadOn = async (page: Page): Promise<Record<string, [number, number]>> =>
  JSON.parse((await mapOf(page).getAttribute("data-map-spread")) ?? "{}");
const mark = (page: Page) => page.locator(".sekong-selected:not(.sekong-unit)");

async function middleOf(page: Page, css: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(css).boundingBox();
  if (!box) throw new Error(`${css} has no place on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function openDesks(url: string) {
  const open = (account: string) => TestScreen.open(url, account);
  const kh = [await open("kh.operator"), await open("kh.commander")] as const;
  const la = [await open("la.operator"), await open("la.commander")] as const;
  return { kh, la, close: () => [...kh, ...la].map((desk) => desk.close()) };
}

test("wall and desk spread a stack at the border, each on its own side; a victims' cell is a square", async ({
  screens,
  site,
}) => {
  const desks = await openDesks(site.url);
  const all = [
    await put(desks.kh, "KH", { lng: 106.002, lat: 13.905 }),
    await put(desks.kh, "KH", { lng: 106.008, lat: 13.909 }),
    await put(desks.la, "LA", { lng: 106.0, lat: 13.945 }),
    await put(desks.la, "LA", { lng: 106.01, lat: 13.95 }),
  ];
  const victims = await put(
    desks.kh,
    "KH",
    { lng: 106.72, lat: 13.52 },
    { kind: "victims-in-transit", people: [{ role: "possible-victim", count: 4 }] },
  );
  const wall = await screens.open("kh.wall", "/wall");
  await isDrawn(wall, 5);
  await expect
    .poll(async () => Object.keys(await spreadOn(wall)).length, { timeout: 60_000 })
    .toBeGreaterThan(3);
  const spread = await spreadOn(wall);
  for (const { id, ref, place } of all) {
    const [lng, lat] = spread[id] ?? [0, 0];
    expect(sideAt(lng, lat), `${ref} on the wall at ${lng} ${lat}`).toBe(sideAt(place.lng, place.lat));
  }

  const lao = await screens.open("la.commander");
  await isSame(lao);
  await isDrawn(lao, 5);
  await row(lao, victims.ref).click();
  await expect(mark(lao)).toHaveClass(/sekong-somewhere/);
  await expect(mark(lao)).toContainText("somewhere in this square");
  // The keyboard opens the stack that the selected one is in, and goes round it; the list follows.
  await row(lao, all[2]?.ref ?? "").click();
  // What is pressed while the map still moves to the selected one opens nothing.
  await expect(async () => {
    await isDrawn(lao);
    await mapOf(lao).locator("canvas").press("Enter");
    await expect.poll(async () => Object.keys(await spreadOn(lao)).length).toBeGreaterThan(3);
  }).toPass({ timeout: 120_000 });
  for (const [id, [lng, lat]] of Object.entries(await spreadOn(lao))) {
    const own = all.find((each) => each.id === id);
    if (own) expect(sideAt(lng, lat), own.ref).toBe(sideAt(own.place.lng, own.place.lat));
  }
  const before = await mark(lao).innerText();
  await lao.keyboard.press("ArrowRight");
  await expect(mark(lao)).not.toHaveText(before);
  await expect(row(lao, await mark(lao).innerText())).toHaveAttribute("aria-current", "true");
  await lao.keyboard.press("Escape");
  await expect.poll(() => spreadOn(lao)).toEqual({});
  desks.close();
});

test("list, map and detail move together; filter, readout, units and search too", async ({
  screens,
  site,
}) => {
  const desks = await openDesks(site.url);
  // The nearer deadline stands above, so what is put first is above.
  await put(desks.kh, "KH", { lng: 107.1, lat: 13.7 });
  const far = await put(desks.kh, "KH", { lng: 104.75, lat: 13.35 }, { kind: "timber", impact: "low" });
  const page = await screens.open("kh.commander");
  await isSame(page);
  await isDrawn(page);

  // A row, by the keyboard: the map goes there, and its coordinates are those of the middle.
  const readout = page.getByTestId("readout");
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await row(page, far.ref).focus();
  await page.keyboard.press("Enter");
  await expect(mark(page)).toHaveText(far.ref);
  await expect(readout).toHaveAttribute("data-of", "middle");
  await expect(readout).toContainText("13.35");
  await expect(readout).toContainText("104.75");
  // K selects the one above, and the detail and the map follow.
  await page.keyboard.press("k");
  await expect(mark(page)).not.toHaveText(far.ref);
  const next = await mark(page).innerText();
  await expect(page.getByTestId("detail")).toContainText(next.slice(0, 11));
  const frame = await mapOf(page).boundingBox();
  const at = await middleOf(page, ".sekong-selected");
  expect(frame && at.x > frame.x && at.x < frame.x + frame.width).toBe(true);

  // A symbol, by a click: the row comes into sight and the detail opens. Escape closes it.
  await row(page, far.ref).click();
  const symbol = await middleOf(page, ".sekong-selected");
  await page.keyboard.press("Escape");
  await expect(mark(page)).toHaveCount(0);
  await page.mouse.move(symbol.x - 30, symbol.y - 40);
  await expect(readout).toHaveAttribute("data-of", "pointer");
  await isDrawn(page);
  await page.mouse.click(symbol.x, symbol.y);
  await expect(mark(page)).toHaveText(far.ref);
  await expect(row(page, far.ref)).toBeInViewport();
  await expect(row(page, far.ref)).toHaveAttribute("aria-current", "true");
  await expect(page.getByTestId("detail")).toContainText(far.ref);
  await page.keyboard.press("Escape");

  // The list's filter is the map's, in words.
  await page.getByTestId("triage").getByRole("button", { name: /^Laos/ }).click();
  const hidden = page.getByTestId("hidden-by-filter");
  await expect(hidden).toContainText(/^\d+ hidden by filter/);
  await isDrawn(page, 0);
  await page.mouse.click(symbol.x, symbol.y);
  await expect(mark(page)).toHaveCount(0);
  await hidden.getByRole("button").click();
  await expect(hidden).toHaveCount(0);
  await isDrawn(page);
  await page.mouse.click(symbol.x, symbol.y);
  await expect(mark(page)).toHaveText(far.ref);

  await unitsFollow(page, site.url);
  for (const desk of [...desks.kh, ...desks.la]) desk.close();
});

/** A unit is found by its callsign and clicked on the map: its row on the board is marked. */
async function unitsFollow(page: Page, url: string): Promise<void> {
  const { cookie } = await signIn(url, "kh.officer");
  const officer = await TestScreen.open(url, "kh.officer", { screen: "field", cookie });
  const session = await fetch(`${url}/api/session`, { headers: { cookie } });
  const { user } = (await session.json()) as { user: { unitId: string } };
  const at = new Date().toISOString();
  officer.socket.emit("position", { unitId: user.unitId, lng: 105.3, lat: 13.6, at });
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByRole("combobox").fill("STR-2");
  await palette.getByRole("option").filter({ hasText: "Unit" }).first().click();
  await expect(palette).toHaveCount(0);
  const marked = page.locator("[aria-current=true] > [data-testid=unit-row]");
  await expect(marked).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(marked).toHaveCount(0);
  officer.close();
}

test("what a search pins is the place found", async ({ screens }) => {
  const page = await screens.open("la.operator");
  await isDrawn(page, 0);
  const find = async (typed: string, found: RegExp) => {
    await page.getByRole("combobox", { name: "Search the map" }).fill(typed);
    await page.getByRole("option", { name: found }).first().click();
  };
  await find("ratanak", /Province/);
  await expect(page.locator('.sekong-named[data-outline="KH-16"]')).toContainText("Ratanakiri");
  await expect(page.locator(".sekong-found")).toHaveCount(0);
  await find("banlung", /Town/);
  await expect(page.locator(".sekong-found")).toContainText("Banlung");
  await expect(page.locator(".sekong-named")).toHaveCount(0);
  await find("osvay", /Post/);
  await expect(page.locator('.sekong-named[data-outline="KH-19"]')).toContainText("shows the province");
  await expect(page.locator(".sekong-found")).toHaveCount(0);
  await find("13.9 106.1", /Decimal/);
  await expect(page.locator(".sekong-found")).toHaveCount(1);
});
