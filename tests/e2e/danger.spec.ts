/** Danger to life says enough, history calls nobody, and a crew out of service on a task warns its desk. */
import { readFileSync } from "node:fs";
import { readReport } from "@/server/cli/import/report";
import { newSubject, reportBody, TestScreen } from "@/tests/support/client";
import { expect, isSame, test } from "./support/test";

test("K15 the sample of 200 old rows takes over no screen and is one row of the list", async ({
  screens,
  site,
}) => {
  const rows = readFileSync("docs/sample/incidents-200.ndjson", "utf8").trim().split("\n");
  const operator = await TestScreen.open(site.url, "kh.operator");
  const desk = await screens.open("kh.commander");
  const wall = await screens.open("kh.wall", "/wall");
  await isSame(desk);
  // Pursuits, victims and seizures first: what called before.
  const commands = rows.map((line) => readReport(JSON.parse(line), "KH", new Date().toISOString()));
  const calling = commands.flatMap((read) => (read.ok ? [read.command] : []));
  const before = {
    rows: await desk.getByTestId("incident-row").count(),
    wall: await wall.getByTestId("wall-row").count(),
  };
  const some = [...calling.filter(({ body }) => body.kind === "pursuit"), ...calling.slice(0, 20)];
  for (const { subject, body } of new Map(some.map((one) => [one.subject, one])).values())
    await operator.must("incident.report", subject, body);
  const count = new Set(some.map(({ subject }) => subject)).size;
  const folded = desk.locator('[data-testid="triage-head"][data-group="imported"]');
  await expect(folded).toContainText(`${count} imported, to verify`);
  await expect(wall.getByTestId("wall-imported")).toContainText(`${count} imported, to verify`);
  for (const page of [desk, wall]) await expect(page.getByTestId("takeover")).toHaveCount(0);
  await expect(wall.getByTestId("wall-row")).toHaveCount(before.wall);
  await expect(desk.getByTestId("incident-row")).toHaveCount(before.rows);
  await folded.click();
  await expect(desk.getByTestId("incident-row").nth(before.rows)).toBeVisible();
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
  // Read by both, so that it takes over no later test's screens.
  const laos = await TestScreen.open(site.url, "la.commander2");
  const request = [...laos.fold.picture.requests.values()].find(({ incidentId }) => incidentId === id);
  await laos.must("request.acknowledge", request?.id ?? "");
  await laos.must("incident.acknowledge", id);
  for (const screen of [officer, asking, laos]) screen.close();
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
