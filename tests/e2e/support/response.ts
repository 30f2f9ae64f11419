/** The steps of a response across the border, the same wherever the two countries' nodes run. */
import { newSubject, reportBody, TestScreen } from "@/tests/support/client";
import { type Addresses, expect, isSame, type Page, row, type Screens } from "./test";

export const card = (page: Page) => page.getByTestId("request-card");
const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`);
export const boardTask = (page: Page, callsign: string) =>
  page.locator(`[data-testid="task-row"][data-callsign="${callsign}"]`);

/** Creates an incident of Cambodia that is released to Laos; returns its subject and its reference. */
export async function releasedIncident(
  address: string,
  what: object = { kind: "drug-transport-river", impact: "high" },
): Promise<{ id: string; ref: string }> {
  const [operator, commander] = await Promise.all(
    ["kh.operator", "kh.commander"].map((one) => TestScreen.open(address, one)),
  );
  if (!operator || !commander) throw new Error("no desks");
  const id = newSubject("KH");
  await operator.must("incident.report", id, reportBody(what));
  await operator.must("release.request", id);
  await commander.must("release.approve", id);
  const incident = operator.fold.picture.incidents.get(id);
  for (const screen of [operator, commander]) screen.close();
  if (!incident) throw new Error("no incident");
  return { id, ref: incident.ref };
}

/** Cambodia's commander and Laos' with the incident open, and the phone of a Lao officer. */
export type Cast = { khmer: Page; lao: Page; phone: Page };

export async function openCast(screens: Screens, { addressOf }: Addresses): Promise<Cast> {
  const { ref } = await releasedIncident(addressOf("KH"));
  const khmer = await screens.open("kh.commander", "/command", "km");
  const lao = await screens.open("la.commander", "/command", "lo");
  const phone = await screens.open("la.officer", "/field", "en");
  await phone.setViewportSize({ width: 390, height: 844 });
  for (const page of [khmer, lao]) {
    await isSame(page);
    await row(page, ref).click();
  }
  return { khmer, lao, phone };
}

/** Cambodia asks for a river patrol, and Laos accepts it into a task of CHA-07. */
export async function askAndAccept({ khmer, lao }: Cast): Promise<void> {
  await khmer.keyboard.press("y");
  await khmer.getByRole("dialog").getByRole("combobox").first().click();
  await khmer.getByRole("option", { name: "ល្បាត", exact: true }).click();
  await khmer.getByRole("dialog").locator('button[type="submit"]').click();
  await expect(card(khmer).locator('[data-clock="request-read"]').first()).toBeVisible();

  await expect(card(lao)).toContainText("ລາດຕະເວນ");
  await step(lao, "accept").click();
  await lao.getByTestId("unit-picker").locator('[data-callsign="CHA-07"]').click();
  await lao.getByRole("dialog").locator('button[type="submit"]').click();
  await expect(card(khmer).locator("[data-clock^=request]")).toHaveCount(0);
  await expect(boardTask(khmer, "CHA-07")).toHaveAttribute("data-status", "assigned");
}

/** The officer takes the next step on the phone; the boards of `seenBy` show it. */
export async function advance({ phone }: Cast, status: string, seenBy: readonly Page[]): Promise<void> {
  await phone.locator(`[data-testid="next-step"][data-step="${status}"]`).click();
  for (const page of seenBy) await expect(boardTask(page, "CHA-07")).toHaveAttribute("data-status", status);
}

/** The officer completes the task and Laos the request; both say that their pictures are the same. */
export async function complete({ khmer, lao, phone }: Cast): Promise<void> {
  await expect(card(khmer)).toContainText("CHA-07");
  await phone.locator('[data-testid="next-step"][data-step="completed"]').click();
  await expect(boardTask(khmer, "CHA-07")).toHaveCount(0);

  await step(lao, "complete").click();
  await lao.getByRole("dialog").getByRole("textbox").fill("ບໍ່ພົບ");
  await lao.getByRole("dialog").locator('button[type="submit"]').click();
  await expect(khmer.getByTestId("ended-request")).toContainText("ບໍ່ພົບ");
  await expect(card(khmer)).toHaveCount(0);
  await expect(
    khmer.getByTestId("detail").locator("[data-clock^=request], [data-clock=task-due]"),
  ).toHaveCount(0);
  for (const page of [khmer, lao]) await isSame(page);
}
