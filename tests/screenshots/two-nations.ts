/**
 * The picture of the two-nations demonstration in README: both countries' desks beside each other, each from its own node,
 * and the line between them. `node --import tsx tests/screenshots/two-nations.ts [file]` starts a demonstration of its own.
 */
import { writeFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { type Country, countries, type Language } from "@/domain/vocabulary";
import build from "../e2e/support/build";
import { TwoNations } from "../e2e/support/two-nations";
import { chromiumFlags, findChromium } from "../support/chromium";
import { signIn } from "../support/client";
import { arrange } from "./situation";

const [file = "docs/images/two-nations.webp"] = process.argv.slice(2);
const desk = { width: 1280, height: 720 };
const line = { width: 940, height: 330 };
/** How much smaller the desks stand in the picture. */
const scale = 0.7;
const gap = 16;
const heartbeatMs = 5_000;
const languageOf: Record<Country, Language> = { KH: "en", LA: "lo" };

async function openDesk(browser: Browser, address: string, country: Country): Promise<Page> {
  const context = await browser.newContext({
    viewport: desk,
    reducedMotion: "reduce",
    deviceScaleFactor: 1.5,
  });
  const { cookie } = await signIn(address, `${country.toLowerCase()}.commander`);
  const kept = cookie.split("; ").map((pair) => {
    const [name = ""] = pair.split("=", 1);
    return { name, value: pair.slice(name.length + 1), url: address };
  });
  await context.addCookies([...kept, { name: "sekong-language", value: languageOf[country], url: address }]);
  const page = await context.newPage();
  await page.goto(`${address}/command`);
  return page;
}

/** Opens the incident that both work on, and waits for the map and for both nodes to have compared their pictures. */
async function isReady(page: Page, ref: string): Promise<void> {
  await page.locator(`[data-testid="incident-row"][data-ref="${ref}"]`).click();
  await page.getByTestId("detail").locator("h2").first().waitFor();
  await page.locator('[data-testid="bridge"][data-state="same"]').waitFor({ timeout: 60_000 });
  await page.locator('.sekong-map[data-map-idle="true"]').waitFor({ timeout: 90_000 });
}

const asData = (png: Buffer) => `data:image/png;base64,${png.toString("base64")}`;

type Placed = { source: string; x: number; y: number; width: number; height: number };

/** Where each picture stands: the desks beside each other, the line below them. */
function placed(desks: readonly Buffer[], between: Buffer): Placed[] {
  const [width, height] = [desk.width * scale, desk.height * scale];
  const [lineWidth, lineHeight] = [line.width * scale, line.height * scale];
  const x = (2 * width + 3 * gap - lineWidth) / 2;
  return [
    ...desks.map((png, index) => {
      return { source: asData(png), x: gap + index * (width + gap), y: gap, width, height };
    }),
    { source: asData(between), x, y: height + 2 * gap, width: lineWidth, height: lineHeight },
  ];
}

/** Puts the pictures on one and encodes it as WebP, which only the browser can here. */
async function compose(page: Page, pictures: readonly Placed[]): Promise<Buffer> {
  const size = {
    width: Math.max(...pictures.map(({ x, width }) => x + width)) + gap,
    height: Math.max(...pictures.map(({ y, height }) => y + height)) + gap,
  };
  // No function in it may have a name: the loader's helper for names is not in the page.
  const encoded = await page.evaluate(
    async ([list, { width, height }]) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.fillStyle = "#0b0f11";
      context.fillRect(0, 0, width, height);
      context.imageSmoothingQuality = "high";
      for (const { source, ...at } of list) {
        const picture = await createImageBitmap(await (await fetch(source)).blob());
        context.drawImage(picture, at.x, at.y, at.width, at.height);
      }
      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.85 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    },
    [pictures, size] as const,
  );
  return Buffer.from(encoded, "base64");
}

await build();
const nations = await TwoNations.open();
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  const ref = await arrange(nations.addressOf);
  const pages: Page[] = [];
  for (const country of countries) pages.push(await openDesk(browser, nations.addressOf(country), country));
  for (const page of pages) await isReady(page, ref);
  // Each node's next heartbeat counts the other's screen.
  await pages[0]?.waitForTimeout(heartbeatMs);
  const desks: Buffer[] = [];
  for (const page of pages) desks.push(await page.screenshot());
  const between = await browser.newPage({ viewport: line, reducedMotion: "reduce", deviceScaleFactor: 1.5 });
  await between.goto(nations.addressOf("line"));
  await between.locator('html[data-state="up"]').waitFor();
  writeFileSync(file, await compose(between, placed(desks, await between.screenshot())));
  console.log(`The picture is ${file}`);
} finally {
  await browser.close();
  await nations.close();
}
