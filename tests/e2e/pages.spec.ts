/** Every page: accessibility, no other host, no map code where no map is shown, no access without sign-in. */
import { isAccessible } from "./support/accessible";
import { expect, isSame, type Page, report, row, seizure, test } from "./support/test";

for (const theme of ["dark", "light"]) {
  test(`every page passes axe (${theme})`, async ({ screens, site }) => {
    const page = await screens.open("kh.commander", "/sign-in");
    await page.context().addCookies([{ name: "sekong-theme", value: theme, url: site.url }]);
    await page.goto(`${site.url}/command`);
    await isSame(page);
    await isAccessible(page);
    const ref = await report(page, seizure);
    await row(page, ref).click();
    await isAccessible(page);
    await page.keyboard.press("n");
    await expect(page.getByRole("dialog")).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("r");
    await page.locator('[data-purpose="drugs"]').click();
    await isAccessible(page);
    await page.goto(`${site.url}/wall`);
    await expect(page.getByTestId("wall-row").first()).toBeVisible();
    await isAccessible(page);
    await page.goto(`${site.url}/field`);
    await page.getByTestId("report").click();
    await isAccessible(page);
    await page.context().clearCookies({ name: /session/ });
    await page.goto(`${site.url}/sign-in`);
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await isAccessible(page);
  });
}

test("S11 in demo mode every screen says EXERCISE", async ({ screens, site }) => {
  const page = await screens.open("kh.commander", "/sign-in");
  for (const path of ["/command", "/wall", "/field"]) {
    await page.goto(site.url + path);
    await expect(page.getByText("EXERCISE", { exact: true }).first(), path).toBeVisible();
  }
  await page.context().clearCookies({ name: /session/ });
  await page.goto(`${site.url}/sign-in`);
  await expect(page.getByText("EXERCISE", { exact: true }).first(), "/sign-in").toBeVisible();
});

test("no page requests anything from another host", async ({ screens, site }) => {
  const foreign: string[] = [];
  const page = await screens.open("kh.commander", "/sign-in");
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && host !== new URL(site.url).host) foreign.push(request.url());
  });
  for (const path of ["/command", "/wall", "/field"]) {
    await page.goto(site.url + path);
    await page.waitForLoadState("networkidle").catch(() => {});
  }
  expect(foreign).toEqual([]);
});

test("pages without a map load none of its code or data", async ({ screens, site, browser }) => {
  const scripts: string[] = [];
  const asked: string[] = [];
  const collect = (page: Page) =>
    page.on("response", async (response) => {
      asked.push(new URL(response.url()).pathname);
      if (response.request().resourceType() === "script") scripts.push(await response.text().catch(() => ""));
    });
  const field = await screens.open("kh.officer", "/sign-in");
  collect(field);
  await field.goto(`${site.url}/field`);
  await expect(field.getByTestId("connection")).toHaveAttribute("data-state", "live");
  await field.getByTestId("report").click();
  const context = await browser.newContext();
  const signIn = await context.newPage();
  collect(signIn);
  await signIn.goto(`${site.url}/sign-in`);
  await expect(signIn.getByRole("button", { name: "Sign in" })).toBeVisible();
  await context.close();
  expect(scripts.length).toBeGreaterThan(3);
  expect(
    scripts.filter((text) => /maplibregl-canvas|maplibre-gl-worker/.test(text)).map((text) => text.length),
  ).toEqual([]);
  expect(
    asked.filter((path) => path.startsWith("/map/")),
    "neither its data nor its fonts",
  ).toEqual([]);
});

test("no screen is shown without sign-in, and each role is sent to its own", async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const path of ["/command", "/wall", "/field", "/"]) {
    await page.goto(site.url + path);
    await expect(page).toHaveURL(`${site.url}/sign-in`);
  }
  await page.getByLabel("User name").fill("kh.officer");
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "wrong" })).toBeVisible();
  await page.getByRole("button", { name: /Officer kh\.officer$/ }).click();
  await expect(page).toHaveURL(`${site.url}/field`);
  await page.getByRole("button", { name: "Account and settings" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${site.url}/sign-in`);
  await page.getByRole("button", { name: /Wall display la\.wall/ }).click();
  await expect(page).toHaveURL(`${site.url}/wall`);
  await context.close();
});

test("the command screen works with the keyboard alone", async ({ screens }) => {
  const page = await screens.open("kh.operator");
  await isSame(page);
  const first = await report(page, seizure);
  const second = await report(page, { ...seizure, kind: "drug-storage" });
  await page.keyboard.press("Escape");
  // J goes down the list as it stands: of two alike, the one whose deadline is nearer is above.
  const listed = page.getByTestId("incident-row");
  const refs = await listed.evaluateAll((rows) => rows.map((each) => each.getAttribute("data-ref") ?? ""));
  expect(refs).toEqual(expect.arrayContaining([first, second]));
  for (const ref of refs.slice(0, refs.indexOf(first) + 1)) {
    await page.keyboard.press("j");
    await expect(page.getByTestId("detail")).toContainText(ref);
  }
  await page.keyboard.press("v");
  await expect(page.locator('[data-type="incident.verified"]')).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(second);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("detail")).toContainText(second);
});
