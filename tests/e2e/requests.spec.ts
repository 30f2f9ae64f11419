/** Coordination across the border: a request and its counter-offer, a handover, a proposal, a transfer. */
import { isAccessible } from "./support/accessible";
import { act, expect, isSame, type Page, release, report, row, test } from "./support/test";

const card = (page: Page) => page.getByTestId("request-card");
const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`);
const entry = (page: Page, type: string) =>
  page.locator(`[data-testid="timeline-entry"][data-type="${type}"]`);

/** Eight minutes from now, as it is typed at UTC+7. */
const soon = () => new Date(Date.now() + (7 * 60 + 8) * 60_000).toISOString().slice(11, 16);

/** Chooses an option of a list by its text. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("dialog").getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** Enters the reason in a dialog and sends it. */
async function giveReason(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(text);
  await dialog.locator('button[type="submit"]').click();
  await expect(dialog).toHaveCount(0);
}

/** An incident that Laos has, opened on both commanders' screens: operator, commander, and the Lao commander. */
async function opened(screens: {
  open: (account: string, path?: string, language?: string) => Promise<Page>;
}) {
  const operator = await screens.open("kh.operator");
  const khmer = await screens.open("kh.commander");
  const lao = await screens.open("la.commander", "/command", "lo");
  for (const page of [operator, khmer, lao]) await isSame(page);
  const ref = await release(operator, khmer, {
    purpose: "drugs",
    kind: "drug-transport-river",
    impact: "High",
    place: "13.95 105.96",
  });
  await row(lao, ref).click();
  await lao.keyboard.press("a");
  await expect(entry(khmer, "incident.acknowledged").filter({ hasText: "LA-" })).toBeVisible();
  return { operator, khmer, lao, ref };
}

test("a request is read in Lao, countered, agreed, assigned in one step, and the asking side sees each step", async ({
  screens,
}) => {
  const { khmer, lao, ref } = await opened(screens);
  await khmer.keyboard.press("y");
  await expect(khmer.getByTestId("starting-clocks")).toContainText("30 min");
  await isAccessible(khmer, '[role="dialog"]');
  await choose(khmer, "Action requested", "Patrol");
  await khmer.getByRole("dialog").getByRole("button", { name: "Send request to Laos" }).click();
  await expect(card(khmer)).toContainText("Laos must read and answer");

  await expect(row(lao, ref)).toContainText("ຕອບຄຳຮ້ອງຂໍ");
  await expect(row(lao, ref).locator("[data-clock]")).toBeVisible();
  await expect(card(lao)).toContainText("ລາດຕະເວນ");
  await step(lao, "read").click();
  await expect(card(khmer)).toContainText("Laos must answer");
  await step(lao, "counter").click();
  await lao.getByRole("dialog").getByRole("combobox").click();
  await lao.getByRole("option", { name: "ເຝົ້າລະວັງ", exact: true }).click();
  await lao.getByRole("dialog").locator('button[type="submit"]').click();

  await expect(row(khmer, ref)).toContainText("counter-offer");
  await expect(khmer.getByTestId("counter")).toContainText("Watch");
  await step(khmer, "acceptCounter").click();
  await step(lao, "assign").click();
  await lao.getByTestId("unit-picker").locator('[data-callsign="CHA-15"]').click();
  await lao.getByRole("dialog").locator('button[type="submit"]').click();
  await expect(khmer.getByTestId("request-task")).toContainText("CHA-15");
  await expect(entry(khmer, "task.assigned")).toContainText("CHA-15 assigned: Watch");
  await expect(entry(khmer, "request.counter-accepted")).toBeVisible();

  await step(khmer, "withdraw").click();
  await giveReason(khmer, "The boat came back");
  await expect(lao.getByTestId("stray-task")).toContainText("CHA-15");
  await step(lao, "cancelTask").click();
  await giveReason(lao, "Withdrawn by Cambodia");
  await expect(khmer.getByTestId("ended-request")).toContainText("Withdrawn");
  await expect(entry(khmer, "task.cancelled")).toContainText("Task of CHA-15 cancelled");
});

test("S7 a handover is confirmed by both sides before its result, and never past a protection flag", async ({
  screens,
}) => {
  const { operator, khmer, lao, ref } = await opened(screens);
  await khmer.keyboard.press("y");
  await choose(khmer, "Action requested", "Handover");
  const dialog = khmer.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Send request to Laos" })).toBeDisabled();
  await dialog.getByRole("radio", { name: "Evidence" }).click();
  await dialog.getByRole("textbox", { name: /^When/ }).fill(soon());
  await dialog.getByRole("combobox", { name: /^Receiving desk/ }).fill("KH-BLO-1");
  await dialog.getByRole("button", { name: "Send request to Laos" }).click();
  await step(lao, "accept").click();
  await expect(card(khmer)).toContainText("must confirm the handover");
  await expect(step(lao, "complete")).toHaveAttribute("aria-disabled", "true");
  await step(lao, "confirm").click();
  await lao.getByRole("dialog").locator('button[type="submit"]').click();
  await expect(khmer.locator('[data-confirmed="true"][data-side="LA"]')).toBeVisible();
  await step(khmer, "confirm").click();
  await khmer.getByRole("dialog").locator('button[type="submit"]').click();
  await step(lao, "complete").click();
  await giveReason(lao, "Handed over");
  await expect(khmer.getByTestId("ended-request")).toContainText("Result: Handed over");

  await row(operator, ref).click();
  await act(operator, "revise");
  await operator.getByRole("checkbox", { name: /Asked for protection/ }).check();
  await operator.getByTestId("report-panel").locator('button[type="submit"]').click();
  await expect(operator.getByTestId("report-panel")).toHaveCount(0);
  await khmer.keyboard.press("y");
  await choose(khmer, "Action requested", "Handover");
  await expect(dialog.getByRole("alert")).toContainText(
    "A protection officer must clear the protection flag",
  );
  await expect(dialog.getByRole("button", { name: "Send request to Laos" })).toBeDisabled();
});

test("W11 what was decided about a proposal reaches the proposer, and a transfer changes the owner on both screens", async ({
  screens,
}) => {
  const { khmer, lao, ref } = await opened(screens);
  await lao.keyboard.press("e");
  await lao.getByRole("radio", { name: "ສູງຫຼາຍ", exact: true }).click();
  await lao.getByTestId("report-panel").locator('button[type="submit"]').click();
  await expect(row(khmer, ref)).toContainText("decide proposal");
  await expect(khmer.getByTestId("proposal-card").locator('[data-field="impact"]')).toContainText(
    "Very high",
  );
  await step(khmer, "declineProposal").click();
  await giveReason(khmer, "Not confirmed by the patrol");
  await expect(lao.getByTestId("proposal-outcome")).toContainText("Not confirmed by the patrol");
  await expect(entry(lao, "proposal.declined")).toBeVisible();

  await act(khmer, "offerTransfer");
  await giveReason(khmer, "It moves north");
  await step(lao, "acceptTransfer").click();
  await expect(row(khmer, ref)).toContainText("complete transfer");
  await step(khmer, "completeTransfer").click();
  await expect(entry(lao, "transfer.completed")).toBeVisible();
  for (const page of [khmer, lao]) {
    await expect(page.getByTestId("status-summary")).toContainText("LA");
    await isSame(page);
  }
  await expect(khmer.getByTestId("status-summary")).toContainText("Cambodia read");
});

test("what is not released is not asked about: the action says what to do first", async ({ screens }) => {
  const khmer = await screens.open("kh.commander");
  await isSame(khmer);
  await report(khmer, { purpose: "smuggling", kind: "fuel", impact: "Low", place: "13.80 106.03" });
  await khmer.getByRole("toolbar").getByRole("button", { name: "More" }).click();
  const ask = khmer.locator('[role="menuitem"][data-action="ask"]');
  await expect(ask).toHaveAttribute("aria-disabled", "true");
  await expect(ask).toContainText("Request its release first");
});
