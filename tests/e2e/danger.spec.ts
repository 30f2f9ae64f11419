/** Danger to life says enough, history calls nobody, and no lost answer leads into a dead end. */
import { readFileSync } from "node:fs";
import type { WebSocketRoute } from "@playwright/test";
import { readReport } from "@/server/cli/import/report";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { expect, isSame, type Page, test } from "./support/test";

const pick = async (page: Page, kind: string, impact: string) => {
  await page.locator('[data-purpose="border-safety"]').click();
  await page.locator(`[data-kind="${kind}"]`).click();
  await page.getByRole("radio", { name: impact, exact: true }).click();
};

/** A connection whose answers can be lost: what the server says of commands and events never arrives. */
async function lossy(page: Page): Promise<{ lose: (on: boolean) => void }> {
  let losing = false;
  await page.routeWebSocket(/socket\.io/, (route: WebSocketRoute) => {
    const server = route.connectToServer();
    route.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      const text = String(message);
      if (!losing) return route.send(message);
      const ack = /^43(\d+)/.exec(text);
      if (ack) {
        const error = { code: "unavailable", message: "" };
        return route.send(`43${ack[1]}${JSON.stringify([{ ok: false, error }])}`);
      }
      if (!/^42\["(events|own)"/.test(text)) route.send(message);
    });
  });
  return {
    lose: (on) => {
      losing = on;
    },
  };
}

test("K15 the sample of 200 old rows takes over no screen and is one row of the list", async ({ screens, site }) => {
  const rows = readFileSync("docs/sample/incidents-200.ndjson", "utf8").trim().split("\n");
  const operator = await TestScreen.open(site.url, "kh.operator");
  const desk = await screens.open("kh.commander");
  const wall = await screens.open("kh.wall", "/wall");
  await isSame(desk);
  // Pursuits, victims and seizures first: what called before.
  const commands = rows.map((line) => readReport(JSON.parse(line), "KH", new Date().toISOString()));
  const calling = commands.flatMap((read) => (read.ok ? [read.command] : []));
  const some = [...calling.filter(({ body }) => body.kind === "pursuit"), ...calling.slice(0, 20)];
  for (const { subject, body } of new Map(some.map((one) => [one.subject, one])).values())
    await operator.must("incident.report", subject, body);
  const count = new Set(some.map(({ subject }) => subject)).size;
  const folded = desk.locator('[data-testid="triage-head"][data-group="imported"]');
  await expect(folded).toContainText(`${count} imported, to verify`);
  await expect(wall.getByTestId("wall-imported")).toContainText(`${count} imported, to verify`);
  for (const page of [desk, wall]) await expect(page.getByTestId("takeover")).toHaveCount(0);
  await expect(wall.getByTestId("wall-row")).toHaveCount(0);
  await expect(desk.getByTestId("incident-row")).toHaveCount(0);
  await folded.click();
  await expect(desk.getByTestId("incident-row").first()).toBeVisible();
  await desk.screenshot({ path: "test-results/danger/imported-desk.png" });
  await wall.screenshot({ path: "test-results/danger/imported-wall.png" });
  operator.close();
});

test("K16 danger to life names people and what is asked, and is released and assigned from its banner", async ({
  screens,
  site,
}) => {
  const officer = await TestScreen.open(site.url, "kh.officer");
  const id = newSubject("KH");
  const commander = await screens.open("kh.commander");
  const wall = await screens.open("kh.wall", "/wall", "km");
  await commander.setViewportSize({ width: 1280, height: 800 });
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await isSame(commander);
  await officer.must(
    "incident.report",
    id,
    reportBody({
      kind: "river-accident",
      impact: "very-high",
      dangerToLife: true,
      people: [
        { role: "victim", sex: "female", count: 2 },
        { role: "victim", sex: "male", count: 3 },
        { role: "unknown", count: 1 },
      ],
    }),
  );
  const takeover = commander.getByTestId("takeover");
  await expect(takeover.getByTestId("takeover-people")).toHaveText("5 victims, 1 person, role unknown");
  await expect(wall.getByTestId("takeover")).toBeVisible();
  await expect(wall.getByTestId("takeover-people")).toHaveCount(0);
  await commander.screenshot({ path: "test-results/danger/takeover-1280.png" });

  await takeover.getByTestId("takeover-urgent").click();
  await commander.getByRole("dialog").getByRole("textbox").fill("People are in the water");
  await commander.getByRole("dialog").locator('button[type="submit"]').click();
  await expect(commander.getByRole("dialog")).toHaveCount(0);
  const lao = await screens.open("la.commander", "/command", "lo");
  await expect(lao.getByTestId("takeover")).toContainText("5");

  // What is asked stands in the banner of both, by whom and until when.
  const asking = await TestScreen.open(site.url, "kh.commander2");
  const dueAt = new Date(Date.now() + 20 * 60_000).toISOString();
  await asking.must("request.make", newSubject("KH"), {
    incidentId: id,
    action: "rescue",
    urgency: "danger-to-life",
    dueAt,
  });
  await expect(lao.getByTestId("takeover-asked").first()).toContainText("ອັນຕະລາຍເຖິງຊີວິດ");
  await lao.screenshot({ path: "test-results/danger/takeover-asked-lao.png" });
  await wall.screenshot({ path: "test-results/danger/takeover-wall.png" });
  for (const screen of [officer, asking]) screen.close();
});

test("K17 a crew out of service on its task warns the commander", async ({ screens, site }) => {
  const commander = await TestScreen.open(site.url, "kh.commander");
  const desk = await screens.open("kh.commander");
  await isSame(desk);
  const [incident, unit, task] = [newSubject("KH"), newSubject("KH"), newSubject("KH")];
  await commander.must("incident.report", incident, reportBody({ kind: "flood" }));
  await commander.must("unit.register", unit, { callsign: "STR-77", kind: "patrol" });
  await commander.must("task.assign", task, { incidentId: incident, unitId: unit, action: "patrol" });
  await expect(desk.getByTestId("unit-warning")).toHaveCount(0);
  await commander.must("unit.status", unit, { status: "out_of_service" });
  await expect(desk.getByTestId("unit-warning")).toContainText("STR-77 out of service, on a task");
  await expect(
    desk.locator('[data-testid="task-row"][data-callsign="STR-77"] [data-stated="out_of_service"]'),
  ).toBeVisible();
  await desk.screenshot({ path: "test-results/danger/unit-warning.png" });
  await commander.must("task.cancel", task, { reason: "another unit goes" });
  await expect(desk.getByTestId("unit-warning")).toHaveCount(0);
  commander.close();
});

test("a report whose answer was lost, changed to danger to life, becomes a revision at a desk", async ({
  screens,
  site,
}) => {
  const watching = await TestScreen.open(site.url, "kh.operator2");
  const desk = await screens.open("kh.operator", "/command");
  const { lose } = await lossy(desk);
  await desk.reload();
  await isSame(desk);
  await desk.getByTestId("report").click();
  await pick(desk, "flood", "Low");
  const place = desk.getByRole("textbox", { name: /Coordinates or place/ });
  await place.fill("13.929 106.000");
  await place.press("Enter");
  await expect(desk.getByTestId("chosen-place")).toBeVisible();
  const before = watching.fold.picture.incidents.size;
  lose(true);
  await desk.getByRole("button", { name: "Report", exact: true }).last().click();
  await until(() => watching.fold.picture.incidents.size > before, "the report arrives");
  await expect(desk.getByTestId("report-panel").getByRole("alert")).toContainText("Not reported", {
    timeout: 20_000,
  });
  await desk.getByRole("checkbox", { name: /Danger to life/ }).check();
  lose(false);
  await desk.getByRole("button", { name: "Report", exact: true }).last().click();
  const arrived = desk.getByTestId("already-reported");
  await expect(arrived).toContainText(/KH-[A-Z]{3}-\d+/);
  await expect(arrived.locator('[data-field="dangerToLife"]')).toContainText("yes");
  await desk.screenshot({ path: "test-results/danger/arrived-desk.png" });
  await arrived.getByTestId("send-edit").click();
  await until(
    () => [...watching.fold.picture.incidents.values()].some((one) => "dangerToLife" in one && one.dangerToLife),
    "the danger arrives",
  );
  expect(watching.fold.picture.incidents.size).toBe(before + 1);
  watching.close();
});

test("the same on a phone, taken back while nobody knows whether it arrived", async ({ screens, site }) => {
  const watching = await TestScreen.open(site.url, "kh.operator2");
  const phone = await screens.open("kh.officer", "/field");
  await phone.setViewportSize({ width: 390, height: 844 });
  const { lose } = await lossy(phone);
  await phone.reload();
  await phone.getByTestId("report").click();
  await phone.locator('[data-purpose="border-safety"]').click();
  await phone.locator('[data-kind="flood"]').click();
  await phone.getByRole("radio", { name: "Low", exact: true }).click();
  const place = phone.getByRole("textbox", { name: /Coordinates or place/ });
  await place.fill("13.929 106.000");
  await place.press("Enter");
  const before = watching.fold.picture.incidents.size;
  lose(true);
  await phone.getByTestId("send-report").click();
  await until(() => watching.fold.picture.incidents.size > before, "the report arrives");
  const card = phone.getByTestId("turned-down");
  await expect(card).toContainText("No answer yet", { timeout: 20_000 });
  await phone.screenshot({ path: "test-results/danger/no-answer-phone.png" });
  await card.getByRole("button", { name: "Open again" }).click();
  await phone.getByText("Danger to life").first().click();
  lose(false);
  await phone.getByTestId("send-report").click();
  const arrived = phone.getByTestId("already-reported");
  await expect(arrived.locator('[data-field="dangerToLife"]')).toContainText("yes", { timeout: 15_000 });
  await phone.screenshot({ path: "test-results/danger/arrived-phone.png" });
  await arrived.getByTestId("send-edit").click();
  await expect(arrived).toHaveCount(0);
  expect(watching.fold.picture.incidents.size).toBe(before + 1);
  watching.close();
});
