/** What comes back is seen: by desks of one centre, on their lists and in the detail, and by whom it is cleared. */
import { newSubject, TestScreen } from "@/tests/support/client";
import { releasedIncident } from "./support/response";
import { expect, isSame, type Page, row, test } from "./support/test";

const chip = (page: Page, ref: string) => row(page, ref).getByTestId("unseen");

test("K10 a declined request and a call for help stand in words until a desk had them on screen", async ({
  screens,
  site,
}) => {
  const { id, ref } = await releasedIncident(site.url);
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander2");
  for (const page of [operator, commander]) await isSame(page);
  const [khmer, lao, crew] = await Promise.all(
    ["kh.commander", "la.commander", "kh.officer"].map((one) => TestScreen.open(site.url, one)),
  );
  if (!khmer || !lao || !crew) throw new Error("no desks");

  const request = newSubject("KH");
  await khmer.must("request.make", request, { incidentId: id, action: "patrol", urgency: "urgent" });
  await lao.must("request.counter", request, { action: "watch" });
  for (const page of [operator, commander]) await expect(chip(page, ref)).toContainText("counter-offer");

  // Only a commander can answer it, so an operator's look does not clear it.
  await operator.bringToFront();
  await row(operator, ref).click();
  await operator.waitForTimeout(3_000);
  await expect(chip(operator, ref)).toContainText("counter-offer");
  await expect(operator.getByTestId("unseen-here").first()).toBeVisible();
  await operator.keyboard.press("Escape");
  await commander.bringToFront();
  await row(commander, ref).click();
  for (const page of [operator, commander]) await expect(chip(page, ref)).toHaveCount(0);
  await commander.keyboard.press("Escape");

  await khmer.must("request.refuse-counter", request, { reason: "too far" });
  const second = newSubject("KH");
  await khmer.must("request.make", second, { incidentId: id, action: "patrol", urgency: "urgent" });
  await lao.must("request.decline", second, { reason: "no boat" });
  await expect(chip(operator, ref)).toContainText("answered: declined");
  const help = { incidentId: id, phrase: { id: "medical-needed", slots: { count: 2 } } };
  await crew.must("message.post", newSubject("KH"), help);
  await expect(chip(operator, ref)).toContainText("help needed +1");
  await operator.bringToFront();
  await row(operator, ref).click();
  await expect(operator.getByTestId("detail")).toContainText("Medical help needed for 2 persons");
  for (const page of [operator, commander]) await expect(chip(page, ref)).toHaveCount(0);
  for (const screen of [khmer, lao, crew]) screen.close();
});
