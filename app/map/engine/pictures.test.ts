/**
 * What the maps of wall and desk look like in each language, and whether their words are shaped as the browser itself
 * shapes them. Pictures are compared small, since rasterisers differ in every edge and agree on every tenth pixel:
 * docs/decisions/0020. SEKONG_PICTURES=write replaces the kept ones; look at the large ones after that.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyMapAssets } from "@/map/copy-assets.mjs";
import { borderProvinces, nameIn } from "@/map/gazetteer";
import { type MapPage, openMapPage } from "./testing/browser";
import { type Ink, likeness } from "./testing/ink";

const languages = ["en", "km", "lo"] as const;
/** The map's own part of a wall of 1920 × 1080 and of a command screen of 1440 × 900. */
const viewports = { wall: { width: 1240, height: 976 }, command: { width: 644, height: 648 } };
const shrink = 8;
const kept = path.resolve("app/map/engine/testing/pictures");
const large = path.resolve("test-results/map");
const visible = 16;
/** The sign that sets the next Khmer letter below the one before. */
const subscript = "\u17d2";
const isWriting = process.env.SEKONG_PICTURES === "write";

type Small = { data: Buffer; width: number; height: number };

async function shrunk(picture: Buffer | string, by = 1): Promise<Small> {
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  const small = sharp(picture)
    .removeAlpha()
    .resize(Math.floor(width / by), Math.floor(height / by), { kernel: "cubic" });
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The share of small pixels that differ in any colour by more than `visible` of 255. */
function difference(left: Small, right: Small): number {
  if (left.width !== right.width || left.height !== right.height) return 1;
  let differing = 0;
  for (let at = 0; at < left.data.length; at += 3) {
    const far = [0, 1, 2].some(
      (channel) => Math.abs((left.data[at + channel] ?? 0) - (right.data[at + channel] ?? 0)) > visible,
    );
    if (far) differing += 1;
  }
  return differing / (left.width * left.height);
}

const keptFile = (name: string) => path.join(kept, `${name}.png`);
/** Another build of the browser moves a name at most; another language changes twice as much and more. */
const tolerated = 0.005;

describe.each(["wall", "command"] as const)("the map of a %s", { timeout: 180_000 }, (screen) => {
  let map: MapPage;
  const pictures = new Map<string, Small>();

  beforeAll(async () => {
    copyMapAssets();
    mkdirSync(large, { recursive: true });
    map = await openMapPage({ screen, viewport: viewports[screen] });
    await map.page.evaluate(() => window.probe.furnish());
    // What is DOM is written in whatever fonts the machine has; here only the map's own are looked at.
    await map.page.addStyleTag({
      content: ".sekong-map-note, .maplibregl-control-container { display: none }",
    });
    for (const language of languages) {
      await map.page.evaluate((next) => window.probe.engine.setLanguage(next), language);
      await map.idle();
      const picture = await map.page.locator("#map").screenshot();
      writeFileSync(path.join(large, `${screen}-${language}.png`), picture);
      pictures.set(language, await shrunk(picture, shrink));
    }
  }, 180_000);
  afterAll(() => map?.close());

  it.each(languages)("looks like its kept picture (%s)", async (language) => {
    const picture = pictures.get(language);
    if (!picture) throw new Error("no picture was taken");
    const file = keptFile(`${screen}-${language}`);
    if (isWriting || !existsSync(file)) {
      const { width, height } = picture;
      await sharp(picture.data, { raw: { width, height, channels: 3 } })
        .png({ compressionLevel: 9 })
        .toFile(file);
    }
    const differing = difference(picture, await shrunk(file));
    expect(differing, `${file} and ${path.join(large, `${screen}-${language}.png`)}`).toBeLessThan(tolerated);
  });

  it("does not pass for the map in another language", async () => {
    const all = await Promise.all(languages.map((language) => shrunk(keptFile(`${screen}-${language}`))));
    const [en, km, lo] = all;
    if (!en || !km || !lo) throw new Error("a picture is missing");
    for (const [left, right] of [
      [en, km],
      [en, lo],
      [km, lo],
    ] as const)
      expect(difference(left, right)).toBeGreaterThan(tolerated);
  });

  it.each(languages)("shapes the names of the five provinces as the browser does (%s)", async (language) => {
    await map.page.evaluate((next) => window.probe.onlyProvinceNames(next), language);
    await map.idle();
    const shot = await map.page.locator("#map").screenshot();
    const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true });
    const drawn: Ink = { data, width: info.width, height: info.height };
    for (const province of borderProvinces) {
      const text = nameIn(province, language);
      const { right, wrong, at } = await map.page.evaluate((asked) => window.probe.write(asked), {
        text: language === "en" ? text.toUpperCase() : text,
        place: [province.position?.lng ?? 0, province.position?.lat ?? 0] as [number, number],
        language,
      });
      const found = likeness(drawn, right, at);
      expect(found, `${text} as the browser writes it`).toBeGreaterThan(0.75);
      // Letters one by one, as a map without shaping sets them: it shows where a letter stands below another.
      if (text.includes(subscript)) expect(found, text).toBeGreaterThan(likeness(drawn, wrong, at) + 0.1);
    }
  });
});
