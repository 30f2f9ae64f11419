/** Times, numbers and texts as people have them: devices whose clocks are wrong, typed times, digits of three scripts. */

import { demoUnitId } from "@/db/seed/units";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { expect, type Page, type Screens, test } from "./support/test";

/** Labels of the form in Khmer, the language these people work in. */
const khmer = {
  addDrug: "បន្ថែមសារធាតុ",
  addPeople: "បន្ថែមមនុស្ស",
  count: "ចំនួន",
  more: "បន្ថែម៖ ម៉ោង គ្រឿងញៀន យានជំនិះ កំណត់ចំណាំ",
  pieces: "ចំនួនកញ្ចប់",
  quantity: "បរិមាណ",
  typed: "កូអរដោនេ ឬទីកន្លែង",
  when: "ពេលណា",
};

const minute = 60_000;

/** A screen on a device whose clock is ahead of the server's by that many milliseconds. */
async function openOn(screens: Screens, account: string, path: string, aheadMs: number, language = "en") {
  const page = await screens.open(account, "/sign-in", language);
  await page.addInitScript((ms) => {
    const True = Date;
    class Shifted extends True {
      constructor(...parts: [] | [number]) {
        if (parts.length === 0) super(True.now() + ms);
        else super(...parts);
      }
      static override now(): number {
        return True.now() + ms;
      }
    }
    globalThis.Date = Shifted as DateConstructor;
  }, aheadMs);
  await page.goto(new URL(path, page.url()).href);
  return page;
}

/** What a screen's own clock says, less what it is. */
async function offOf(page: Page): Promise<number> {
  const said = await page.locator("header time").first().getAttribute("datetime");
  return Date.parse(said ?? "") - Date.now();
}

test("T1 a desk 12 min fast and a wall 12 min slow show the same time and ages, and each says that its own is wrong", async ({
  screens,
  site,
}) => {
  const lao = await TestScreen.open(site.url, "kh.operator");
  const desk = await openOn(screens, "kh.commander", "/command", 12 * minute);
  const wall = await openOn(screens, "kh.wall", "/wall", -12 * minute);
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await expect(desk.getByTestId("device-clock")).toHaveText(
    "This device's time is 12 min fast. Times shown are the server's.",
  );
  await expect(wall.getByTestId("device-clock")).toContainText("12 min slow");
  for (const page of [desk, wall]) expect(Math.abs(await offOf(page))).toBeLessThan(3_000);
  const subject = newSubject("KH");
  await lao.must("incident.report", subject, reportBody({ impact: "very-high" }));
  await until(() => lao.fold.picture.incidents.has(subject), "the report is in the picture");
  const ref = lao.fold.picture.incidents.get(subject)?.ref ?? "no incident";
  const onDesk = desk.getByTestId("incident-row").filter({ hasText: ref });
  await expect(onDesk).toContainText(/now|\b1 min/);
  const onWall = wall.getByTestId("wall-row").filter({ hasText: ref });
  await expect(onWall).toContainText(/now|\b1 min|\d\d:\d\d/);
  await expect(onWall).not.toContainText(/1[0-3] min/);
  await desk.screenshot({ path: "test-results/times-desk.png" });
  await wall.screenshot({ path: "test-results/times-wall.png" });
  lao.close();
});

/** The local time (UTC+7) of a moment, as typed without a colon. */
const typedAt = (ms: number): string =>
  new Date(ms + 7 * 60 * minute).toISOString().slice(11, 16).replace(":", "");

test("T1 T2 T3 a phone 7 min fast: a report at the watch's minute is now, yesterday by a tap, and its fix is as old as it is", async ({
  screens,
  site,
}) => {
  const desk = await TestScreen.open(site.url, "kh.commander");
  const phone = await openOn(screens, "kh.officer", "/field", 7 * minute, "km");
  await phone.context().grantPermissions(["geolocation"]);
  await phone.context().setGeolocation({ longitude: 106.16, latitude: 13.72, accuracy: 8 });
  await phone.setViewportSize({ width: 390, height: 844 });
  await expect(phone.getByTestId("device-clock")).toContainText("7 នាទី");

  await phone.getByTestId("share").click();
  const fix = () => desk.positions.find(([id]) => id === demoUnitId("STR-21"));
  await expect.poll(() => fix()?.[3] ?? 0, { timeout: 20_000 }).toBeGreaterThan(Date.now() - minute);
  expect(fix()?.[3]).toBeLessThanOrEqual(Date.now() + 2_000);

  for (const selector of ['[data-testid="report"]', '[data-purpose="border-safety"]', '[data-kind="flood"]'])
    await phone.locator(selector).click();
  await phone.locator('[data-impact="medium"]').click();
  await phone.getByRole("button", { name: khmer.more }).click();
  const when = phone.getByRole("textbox", { name: khmer.when });
  await phone.getByRole("button", { name: "ម្សិលមិញ" }).click();
  await when.fill("ម្សិលមិញ ២៣៥០");
  await expect(phone.getByTestId("time-means")).toContainText("ម្សិលមិញ");
  await when.scrollIntoViewIfNeeded();
  await phone.screenshot({ path: "test-results/times-phone.png" });
  await when.fill("ថ្ងៃស្អែក 0700");
  await expect(phone.getByTestId("send-report")).toHaveAttribute("aria-disabled", "true");
  await when.fill(typedAt(Date.now() + minute));
  await expect(phone.getByTestId("time-means")).toBeVisible();
  await phone.getByTestId("send-report").click();
  const found = () =>
    [...desk.fold.picture.incidents.values()].find((one) => "kind" in one && one.kind === "flood");
  await expect.poll(found).toBeDefined();
  const flood = found();
  const age = Date.now() - Date.parse(flood && "occurredAt" in flood ? flood.occurredAt : "");
  expect(age).toBeGreaterThanOrEqual(0);
  expect(age).toBeLessThan(minute);
  desk.close();
});

test("T5 pills, kilograms and people in the digits and separators of three scripts are sent as meant, asked about, or marked", async ({
  screens,
  site,
}) => {
  const colleague = await TestScreen.open(site.url, "kh.commander");
  const desk = await screens.open("kh.operator", "/command", "km");
  await desk.getByTestId("report").click();
  await desk.locator('[data-purpose="drugs"]').click();
  await desk.locator('[data-kind="drug-seizure"]').click();
  await desk.getByRole("radio", { name: "ខ្ពស់", exact: true }).click();
  const place = desk.getByRole("textbox", { name: khmer.typed });
  await place.fill("១៣,៩២៩ ១០៦,០");
  await place.press("Enter");
  await desk.getByRole("button", { name: khmer.addDrug }).click();
  await desk.getByRole("button", { name: khmer.addPeople }).click();
  const send = desk.getByTestId("report-panel").locator('button[type="submit"]');
  const kilograms = desk.getByRole("textbox", { name: khmer.quantity });
  const pills = desk.getByRole("textbox", { name: khmer.pieces });
  const people = desk.getByRole("textbox", { name: khmer.count, exact: true });

  await people.fill("10-12");
  await expect(people).toHaveAttribute("aria-invalid", "true");
  await expect(send).toBeDisabled();
  await people.fill("໓");
  await expect(people).toHaveAttribute("aria-invalid", "false");
  await pills.fill("1,034,413");
  await kilograms.fill("១,០៣៤");
  await expect(kilograms).toHaveAttribute("aria-invalid", "true");
  await expect(send).toBeDisabled();
  await kilograms.scrollIntoViewIfNeeded();
  await desk.screenshot({ path: "test-results/times-numbers.png" });
  await desk.getByRole("button", { name: "1.034", exact: true }).click();
  await send.click();
  await expect(desk.getByTestId("report-panel")).toHaveCount(0);
  const seizures = () => [...colleague.fold.picture.incidents.values()].filter((one) => "drugs" in one);
  await expect
    .poll(() => seizures().at(-1))
    .toMatchObject({
      people: [{ count: 3 }],
      drugs: [{ quantity: 1.034, unit: "kg", count: 1_034_413 }],
    });
  colleague.close();
});
