/** Tasks: assigned in three steps, and shown alike on board, unit and incident. */
import { isAccessible } from "./support/accessible";
import { act, bridge, expect, isSame, type Page, report, row, test } from "./support/test";

/** Counts the key presses and clicks on a page from now on. */
async function countSteps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { steps: number };
    counted.steps = 0;
    const one = (event: Event) => {
      if (event.isTrusted) counted.steps += 1;
    };
    window.addEventListener("keydown", one, true);
    window.addEventListener("pointerdown", one, true);
  });
  return () => page.evaluate(() => (window as unknown as { steps: number }).steps);
}

const board = (page: Page) => page.getByTestId("board");
const task = (page: Page, callsign: string) =>
  board(page).locator(`[data-testid="task-row"][data-callsign="${callsign}"]`);
const card = (page: Page) => page.getByTestId("detail").getByTestId("task-card");
const unit = (page: Page, callsign: string) =>
  page.locator(`[data-testid="unit-row"][data-callsign="${callsign}"]`);

/** Card, board and unit list show the same state of the only task. */
async function allSay(page: Page, callsign: string, status: string, unitStatus: string): Promise<void> {
  await expect(card(page)).toHaveAttribute("data-status", status);
  await board(page)
    .getByRole("tab", { name: /^Tasks/ })
    .click();
  const live = status !== "completed";
  await expect(task(page, callsign)).toHaveCount(live ? 1 : 0);
  if (live) await expect(task(page, callsign)).toHaveAttribute("data-status", status);
  await board(page)
    .getByRole("tab", { name: /^Units/ })
    .click();
  await expect(unit(page, callsign).getByTestId("unit-status")).toHaveAttribute("data-status", unitStatus);
}

test("a commander assigns in three steps, and board, unit and incident agree to the end", async ({
  screens,
}) => {
  const operator = await screens.open("kh.operator");
  const page = await screens.open("kh.commander");
  for (const screen of [operator, page]) await isSame(screen);
  const ref = await report(operator);
  await row(page, ref).click();
  await expect(page.getByRole("toolbar")).toBeVisible();

  const steps = await countSteps(page);
  await page.keyboard.press("t");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(card(page)).toHaveCount(1);
  expect(await steps()).toBe(3);

  const first = await card(page).locator("b").first().innerText();
  await allSay(page, first, "assigned", "assigned");
  await expect(row(page, ref)).toBeVisible();
  await expect(page.getByTestId("detail")).toContainText("Responding");

  await page.locator('[data-step="acknowledged"]').click();
  await allSay(page, first, "acknowledged", "assigned");
  await page.locator('[data-step="en_route"]').click();
  await allSay(page, first, "en_route", "en_route");

  // Reassigned to another unit, the task starts again and the first unit is free.
  await page.getByRole("button", { name: `More about the task of ${first}` }).click();
  await page.getByRole("menuitem", { name: "Reassign" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: new RegExp(first) })).toHaveCount(0);
  const other = await dialog.getByRole("radio").first().getAttribute("data-callsign");
  if (!other) throw new Error("no other unit is offered");
  await dialog.getByRole("radio").first().click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Nearer to the place");
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog).toHaveCount(0);
  await allSay(page, other, "assigned", "assigned");
  await expect(unit(page, first).getByTestId("unit-status")).toHaveAttribute("data-status", "available");

  for (const [step, unitStatus] of [
    ["acknowledged", "assigned"],
    ["en_route", "en_route"],
    ["on_scene", "on_scene"],
  ] as const) {
    await page.locator(`[data-step="${step}"]`).click();
    await allSay(page, other, step, unitStatus);
  }
  await page.locator('[data-step="completed"]').click();
  await dialog.getByRole("textbox", { name: "Result" }).fill("Vehicle checked");
  await dialog.getByRole("button", { name: "Complete" }).click();
  await expect(dialog).toHaveCount(0);
  await allSay(page, other, "completed", "available");
  await expect(card(page)).toContainText("Vehicle checked");
});

test("assigning passes axe, suggests by order alone, and offers no unit that is out of service", async ({
  screens,
}) => {
  const page = await screens.open("la.commander");
  await isSame(page);
  await page.keyboard.press("2");
  const menu = (callsign: string) => page.getByRole("button", { name: `Actions for ${callsign}` });
  await menu("CHA-18").click();
  await page.getByRole("menuitem", { name: "End duty" }).click();
  await expect(unit(page, "CHA-18")).toContainText("off duty");
  await menu("CHA-15").click();
  await page.getByRole("menuitemradio", { name: "Out of service" }).click();
  await expect(unit(page, "CHA-15").getByTestId("unit-status")).toHaveAttribute(
    "data-status",
    "out_of_service",
  );
  await report(page, { purpose: "drugs", kind: "drug-seizure", impact: "High", place: "14.00 105.91" });
  await act(page, "assign");
  const radios = page.getByTestId("unit-picker").getByRole("radio");
  // The two nearest come after the far one on duty: one is off duty, one out of service.
  await expect(radios.first()).toHaveAttribute("data-callsign", "CHA-07");
  const order = await radios.evaluateAll((all) => all.map((radio) => radio.getAttribute("data-callsign")));
  expect(order.indexOf("CHA-18")).toBeGreaterThan(order.indexOf("ATT-03"));
  await expect(radios.last()).toHaveAttribute("data-callsign", "CHA-15");
  await expect(radios.last()).toBeDisabled();
  await expect(page.getByTestId("unit-picker").getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("dialog").getByRole("button", { name: "Assign", exact: true })).toBeDisabled();
  await isAccessible(page);
});

test("an administrator sees own units and registers one", async ({ screens }) => {
  const page = await screens.open("kh.admin");
  // It holds no picture to compare, so it says only that it is connected.
  await expect(bridge(page)).toHaveAttribute("data-state", "live");
  await page.getByRole("button", { name: "Register" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /Callsign/ }).fill("STR-77");
  await dialog.getByRole("radio", { name: "Boat" }).click();
  const place = dialog.getByRole("textbox", { name: /Coordinates or place/ });
  await place.fill("13.60 105.98");
  await place.press("Enter");
  await dialog.getByRole("button", { name: "Register" }).click();
  await expect(unit(page, "STR-77")).toContainText("13.6000 N 105.9800 E");
  await expect(unit(page, "CHA-18")).toHaveCount(0);
  await isAccessible(page);
});
