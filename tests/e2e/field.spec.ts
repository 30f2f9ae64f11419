/** The officer's phone: a task from first to last step, position sharing, a report, and working offline. */
import { randomUUID } from "node:crypto";
import { demoUnitId } from "@/db/seed/units";
import { newSubject, reportBody, TestScreen } from "@/tests/support/client";
import { isAccessible } from "./support/accessible";
import { expect, type Page, test } from "./support/test";

const unit = demoUnitId("STR-21");
const here = { longitude: 106.16, latitude: 13.72, accuracy: 8 };

type Desk = { commander: TestScreen; lao: TestScreen; incident: string };

/** Desks as socket clients, and an incident that both sides hold. */
async function openDesks(address: string): Promise<Desk> {
  const [operator, commander, lao] = await Promise.all(
    ["kh.operator", "kh.commander", "la.commander"].map((name) => TestScreen.open(address, name)),
  );
  if (!operator || !commander || !lao) throw new Error("no desks");
  const incident = newSubject("KH");
  await operator.must("incident.report", incident, reportBody({ place: { lng: 106.03, lat: 13.8 } }));
  await operator.must("release.request", incident);
  await commander.must("release.approve", incident);
  operator.close();
  return { commander, lao, incident };
}

async function assign({ commander, incident }: Desk, shared = false): Promise<string> {
  const task = newSubject("KH");
  const dueAt = new Date(Date.now() + 40 * 60_000).toISOString();
  const body = { incidentId: incident, unitId: unit, action: "stop-and-check", dueAt, shared };
  await commander.must("task.assign", task, body);
  return task;
}

/** A phone signed in as the unit's officer, with permission for its position. */
async function openPhone(open: (account: string, path: string) => Promise<Page>): Promise<Page> {
  const phone = await open("kh.officer", "/sign-in");
  await phone.context().grantPermissions(["geolocation"]);
  await phone.context().setGeolocation(here);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(new URL("/field", phone.url()).href);
  await expect(phone.getByTestId("connection")).toHaveAttribute("data-state", "live");
  return phone;
}

/** Every control is at least 48 px high and wide; the target of a checkbox is larger than its box. */
async function fitsThumb(page: Page): Promise<void> {
  const small = await page
    .locator("button:not([role=checkbox]):visible, a[href]:visible")
    .evaluateAll((controls) =>
      controls
        .map((control) => ({ text: control.textContent, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < 47.5 || box.height < 47.5))
        .map(({ text, box }) => `${text} ${box.width}x${box.height}`),
    );
  expect(small).toEqual([]);
}

const task = (page: Page) => page.getByTestId("my-task");
const step = (page: Page) => page.getByTestId("next-step");

test("a task on the phone: one tap acknowledges it, one more takes each step, and the time of the tap is kept", async ({
  screens,
  site,
}) => {
  const desk = await openDesks(site.url);
  const phone = await openPhone(screens.open);
  await phone.getByTestId("my-unit").click();
  await phone.getByRole("dialog").getByTestId("duty").click();
  await phone.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(phone.getByTestId("off-duty")).toContainText("no alarms reach you");
  await phone.getByTestId("duty").click();
  await expect(phone.getByTestId("off-duty")).toHaveCount(0);
  const id = await assign(desk, true);

  await expect(phone.getByTestId("new-task")).toBeVisible();
  await expect(phone.locator('[data-map-idle="true"]')).toBeAttached();
  await isAccessible(phone);
  await fitsThumb(phone);
  await step(phone).click();
  await expect(task(phone)).toHaveAttribute("data-status", "acknowledged");
  await expect(phone.getByTestId("new-task")).toHaveCount(0);
  await step(phone).click();
  await expect(phone.getByTestId("unit-status")).toHaveAttribute("data-status", "en_route");

  // The device's reading is taken now: one from before the task is nobody's to see (safeguard S12).
  await phone.context().setGeolocation(here);
  await phone.getByTestId("share").click();
  await expect(phone.getByTestId("position")).toContainText("Laos sees your position");
  await expect(phone.getByTestId("way")).toContainText("17 km north-west");
  for (const screen of [desk.commander, desk.lao]) {
    await expect
      .poll(() => screen.positions.find(([of]) => of === unit)?.slice(0, 3))
      .toEqual([unit, here.longitude, here.latitude]);
  }
  await phone.getByTestId("share").click();
  await expect(phone.getByTestId("position")).toHaveAttribute("data-state", "off");

  await step(phone).click();
  await expect(task(phone)).toHaveAttribute("data-status", "on_scene");
  await phone.getByTestId("add-result").click();
  await phone.getByRole("radio", { name: "People are safe" }).click();
  await isAccessible(phone);
  await phone.getByTestId("send-step").click();
  await expect(phone.getByTestId("no-task")).toBeVisible();
  const done = desk.commander.fold.picture.tasks.get(id);
  expect(done).toMatchObject({ status: "completed", ended: { result: "People are safe" } });
  expect(Object.keys(done?.times ?? {})).toEqual([
    "assigned",
    "acknowledged",
    "en_route",
    "on_scene",
    "completed",
  ]);
  for (const screen of [desk.commander, desk.lao]) screen.close();
});

test("offline a step waits, says so, and is sent later with the time of its tap", async ({
  screens,
  site,
}) => {
  const desk = await openDesks(site.url);
  const phone = await openPhone(screens.open);
  const id = await assign(desk);
  await expect(step(phone)).toHaveAttribute("data-step", "acknowledged");
  await phone.context().setOffline(true);
  await expect(phone.getByTestId("no-connection")).toBeVisible();
  await step(phone).click();
  await expect(step(phone)).toContainText("Not sent yet");
  await expect(phone.getByTestId("waiting")).toContainText("1 task step");
  await expect(task(phone)).toHaveAttribute("data-status", "assigned");
  await isAccessible(phone);
  const tapped = Date.now();
  await phone.context().setOffline(false);
  await expect(task(phone)).toHaveAttribute("data-status", "acknowledged");
  const at = desk.commander.fold.picture.tasks.get(id)?.times.acknowledged ?? "";
  expect(Date.parse(at)).toBeLessThanOrEqual(tapped);

  await phone.getByTestId("cannot").click();
  await phone.getByRole("radio", { name: "Too far away" }).click();
  await phone.getByTestId("send-cannot").click();
  await expect(phone.getByTestId("no-task")).toBeVisible();
  expect(desk.commander.fold.picture.tasks.get(id)?.ended?.reason).toBe("Too far away");
  for (const screen of [desk.commander, desk.lao]) screen.close();
});

test("a report takes five taps where the device knows its place, and is kept when the form is closed", async ({
  screens,
}) => {
  const phone = await openPhone(screens.open);
  let taps = 0;
  const tap = async (selector: string) => {
    taps += 1;
    await phone.locator(selector).click();
  };
  await tap('[data-testid="report"]');
  await tap('[data-purpose="border-safety"]');
  await tap('[data-kind="flood"]');
  await tap('[data-impact="medium"]');
  await expect(phone.getByTestId("chosen-place")).toContainText("13.7200 N 106.1600 E");
  await isAccessible(phone);
  await fitsThumb(phone);

  await phone.getByRole("button", { name: "One more: Women" }).click();
  await phone.getByRole("button", { name: "Cancel" }).click();
  await phone.getByTestId("report").click();
  await expect(phone.getByRole("group", { name: "Women" })).toContainText("1");

  await tap('[data-testid="send-report"]');
  expect(taps).toBe(5);
  await expect(phone.locator('[data-testid="own-report"]', { hasText: "Flood" })).toBeVisible();
  await expect(phone.getByTestId("leaving")).toHaveCount(0);
});

test("danger to life takes over the phone of a unit on duty until the centre has acknowledged it", async ({
  screens,
  site,
}) => {
  const desk = await openDesks(site.url);
  const phone = await openPhone(screens.open);
  // Refused when the unit is on duty already.
  await desk.commander.command("duty.start", unit);
  await expect(phone.getByTestId("off-duty")).toHaveCount(0);
  const danger = `KH-${randomUUID()}`;
  const body = reportBody({ kind: "river-accident", impact: "very-high", dangerToLife: true });
  await desk.commander.must("incident.report", danger, body);
  await expect(phone.getByTestId("takeover-card")).toContainText("Your centre must read this");
  await expect(phone.getByTestId("call").last()).toHaveAttribute("href", "tel:+85500000001");
  await isAccessible(phone);
  await phone.getByTestId("fold").click();
  await expect(phone.getByTestId("takeover-folded")).toBeVisible();
  await desk.commander.must("incident.acknowledge", danger);
  await expect(phone.getByTestId("takeover-folded")).toHaveCount(0);
  for (const screen of [desk.commander, desk.lao]) screen.close();
});
