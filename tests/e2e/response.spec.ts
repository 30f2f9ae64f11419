/** A response across the border on all screens at once: three languages, a phone, walls, and running clocks. */
import { demoUnitId } from "@/db/seed/units";
import { newSubject, reportBody, TestScreen } from "@/tests/support/client";
import { advance, askAndAccept, card, complete, openCast, releasedIncident } from "./support/response";
import { expect, isSame, type Page, row, test } from "./support/test";

const takeover = (page: Page) => page.getByTestId("takeover");

async function desk(address: string, name: string): Promise<TestScreen> {
  return TestScreen.open(address, name);
}

test("Cambodia asks for a river patrol, Laos accepts it into a task, an officer's phone does it, and Cambodia sees each step", async ({
  screens,
  site,
}) => {
  const cast = await openCast(screens, site);
  await askAndAccept(cast);
  for (const status of ["acknowledged", "en_route", "on_scene"])
    await advance(cast, status, [cast.khmer, cast.lao]);
  await complete(cast);
});

test("K5 danger to life takes over wall and desk of each centre until a named desk there has read it", async ({
  screens,
  site,
}) => {
  const operator = await desk(site.url, "la.operator");
  const kh = await screens.open("kh.operator", "/command", "km");
  const wall = await screens.open("kh.wall", "/wall", "km");
  const la = await screens.open("la.commander", "/command", "lo");
  for (const page of [kh, wall, la]) await isSame(page);

  const id = newSubject("LA");
  const place = { lng: 105.99, lat: 13.95 };
  await operator.must(
    "incident.report",
    id,
    reportBody({ kind: "river-accident", impact: "very-high", dangerToLife: true, place }),
  );
  await expect(takeover(la)).toContainText("ອັນຕະລາຍເຖິງຊີວິດ");
  await expect(takeover(kh)).toHaveCount(0);
  await operator.must("release.urgent", id, { reason: "people in the water" });
  // Working on it counts as reading it: the releasing centre's takeover ends.
  await expect(takeover(la)).toHaveCount(0);
  for (const page of [kh, wall]) {
    await expect(takeover(page)).toContainText("គ្រោះថ្នាក់ដល់ជីវិត");
    await expect(takeover(page).locator('[data-side="KH"] [data-clock="partner-reads"]')).toBeVisible();
  }
  await kh.getByTestId("takeover-read").click();
  for (const page of [kh, wall]) await expect(takeover(page)).toHaveCount(0);
  operator.close();
});

test("K3 a clock that has run out alarms desk and wall of the side that is due, until a desk acknowledges it", async ({
  screens,
  site,
}) => {
  const commander = await desk(site.url, "kh.commander");
  const { id: incidentId, ref } = await releasedIncident(site.url);
  const kh = await screens.open("kh.operator", "/command", "en");
  const wall = await screens.open("kh.wall", "/wall", "en");
  const la = await screens.open("la.operator", "/command", "en");
  for (const page of [kh, wall, la]) await isSame(page);
  const task = newSubject("KH");
  const unitId = demoUnitId("STR-24");
  const dueAt = new Date(Date.now() - 60_000).toISOString();
  await commander.must("task.assign", task, { incidentId, unitId, action: "patrol", dueAt });
  const alarm = kh.getByTestId("alarm-strip");
  await expect(alarm).toContainText("Task: overdue");
  await expect(alarm).toContainText(ref);
  await expect(wall.getByTestId("wall-alarm")).toContainText(ref);
  await expect(la.getByTestId("alarm-strip")).toHaveCount(0);
  await alarm.getByTestId("alarm-acknowledge").click();
  await expect(alarm).toHaveCount(0);
  await expect(wall.getByTestId("wall-alarm")).toHaveCount(0);
  await kh.getByRole("tab", { name: /^Deadlines/ }).click();
  await expect(kh.locator('[data-testid="clock-row"]', { hasText: "acknowledged by" })).toContainText("KH-");
  commander.close();
});

test("while the link to the partner is down, its telephone stands beside it on desk and wall, and a request says not sent", async ({
  screens,
  site,
}) => {
  const { ref } = await releasedIncident(site.url);
  for (const [account, path] of [
    ["kh.commander", "/command"],
    ["kh.wall", "/wall"],
  ] as const) {
    const page = await screens.open(account, "/sign-in");
    // The demo's two nodes are one process, so the heads messages are changed to say that the link is down.
    await page.routeWebSocket(/socket\.io/, (socket) => {
      socket.connectToServer().onMessage((message) => {
        socket.send(String(message).replaceAll('"state":"shared"', '"state":"down"'));
      });
    });
    await page.goto(site.url + path);
    const telephone = page.getByTestId("state-banner").getByTestId("telephone");
    await expect(telephone).toHaveAttribute("href", "tel:+85600000002");
    await expect(telephone).toContainText("fictional");
    if (path === "/wall") continue;
    await row(page, ref).click();
    await page.keyboard.press("y");
    await page.getByRole("dialog").locator('button[type="submit"]').click();
    await expect(card(page).getByTestId("not-sent")).toContainText("connection to Laos down");
  }
});
