/**
 * Pictures of every kind of screen, in each language, to be looked at: `npm run screenshots [address] [folder]`.
 * Starts a demo of its own unless the address of one is given (without the exercise, and not used by anybody else).
 */
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import build from "../e2e/support/build";
import { Site } from "../e2e/support/site";
import { chromiumFlags, findChromium } from "../support/chromium";
import { takePictures } from "./pictures";
import { calm, endangered } from "./scenes";
import { arrange, endanger } from "./situation";

const [given, folder = "test-results/screens"] = process.argv.slice(2);

async function openSite(): Promise<Site> {
  await build();
  return Site.open();
}

mkdirSync(folder, { recursive: true });
const site = given ? undefined : await openSite();
const address = given ?? site?.url ?? "";
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  const album = { browser, address, folder };
  await arrange(() => address);
  await takePictures(album, calm);
  await endanger(() => address);
  await takePictures(album, endangered);
  console.log(`The pictures are in ${folder}`);
} finally {
  await browser.close();
  await site?.close();
}
