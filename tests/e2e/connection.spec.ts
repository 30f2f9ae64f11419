/** Screens say when their data is stale, and recover by themselves. */
import { bridge, expect, isSame, release, report, row, seizure, test } from "./support/test";

test("a restarted server: both sides say stale, then recover without a reload", async ({ screens, site }) => {
  const khmer = await screens.open("kh.operator");
  const lao = await screens.open("la.operator");
  for (const page of [khmer, lao]) {
    await isSame(page);
    await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  }
  const ref = await report(khmer, seizure);
  await site.stop();
  for (const page of [khmer, lao]) {
    await expect(bridge(page)).toHaveAttribute("data-state", "stale");
    await expect(page.getByTestId("state-banner")).toContainText("No connection to your server since");
  }
  await site.start();
  for (const page of [khmer, lao]) {
    await isSame(page);
    await expect(page.getByTestId("state-banner")).toHaveCount(0);
    expect(await page.evaluate(() => "stillTheSamePage" in window)).toBe(true);
  }
  await expect(row(khmer, ref)).toBeVisible();
  await expect(row(lao, ref)).toHaveCount(0);
});

test("a command given while the server restarts is sent when it is back, once", async ({ screens, site }) => {
  const operator = await screens.open("kh.operator");
  await isSame(operator);
  const ref = await report(operator, { ...seizure, kind: "drug-storage" });
  await row(operator, ref).click();
  await site.stop();
  await expect(bridge(operator)).toHaveAttribute("data-state", "stale");
  await operator.keyboard.press("v");
  await expect(operator.getByTestId("detail")).toContainText("Not sent yet");
  await site.start();
  await expect(operator.locator('[data-testid="timeline-entry"][data-type="incident.verified"]')).toHaveCount(
    1,
  );
  await expect(operator.getByTestId("detail")).not.toContainText("Not sent yet");
});

test("an offline screen says so and later receives what it missed", async ({ screens }) => {
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  const lao = await screens.open("la.commander");
  await isSame(lao);
  await lao.context().setOffline(true);
  await expect(bridge(lao)).toHaveAttribute("data-state", "stale");
  const ref = await release(operator, commander, { ...seizure, kind: "drug-transport-river" });
  await expect(row(lao, ref)).toHaveCount(0);
  await lao.context().setOffline(false);
  await isSame(lao);
  await expect(row(lao, ref)).toBeVisible();
});

test("a screen with a wrong fold stops saying same, reloads the picture and recovers", async ({
  screens,
  browser,
  site,
}) => {
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  await isSame(operator);
  const sabotaged = await screens.open("la.commander", "/sign-in");
  let rewritten = 0;
  await sabotaged.route("**/_next/static/**/*.js", async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    // Inside the function that folds an event into an incident: the first argument is the incident before.
    const wrong = text.replace(/case\s*["']incident\.acknowledged["']:\s*return /, (found) => {
      rewritten += 1;
      return found.replace("return ", "if(window.sabotage)return{...arguments[0],impact:'low'};return ");
    });
    await route.fulfill({ response: answer, body: wrong });
  });
  await sabotaged.goto(`${site.url}/command`);
  await isSame(sabotaged);
  expect(rewritten).toBeGreaterThan(0);
  const ref = await release(operator, commander, { ...seizure, kind: "drug-laboratory" });
  await row(sabotaged, ref).click();
  await sabotaged.evaluate(() => Object.assign(window, { sabotage: true }));
  const states: (string | null)[] = [];
  await sabotaged.exposeFunction("sawState", (state: string | null) => void states.push(state));
  await sabotaged.evaluate(() => {
    const bar = document.querySelector('[data-testid="bridge"]');
    const tell = (window as unknown as { sawState: (state: string | null) => void }).sawState;
    if (!bar) throw new Error("no bar");
    new MutationObserver(() => tell(bar.getAttribute("data-state"))).observe(bar, {
      attributeFilter: ["data-state"],
    });
  });
  await sabotaged.keyboard.press("a");
  await expect.poll(() => states).toContain("reloading");
  await isSame(sabotaged);
  await isSame(operator);
  expect(browser.isConnected()).toBe(true);
});
