/** Every screen in every language: no missing text, and no important text cut off. */
import { languages } from "@/domain/vocabulary";
import { expect, isSame, type Page, report, row, seizure, test } from "./support/test";

const messageKey =
  /\b(app|bar|state|list|detail|act|ask|report|wall|fieldScreen|signIn|kind|impact|status|sharing|event|need)\.[a-z][A-Za-z-]+\b/;

async function reads(page: Page, language: string): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(messageKey);
  const { wide, view } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    view: window.innerWidth,
  }));
  expect(wide).toBeLessThanOrEqual(view);
}

/** Elements whose text must not be cut off. */
async function isWhole(page: Page, selector: string): Promise<void> {
  const cut = await page
    .locator(selector)
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent),
    );
  expect(cut).toEqual([]);
}

for (const language of languages) {
  test(`every screen in ${language}`, async ({ screens }) => {
    const english = await screens.open("kh.operator");
    await isSame(english);
    const ref = await report(english, seizure);
    const desk = await screens.open("kh.commander", "/command", language);
    await isSame(desk);
    await row(desk, ref).click();
    await reads(desk, language);
    await isWhole(desk, "[data-testid=detail] h2, [data-testid=bridge], [data-testid=detail] button");
    await desk.keyboard.press("r");
    await reads(desk, language);
    await isWhole(desk, "[data-kind], [data-purpose], [data-testid=report-panel] h2");
    const wall = await screens.open("kh.wall", "/wall", language);
    await expect(wall.getByTestId("wall-row").first()).toBeVisible();
    await reads(wall, language);
    await isWhole(wall, "[data-testid=bridge]");
    const field = await screens.open("kh.officer", "/field", language);
    await field.setViewportSize({ width: 390, height: 844 });
    await expect(field.getByTestId("connection")).toHaveAttribute("data-state", "live");
    await reads(field, language);
    await field.getByTestId("report").click();
    await reads(field, language);
    await isWhole(field, "[data-purpose]");
  });
}

test("the language is changed in place, and kept", async ({ screens }) => {
  const page = await screens.open("la.operator");
  await isSame(page);
  await page.getByRole("button", { name: "Account and settings" }).click();
  await page.getByRole("menuitemradio", { name: "ລາວ" }).click();
  await expect(page.getByTestId("bridge")).toContainText("ຂໍ້ມູນຄືກັນ");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "lo");
  await expect(page.getByTestId("bridge")).toContainText("ຂໍ້ມູນຄືກັນ");
});
