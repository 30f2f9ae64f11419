/** Endings: what still runs is named and ended with an incident, the partner stands down, a handover is counted. */
import { newSubject, TestScreen, until } from "@/tests/support/client";
import { isAccessible } from "./support/accessible";
import { releasedIncident } from "./support/response";
import { act, expect, isSame, type Page, row, test } from "./support/test";

const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`);
const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator('button[type="submit"]');
const group = (page: Page, name: string) => page.getByTestId(`ending-${name}`);
const minuteMs = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString();
/** A time as it is typed at UTC+7. */
const typed = (at: string) => new Date(Date.parse(at) + 7 * 60 * minuteMs).toISOString().slice(11, 16);

/** The commanders of both countries, over the protocol. */
async function commanders(address: string): Promise<{ khmer: TestScreen; lao: TestScreen }> {
  const khmer = await TestScreen.open(address, "kh.commander");
  const lao = await TestScreen.open(address, "la.commander");
  return { khmer, lao };
}

function unitOf(screen: TestScreen, callsign: string): string {
  const found = [...screen.fold.picture.units.values()].find((unit) => unit.callsign === callsign);
  if (!found) throw new Error(`no unit ${callsign}`);
  return found.id;
}

const order = (incidentId: string, unitId: string) => ({
  incidentId,
  unitId,
  action: "patrol",
  shared: true,
});

test("K8 closing names the unit on its way and ends it in one confirmation; the partner stands down its own", async ({
  screens,
  site,
}) => {
  const { id, ref } = await releasedIncident(site.url);
  const { khmer, lao } = await commanders(site.url);
  await khmer.must("task.assign", newSubject("KH"), order(id, unitOf(khmer, "STR-21")));
  await khmer.must("request.make", newSubject("KH"), {
    incidentId: id,
    action: "patrol",
    urgency: "urgent",
    dueAt: inMinutes(20),
  });
  const theirs = newSubject("LA");
  await until(() => lao.fold.picture.incidents.has(id), "the incident crosses");
  await lao.must("task.assign", theirs, order(id, unitOf(lao, "CHA-07")));

  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  const partner = await screens.open("la.commander", "/command", "lo");
  for (const page of [operator, commander, partner]) {
    await isSame(page);
    await row(page, ref).click();
  }

  // An answer is due at the time that was asked for, and what ends the deadline stands beside it.
  const card = commander.getByTestId("request-card");
  await expect(card.getByTestId("ends-when").first()).toHaveText("ends when read");
  const due = await card.locator("[data-clock]").first().getAttribute("datetime");
  expect(Date.parse(due ?? "")).toBeLessThanOrEqual(Date.now() + 20 * minuteMs);

  await act(operator, "close");
  await expect(group(operator, "blocked")).toContainText("STR-21");
  await expect(group(operator, "blocked")).toContainText("Ask a commander");
  await dialog(operator).getByRole("radio", { name: "Resolved" }).click();
  await expect(submit(operator)).toBeDisabled();
  await operator.keyboard.press("Escape");

  await act(commander, "close");
  await expect(group(commander, "ends")).toContainText("STR-21");
  await expect(group(commander, "ends").locator('[data-what="request"]')).toContainText("Patrol");
  await expect(group(commander, "theirs")).toContainText("CHA-07");
  await expect(submit(commander)).toBeDisabled();
  await isAccessible(commander, '[role="dialog"]');
  await dialog(commander).getByRole("radio", { name: "Resolved" }).click();
  await submit(commander).click();
  await expect(dialog(commander)).toHaveCount(0);
  await expect(commander.locator('[data-testid="task-card"][data-status="cancelled"]')).toContainText(
    "The incident was closed.",
  );

  await expect(row(partner, ref)).toContainText("ຢຸດປະຕິບັດງານ");
  const task = partner.locator('[data-testid="task-card"]', { hasText: "CHA-07" });
  await expect(task.locator('[data-clock="stand-down"]')).toBeVisible();
  await lao.must("task.cancel", theirs, { reason: "ກັບຄືນ" });
  // The row may leave the list: what is closed and asks for nothing is folded away.
  await expect(row(partner, ref).filter({ hasText: "ຢຸດປະຕິບັດງານ" })).toHaveCount(0);
  await expect(partner.locator('[data-clock="stand-down"]')).toHaveCount(0);
  for (const page of [commander, partner]) await isSame(page);
  for (const screen of [khmer, lao]) screen.close();
});

test("K9 a handover of persons is confirmed with number and time, and a difference is told to both", async ({
  screens,
  site,
}) => {
  const { ref } = await releasedIncident(site.url);
  const khmer = await screens.open("kh.commander");
  const lao = await screens.open("la.commander", "/command", "lo");
  for (const page of [khmer, lao]) {
    await isSame(page);
    await row(page, ref).click();
  }
  await khmer.keyboard.press("y");
  await dialog(khmer).getByRole("combobox", { name: "Action requested" }).click();
  await khmer.getByRole("option", { name: "Handover", exact: true }).click();
  await dialog(khmer)
    .getByRole("textbox", { name: /^When/ })
    .fill(typed(inMinutes(8)));
  const desk = dialog(khmer).getByRole("combobox", { name: /^Receiving desk/ });
  await dialog(khmer)
    .getByRole("radiogroup", { name: "Received by" })
    .getByRole("radio", { name: "Laos" })
    .click();
  await desk.fill("KH-BLO-1");
  await expect(dialog(khmer)).toContainText("This is not a desk of Laos.");
  await expect(submit(khmer)).toBeDisabled();
  await desk.fill("LA-BLO-1");
  await submit(khmer).click();
  await step(lao, "accept").click();

  await step(khmer, "confirm").click();
  await expect(submit(khmer)).toBeDisabled();
  await dialog(khmer).getByRole("textbox", { name: "How many persons" }).fill("៣");
  await isAccessible(khmer, '[role="dialog"]');
  await submit(khmer).click();
  await expect(lao.locator('[data-confirmed="true"][data-side="KH"]')).toContainText("3");

  await step(lao, "confirm").click();
  await dialog(lao).getByRole("textbox").first().fill("4");
  await submit(lao).click();
  await expect(khmer.getByTestId("numbers-differ")).toContainText("KH 3, LA 4");
  await expect(lao.getByTestId("numbers-differ")).toContainText("KH 3, LA 4");
  await expect(step(lao, "complete")).toHaveAttribute("aria-disabled", "true");
  await step(lao, "confirm").click();
  await dialog(lao).getByRole("textbox").first().fill("3");
  await submit(lao).click();
  await expect(khmer.getByTestId("numbers-differ")).toHaveCount(0);
  await step(lao, "complete").click();
  await dialog(lao).getByRole("textbox").fill("ຮັບແລ້ວ");
  await submit(lao).click();
  await expect(khmer.getByTestId("ended-request")).toBeVisible();
});
