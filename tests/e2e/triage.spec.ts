/** What is on top, in which group, and that no row moves under a hand: on two centres' desks and a wall. */
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { isAccessible } from "./support/accessible";
import { expect, isSame, type Page, row, test } from "./support/test";

const list = (page: Page) => page.getByTestId("triage");
const waits = (page: Page) => page.getByTestId("order-changed");

/** Heads and rows from top to bottom, as they are drawn. */
const shown = (page: Page): Promise<string[]> =>
  list(page)
    .locator("[data-testid=triage-head], [data-testid=incident-row]")
    .evaluateAll((all) =>
      all
        .map((one) => ({ y: one.getBoundingClientRect().y, named: (one as HTMLElement).dataset }))
        .sort((a, b) => a.y - b.y)
        .map(({ named: { group, ref } }) => (group ? `# ${group}` : (ref ?? ""))),
    );

/** An incident of Cambodia by its desk; its reference. */
async function reported(desk: TestScreen, parts: object): Promise<{ id: string; ref: string }> {
  const id = newSubject("KH");
  await desk.must("incident.report", id, reportBody({ kind: "flood", impact: "low", ...parts }));
  await until(() => desk.fold.picture.incidents.has(id), "the report is in the picture");
  return { id, ref: desk.fold.picture.incidents.get(id)?.ref ?? "" };
}

const away = (page: Page) => page.mouse.move(700, 300);

test("U1 U3 danger to life stands on top, no row moves under a hand, 'newest' is a choice by keyboard that the browser remembers", async ({
  screens,
  site,
}) => {
  const page = await screens.open("kh.commander");
  await isSame(page);
  const desk = await TestScreen.open(site.url, "kh.operator");
  const danger = await reported(desk, { dangerToLife: true });
  const pursuit = await reported(desk, { kind: "pursuit" });
  const low = await reported(desk, {});
  const grave = await reported(desk, { impact: "very-high" });
  const byGravity = ["# needs", ...[danger, pursuit, low, grave].map(({ ref }) => ref)];
  await expect.poll(() => shown(page)).toEqual(byGravity);
  await isAccessible(page, "[data-testid=triage]");

  await page.getByRole("radio", { name: "Gravest" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Newest" })).toBeFocused();
  await page.keyboard.press("Enter");
  const newest = ["# needs", ...[grave, low, pursuit, danger].map(({ ref }) => ref)];
  await expect.poll(() => shown(page)).toEqual(newest);
  await page.reload();
  await expect.poll(() => shown(page)).toEqual(newest);
  await page.getByRole("radio", { name: "Gravest" }).click();
  await expect.poll(() => shown(page)).toEqual(byGravity);
  await away(page);

  // No row moves under the pointer: what came waits, and is counted.
  await row(page, low.ref).hover();
  const place = await row(page, low.ref).boundingBox();
  const second = await reported(desk, { dangerToLife: true });
  await expect(waits(page)).toHaveText("Order changed · 1");
  expect(await row(page, low.ref).boundingBox()).toEqual(place);
  await expect(row(page, second.ref)).toHaveCount(0);
  // What changes within a row is shown all the same.
  await desk.must("incident.revise", low.id, { changes: { impact: "medium" } });
  await expect(row(page, low.ref)).toContainText("Medium");
  expect(await row(page, low.ref).boundingBox()).toEqual(place);
  await away(page);
  await expect(waits(page)).toHaveCount(0);
  const withSecond = ["# needs", ...[danger, second, pursuit, low, grave].map(({ ref }) => ref)];
  await expect.poll(() => shown(page)).toEqual(withSecond);

  // Nor under the keyboard's cursor; the sign itself orders it anew.
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const third = await reported(desk, { dangerToLife: true });
  await expect(waits(page)).toBeVisible();
  await page.keyboard.press("j");
  await expect(row(page, pursuit.ref)).toHaveAttribute("aria-current", "true");
  expect(await shown(page)).toEqual(withSecond);
  await waits(page).focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await shown(page)).slice(0, 4))
    .toEqual(["# needs", ...[danger, second, third].map(({ ref }) => ref)]);
  desk.close();
});

test("U2 a debt of the partner stands in its own group, and overdue it is red with its telephone", async ({
  screens,
  site,
}) => {
  const [desk, commander, partner] = await Promise.all(
    ["kh.operator", "kh.commander", "la.operator"].map((one) => TestScreen.open(site.url, one)),
  );
  if (!desk || !commander || !partner) throw new Error("no desks");
  const { id, ref } = await reported(desk, { kind: "drug-transport-river", impact: "high" });
  await desk.must("release.request", id);
  await commander.must("release.approve", id);
  await desk.must("incident.verify", id);
  const khmer = await screens.open("kh.commander");
  const lao = await screens.open("la.commander", "/command", "lo");
  const wall = await screens.open("kh.wall", "/wall");
  await wall.setViewportSize({ width: 1920, height: 1080 });
  const groupOf = async (page: Page) => {
    const items = await shown(page);
    return items.slice(0, items.indexOf(ref) + 1).findLast((item) => item.startsWith("#"));
  };
  await expect.poll(() => groupOf(khmer)).toBe("# partner");
  await expect.poll(() => groupOf(lao)).toBe("# needs");
  await partner.must("incident.acknowledge", id);
  await expect.poll(() => groupOf(khmer)).toBe("# quiet");

  const dueAt = new Date(Date.now() + 4_000).toISOString();
  const request = newSubject("KH");
  await commander.must("request.make", request, {
    incidentId: id,
    action: "patrol",
    urgency: "urgent",
    dueAt,
  });
  await expect.poll(() => groupOf(khmer)).toBe("# partner");
  await expect.poll(() => groupOf(lao)).toBe("# needs");
  await expect(row(khmer, ref).getByTestId("partner-overdue")).toContainText("overdue");
  await expect(list(khmer).getByTestId("partner-telephone")).toHaveAttribute("href", /^tel:\+/);
  await row(khmer, ref).click();
  const debt = khmer.getByTestId("partner-debt");
  await expect(debt).toContainText("request");
  await expect(debt).toContainText("fictional");
  await expect(debt.getByTestId("partner-telephone")).toHaveAttribute("href", /^tel:\+/);
  const onWall = wall.locator(`[data-testid="wall-row"][data-ref="${ref}"]`);
  await expect(onWall.getByTestId("partner-overdue")).toContainText("overdue");
  await expect(onWall.getByTestId("partner-telephone")).toContainText("+");
  await isAccessible(khmer);

  // A no comes back: it needs the desk, and stays in the banner of desk and wall until it has been seen.
  await khmer.keyboard.press("Escape");
  const answering = await TestScreen.open(site.url, "la.commander");
  await answering.must("request.decline", request, { reason: "no boat" });
  await expect.poll(() => groupOf(khmer)).toBe("# needs");
  for (const page of [khmer, wall]) {
    const banner = page.getByTestId("alert-banner");
    await expect(banner).toHaveAttribute("data-grade", "declined");
    await expect(banner).toContainText("declined");
  }
  for (const screen of [desk, commander, partner, answering]) screen.close();
});
