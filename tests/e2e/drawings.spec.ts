/** Drawings and watched areas, on both sides. */
import type { Locator } from "@playwright/test";
import { signIn, TestScreen, until } from "../support/client";
import { clickMap, isDrawn, mapOf } from "./support/map";
import { expect, type Page, test } from "./support/test";

async function drawArea(
  page: Page,
  words: string,
  choose: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByTestId("draw").click();
  await page.getByRole("menuitem", { name: "Area" }).click();
  await expect(page.getByText(/Click each corner/)).toBeVisible();
  // The tool's library is loaded when it is first used.
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
  await dialog.getByRole("button", { name: "Put on map" }).click();
  await expect(dialog).toHaveCount(0);
}

const listed = async (page: Page): Promise<string[]> => {
  await page.getByTestId("draw").click();
  const items = await page.getByRole("menuitem").allTextContents();
  await page.keyboard.press("Escape");
  return items.filter((text) => /^(KH|LA)/.test(text));
};

/** Drags a corner from one place of the map's canvas to another, and saves the shape. */
async function reshape(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.getByTestId("drawing-card").getByRole("button", { name: "Change shape" }).click();
  await expect(page.getByText(/Drag the points into place/)).toBeVisible();
  // The library that draws the corners is loaded when the button has become "Save".
  const box = await mapOf(page).boundingBox();
  if (!box) throw new Error("the map has no place on the screen");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 6 });
  await page.mouse.up();
  await save.click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** A unit of Cambodia that sends its position, as a field screen does. */
async function unitOf(url: string) {
  const { cookie } = await signIn(url, "kh.officer");
  const officer = await TestScreen.open(url, "kh.officer", { screen: "field", cookie });
  const session = await fetch(`${url}/api/session`, { headers: { cookie } });
  const { user } = (await session.json()) as { user: { unitId: string } };
  let second = 0;
  // Only the latest position is sent on, so the next one waits until this one is shown.
  const move = async (lng: number, lat: number) => {
    second += 1;
    const at = Date.now() - 600_000 + second * 1_000;
    officer.socket.emit("position", { unitId: user.unitId, lng, lat, at: new Date(at).toISOString() });
    await until(
      () => officer.positions.some((position) => position[3] === at),
      "the unit's position is shown",
    );
  };
  return { move, close: () => officer.socket.disconnect() };
}

test("drawings: joint ones are live on both sides and changed by their owner, national ones stay in their country, areas warn", async ({
  screens,
  site,
}) => {
  const cambodia = await screens.open("kh.commander");
  const laos = await screens.open("la.commander");
  for (const page of [cambodia, laos]) await isDrawn(page, 0);

  await drawArea(cambodia, "Search sector 3", (dialog) =>
    dialog.getByRole("radio", { name: "Both sides" }).click(),
  );
  await expect.poll(() => listed(laos)).toEqual(["KHSearch sector 3"]);
  await laos.getByTestId("draw").click();
  await laos.getByRole("menuitem", { name: /Search sector 3/ }).click();
  await expect(laos.getByTestId("drawing-card")).toContainText("KH-JOC-1");
  await expect(laos.getByTestId("drawing-card").getByRole("button")).toHaveCount(1);

  const watcher = await TestScreen.open(site.url, "la.commander");
  const held = () => [...watcher.fold.picture.drawings.values()];
  const [before] = held();
  await clickMap(cambodia, 0.55, 0.55);
  await reshape(cambodia, [0.75, 0.75], [0.85, 0.65]);
  await until(() => held()[0]?.at !== before?.at, "the changed shape is on the other side");
  const [after] = held();
  expect([held().length, after?.id, after?.label]).toEqual([1, before?.id, "Search sector 3"]);
  const corners = (drawing = after) =>
    drawing?.geometry.type === "Polygon" ? (drawing.geometry.coordinates[0] ?? []) : [];
  expect(corners().filter((corner, index) => String(corner) !== String(corners(before)[index]))).toHaveLength(
    1,
  );
  watcher.close();

  await clickMap(cambodia, 0.55, 0.55);
  await cambodia.getByTestId("drawing-card").getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => laos.getByTestId("drawing-card").count()).toBe(0);

  await drawArea(cambodia, "Closed forest", async (dialog) => {
    await dialog.getByRole("checkbox", { name: "enters" }).check();
    await dialog.getByRole("checkbox", { name: /leaves the area empty/ }).check();
  });
  expect(await listed(cambodia)).toEqual(["KHClosed forest"]);
  const { move, close } = await unitOf(site.url);
  const notices = cambodia.getByTestId("fence-notice");
  const comesAndGoes = async () => {
    // Two fixes on one side decide.
    for (const [lng, lat] of [
      [104.4, 13],
      [106.2, 14.1],
      [104.4, 13],
    ] as const) {
      await move(lng, lat);
      await move(lng, lat);
    }
    return (await notices.allTextContents()).join();
  };
  await expect.poll(comesAndGoes).toMatch(/entered Closed forest.*no unit remains/);
  expect(await listed(laos)).toEqual([]);
  close();
});
