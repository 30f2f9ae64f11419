/** A reading goes out of date: what became a danger to life after it was read calls the other side again. */
import { TestScreen } from "@/tests/support/client";
import { releasedIncident } from "./support/response";
import { expect, isSame, type Page, row, test } from "./support/test";

const takeover = (page: Page) => page.getByTestId("takeover");

test("K13 K14 a flood read by Laos becomes a danger to life: unread there again, until it is read again", async ({
  screens,
  site,
}) => {
  const { id, ref } = await releasedIncident(site.url, { kind: "flood", impact: "low" });
  const lao = await screens.open("la.operator");
  const khmer = await screens.open("kh.commander", "/command", "km");
  const wall = await screens.open("la.wall", "/wall");
  for (const page of [lao, khmer]) {
    await isSame(page);
    await row(page, ref).click();
  }
  await lao.keyboard.press("a");
  await expect(khmer.getByTestId("pending-action")).toHaveCount(0);
  await expect(takeover(lao)).toHaveCount(0);

  // The owner's desk that verifies has it, without a further act, and the partner sees who.
  const desk = await TestScreen.open(site.url, "kh.commander");
  await desk.must("incident.verify", id);
  await expect(lao.getByTestId("status-summary")).toContainText("KH-");

  await desk.must("incident.revise", id, { changes: { dangerToLife: true } });
  await expect(takeover(lao)).toHaveAttribute("data-ref", ref);
  await expect(takeover(wall)).toHaveAttribute("data-ref", ref);
  await expect(takeover(lao)).toContainText("Held by KH-");
  await expect(takeover(lao).locator('[data-side="LA"]')).toContainText("left to read");
  await expect(takeover(lao).locator('[data-side="KH"]').locator("time")).toBeVisible();
  await expect(khmer.getByTestId("pending-action")).toHaveCount(1);
  await expect(takeover(khmer)).toHaveCount(0);
  await lao.screenshot({ path: "test-results/reading-desk.png" });
  await wall.screenshot({ path: "test-results/reading-wall.png" });

  await lao.getByTestId("takeover-read").click();
  await expect(takeover(lao)).toHaveCount(0);
  await expect(takeover(wall)).toHaveCount(0);
  await expect(khmer.getByTestId("pending-action")).toHaveCount(0);
  await khmer.screenshot({ path: "test-results/reading-khmer.png" });
  await isSame(lao);
  await isSame(khmer);
});
