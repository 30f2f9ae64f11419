/** The joint picture: what one side reports and releases appears on the other side, and nothing else does. */
import { act, expect, isSame, type Page, release, row, seizure, test } from "./support/test";

/** Everything a page received: documents, answers, and each frame of its socket. */
function listenTo(page: Page): () => string {
  const heard: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => void heard.push(String(payload))),
  );
  page.on("response", async (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (/json|html|text/.test(type)) heard.push(await response.text().catch(() => ""));
  });
  return () => heard.join("\n");
}

test("a released incident appears on the other side's list and map, and its acknowledgement appears here", async ({
  screens,
}) => {
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  const lao = await screens.open("la.commander");
  for (const page of [operator, commander, lao]) await isSame(page);
  let reloads = 0;
  lao.on("framenavigated", () => {
    reloads += 1;
  });

  const ref = await release(operator, commander);

  await expect(row(lao, ref)).toBeVisible();
  await expect(
    lao.getByTestId("map").getByRole("button", { name: new RegExp(ref), includeHidden: true }),
  ).toBeAttached();
  await expect(lao.getByTestId("alert-banner")).toContainText("Released by Cambodia");
  await expect(operator.getByTestId("pending-action")).toContainText("Read incident");

  await row(lao, ref).click();
  await lao.keyboard.press("a");
  await expect(
    operator
      .locator('[data-testid="timeline-entry"][data-type="incident.acknowledged"]')
      .filter({ hasText: "LA-" }),
  ).toBeVisible();
  await expect(operator.getByTestId("pending-action")).toHaveCount(0);
  await expect(operator.getByTestId("status-summary")).toContainText("Laos read");
  await isSame(operator);
  await isSame(lao);
  expect(reloads).toBe(0);
});

test("S5 what is national reaches no Lao page, answer or socket", async ({ screens }) => {
  const canary = "canary-7b1f0e";
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  const lao = await screens.open("la.commander");
  const heard = listenTo(lao);
  await lao.reload();
  await isSame(lao);

  const ref = await release(operator, commander, { ...seizure, kind: "drug-storage", note: canary });
  await expect(operator.getByTestId("detail")).toContainText(canary);
  await row(lao, ref).click();
  await expect(lao.locator('[data-testid="timeline-entry"][data-type="incident.released"]')).toBeVisible();
  expect(heard()).toContain(ref);
  expect(heard()).not.toContain(canary);
  expect(await lao.content()).not.toContain(canary);
});

test("S4 four eyes: the requester of a release is told why they may not approve it", async ({ screens }) => {
  const commander = await screens.open("kh.commander");
  const second = await screens.open("kh.commander2");
  await isSame(commander);
  const { report } = await import("./support/test");
  const ref = await report(commander, { ...seizure, kind: "drug-laboratory" });
  await act(commander, "request");
  await commander.getByRole("toolbar").getByRole("button", { name: "More" }).click();
  const approve = commander.locator('[role="menuitem"][data-action="approve"]');
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  await expect(approve).toContainText("another commander must decide");
  await commander.keyboard.press("Escape");
  await row(second, ref).click();
  await act(second, "approve");
  await second.getByRole("dialog").getByRole("button", { name: "Approve release" }).click();
  await expect(commander.locator('[data-type="incident.released"]')).toBeVisible();
});

test("S4 danger to life: one officer releases alone, with a reason, and another commander reviews it", async ({
  screens,
}) => {
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  const lao = await screens.open("la.operator");
  await isSame(operator);
  await isSame(lao);
  const { report } = await import("./support/test");
  const ref = await report(operator, {
    purpose: "border-safety",
    kind: "river-accident",
    impact: "Very high",
    place: "13.95 105.96",
    danger: true,
  });
  await act(operator, "urgent");
  const dialog = operator.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Release now" })).toBeDisabled();
  await dialog.getByRole("textbox").fill("People in the water");
  await dialog.getByRole("button", { name: "Release now" }).click();
  await expect(row(lao, ref)).toBeVisible();
  await expect(lao.getByTestId("takeover")).toContainText("Danger to life");
  await lao.getByTestId("takeover-read").click();
  await expect(lao.getByTestId("takeover")).toHaveCount(0);
  await row(commander, ref).click();
  await act(commander, "review");
  await expect(commander.locator('[data-type="release.reviewed"]')).toBeVisible();
});

test("S10 a recalled record leaves only its reference, and its recall is acknowledged", async ({
  screens,
}) => {
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  const lao = await screens.open("la.operator");
  await isSame(lao);
  const ref = await release(operator, commander, { ...seizure, kind: "drug-transport-road" });
  await row(lao, ref).click();
  await act(commander, "recall");
  await commander.getByRole("dialog").getByRole("textbox").fill("Wrong vehicle");
  await commander.getByRole("dialog").getByRole("button", { name: "Recall" }).click();
  await expect(lao.getByTestId("detail")).toContainText("Recalled by Cambodia");
  await expect(lao.getByTestId("detail")).not.toContainText("Drugs by road");
  await act(lao, "acknowledgeRecall");
  await expect(commander.locator('[data-type="release.recall-acknowledged"]')).toBeVisible();
});
