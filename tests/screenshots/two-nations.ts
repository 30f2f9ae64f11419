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
async function isReady(page: Page): Promise<void> {
  await page
    .locator('[data-testid="incident-row"]', { has: page.locator("[data-clock]") })
    .first()
    .click();
  await page.getByTestId("detail").locator("h2").first().waitFor();
  await page.locator('[data-testid="bridge"][data-state="same"]').waitFor({ timeout: 60_000 });
  await page.locator('.sekong-map[data-map-idle="true"]').waitFor({ timeout: 90_000 });
}

const asData = (png: Buffer) => `data:image/png;base64,${png.toString("base64")}`;

/** Puts the pictures on one and encodes it as WebP, which only the browser can here. */
async function compose(page: Page, desks: readonly Buffer[], between: Buffer): Promise<Buffer> {
  const sizes = { desk, line, scale };
  const encoded = await page.evaluate(
    async ({ sources, between, sizes: { desk, line, scale } }) => {
      const load = async (src: string) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image;
      };
      const gap = 16;
      const [width, height] = [desk.width * scale, desk.height * scale];
      const canvas = new OffscreenCanvas(2 * width + 3 * gap, height + line.height * scale + 3 * gap);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.fillStyle = "#0b0f11";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.imageSmoothingQuality = "high";
      for (const [index, source] of sources.entries())
        context.drawImage(await load(source), gap + index * (width + gap), gap, width, height);
      const [lineWidth, lineHeight] = [line.width * scale, line.height * scale];
      context.drawImage(
        await load(between),
        (canvas.width - lineWidth) / 2,
        height + 2 * gap,
        lineWidth,
        lineHeight,
      );
      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.85 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    },
    { sources: desks.map(asData), between: asData(between), sizes },
  );
  return Buffer.from(encoded, "base64");
}

await build();
const nations = await TwoNations.open();
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  await arrange(nations.addressOf);
  const desks: Buffer[] = [];
  for (const country of countries) {
    const page = await openDesk(browser, nations.addressOf(country), country);
    await isReady(page);
    desks.push(await page.screenshot());
  }
  const between = await browser.newPage({ viewport: line, reducedMotion: "reduce", deviceScaleFactor: 1.5 });
  await between.goto(nations.addressOf("line"));
  await between.locator('html[data-state="up"]').waitFor();
  writeFileSync(file, await compose(between, desks, await between.screenshot()));
  console.log(`The picture is ${file}`);
} finally {
  await browser.close();
  await nations.close();
}
