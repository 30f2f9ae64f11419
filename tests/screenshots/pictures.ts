/** Takes one picture per scene, language, theme and size. */
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { type Language, languages } from "@/domain/vocabulary";
import { signIn } from "../support/client";
import type { Scene, Size } from "./scenes";

export type Album = {
  browser: Browser;
  address: string;
  folder: string;
};

async function openContext(
  { browser, address }: Album,
  scene: Scene,
  cookies: Record<string, string>,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: "en-GB",
    reducedMotion: "reduce",
    permissions: ["geolocation"],
    geolocation: { longitude: 106.16, latitude: 13.72, accuracy: 8 },
  });
  const session = scene.account ? (await signIn(address, scene.account)).cookie : "";
  const kept = session.split("; ").filter(Boolean);
  const parsed = kept.map(
    (pair) => [pair.split("=", 1)[0] ?? "", pair.slice(pair.indexOf("=") + 1)] as const,
  );
  await context.addCookies(
    [...parsed, ...Object.entries(cookies)].map(([name, value]) => ({ name, value, url: address })),
  );
  return context;
}

async function breakLink(page: Page): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      socket.send(String(message).replaceAll('"state":"shared"', '"state":"down"'));
    });
  });
}

/** Until the map, where there is one, has drawn all it holds at this size. */
async function isStill(page: Page): Promise<void> {
  await page.waitForTimeout(700);
  await page
    .waitForFunction(
      () => document.querySelector('.sekong-map:not([data-map-idle="true"])') === null,
      undefined,
      { timeout: 60_000 },
    )
    .catch(() => console.warn("the map is still drawing"));
  await page.waitForTimeout(300);
}

async function openScene(page: Page, scene: Scene, album: Album, size: Size): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(album.address + scene.path);
  await page.locator(scene.ready).first().waitFor({ timeout: 60_000 });
  await scene.open?.(page);
}

type Look = { language: Language; theme: Scene["themes"][number] };

async function takeScene(album: Album, scene: Scene, { language, theme }: Look): Promise<void> {
  const context = await openContext(album, scene, { "sekong-language": language, "sekong-theme": theme });
  const page = await context.newPage();
  if (scene.isLinkDown) await breakLink(page);
  for (const size of scene.sizes) {
    await openScene(page, scene, album, size);
    await isStill(page);
    const name = `${scene.name}-${size.width}x${size.height}-${language}-${theme}`;
    await page.screenshot({ path: path.join(album.folder, `${name}.png`) });
  }
  await context.close();
}

/** Pictures every scene in every language and each of its themes. Throws when a scene does not open. */
export async function takePictures(album: Album, scenes: readonly Scene[]): Promise<void> {
  for (const scene of scenes)
    for (const language of languages)
      for (const theme of scene.themes) await takeScene(album, scene, { language, theme });
}
