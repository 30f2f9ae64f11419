/** Fixtures of the browser tests: a site, signed-in screens, and common steps. */
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { Country } from "@/domain/vocabulary";
import { Site } from "./site";
import { TwoNations } from "./two-nations";

export type { Page };
export { expect };

export type Screens = { open: (account: string, path?: string, language?: string) => Promise<Page> };
/** Where each country's node serves; one process may serve both. */
export type Addresses = { addressOf: (country: Country) => string };
type Fixtures = { screens: Screens };

async function signedIn(
  browser: Browser,
  address: string,
  account: string,
  language: string,
): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addCookies([{ name: "sekong-language", value: language, url: address }]);
  const answer = await context.request.post(`${address}/api/auth/sign-in/username`, {
    data: { username: account, password: "sekong-demo" },
  });
  expect(answer.ok(), `${account} signs in`).toBe(true);
  return context;
}

const countryOf = (account: string): Country => (account.startsWith("la.") ? "LA" : "KH");

/** Gives screens of both countries, and closes them after the test. */
async function withScreens(
  browser: Browser,
  { addressOf }: Addresses,
  use: (screens: Screens) => Promise<void>,
): Promise<void> {
  const contexts: BrowserContext[] = [];
  await use({
    open: async (account, path = "/command", language = "en") => {
      const address = addressOf(countryOf(account));
      const context = await signedIn(browser, address, account, language);
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(address + path);
      return page;
    },
  });
  for (const context of contexts) await context.close();
}

/** One site at a time: each file has its own, so that no test meets what another file left on list and map. */
class Sites {
  #file: string | undefined;
  #site: Site | undefined;

  async of(file: string): Promise<Site> {
    if (this.#site && this.#file === file) return this.#site;
    await this.close();
    const site = await Site.open();
    this.#site = site;
    this.#file = file;
    return site;
  }

  async close(): Promise<void> {
    const site = this.#site;
    this.#site = undefined;
    await site?.close();
  }
}

export const test = base.extend<Fixtures & { site: Site }, { sites: Sites }>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const sites = new Sites();
      await use(sites);
      await sites.close();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  site: [
    async ({ sites }, use, { file }) => {
      await use(await sites.of(file));
    },
    { timeout: 240_000 },
  ],
  screens: ({ browser, site }, use) => withScreens(browser, site, use),
});

/** The same on two nodes with a line between them. */
export const nationsTest = base.extend<Fixtures, { nations: TwoNations }>({
  nations: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const nations = await TwoNations.open();
      await use(nations);
      await nations.close();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  screens: ({ browser, nations }, use) => withScreens(browser, nations, use),
});

export const bridge = (page: Page) => page.getByTestId("bridge");
export const row = (page: Page, ref: string) =>
  page.locator(`[data-testid="incident-row"][data-ref="${ref}"]`);

/** Waits until the screen says that it is live and the same. */
export async function isSame(page: Page): Promise<void> {
  await expect(bridge(page)).toHaveAttribute("data-state", "same");
}

export type Report = {
  purpose: string;
  kind: string;
  impact: string;
  place: string;
  note?: string;
  danger?: boolean;
};
export const seizure: Report = {
  purpose: "drugs",
  kind: "drug-seizure",
  impact: "High",
  place: "13.929 106.000",
};

const reference = /(KH|LA)-[A-Z]{3}-\d{4,5}/;

/** Reports an incident through the form; returns its reference. */
export async function report(page: Page, what: Report = seizure): Promise<string> {
  await page.getByTestId("report").click();
  await page.locator(`[data-purpose="${what.purpose}"]`).click();
  await page.locator(`[data-kind="${what.kind}"]`).click();
  await page.getByRole("radio", { name: what.impact, exact: true }).click();
  const place = page.getByRole("textbox", { name: /Coordinates or place/ });
  await place.fill(what.place);
  await place.press("Enter");
  await expect(page.getByTestId("chosen-place")).toBeVisible();
  if (what.note) await page.getByRole("textbox", { name: /^Note/ }).fill(what.note);
  if (what.danger) await page.getByRole("checkbox", { name: /Danger to life/ }).check();
  await page.getByRole("button", { name: "Report", exact: true }).last().click();
  // The form gives way to the incident's detail once the event has come back.
  await expect(page.getByTestId("report-panel")).toHaveCount(0);
  const detail = page.getByTestId("detail");
  await expect(detail).toContainText(reference);
  const ref = reference.exec((await detail.textContent()) ?? "")?.[0];
  if (!ref) throw new Error("the report has no reference");
  return ref;
}

/** Presses an action of the open incident, in the bar or behind "More". */
export async function act(page: Page, name: string): Promise<void> {
  const inBar = page.locator(`button[data-action="${name}"]`);
  await expect(page.getByRole("toolbar")).toBeVisible();
  if ((await inBar.count()) === 0) {
    await page.getByRole("toolbar").getByRole("button", { name: "More" }).click();
    await page.locator(`[role="menuitem"][data-action="${name}"]`).click();
  } else await inBar.click();
}

/** Reports an incident as an operator and releases it as a commander; returns its reference. */
export async function release(operator: Page, commander: Page, what: Report = seizure): Promise<string> {
  const ref = await report(operator, what);
  await act(operator, "request");
  await row(commander, ref).click();
  await act(commander, "approve");
  await commander.getByRole("dialog").getByRole("button", { name: "Approve release" }).click();
  await expect(commander.getByRole("dialog")).toHaveCount(0);
  return ref;
}
