/** Measures the map under load in a real browser: `updateData` by feature id, as Sekong does, compared with `setData`. */
import { openMapPage } from "../app/map/engine/testing/browser";
import { copyMapAssets } from "../map/copy-assets.mjs";
import type { MapRun, MapWork } from "./map-page";
import { median, percentile } from "./statistics";

export type MapPlan = { counts: readonly number[]; seconds: number };
export type MapMeasure = {
  way: MapWork["way"];
  count: number;
  updates: number;
  drawnP50: number;
  drawnP99: number;
  /** Probes that were drawn before the last update was sent, of those sent. */
  inTime: number;
  probes: number;
  /** Milliseconds of the page's main thread per update: handing over, styling, laying out, drawing. */
  mainMsEach: number;
  /** Milliseconds of the page's own code per update. */
  handMs: number;
  wrong: number;
};
export type MapResult = { coldMs: number; coldBytes: number; measures: MapMeasure[] };

const perSecond = 10;

/** The first map from a cold cache: bytes over the network, and milliseconds until it is idle. */
async function measureCold(): Promise<{ coldMs: number; coldBytes: number }> {
  const map = await openMapPage({ entry: "bench/map-page.ts" });
  const { page } = map;
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.clearBrowserCache");
  let coldBytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => {
    coldBytes += encodedDataLength;
  });
  const from = performance.now();
  await page.reload();
  await page.waitForSelector('#map[data-map-idle="true"]', { timeout: 120_000 });
  const coldMs = performance.now() - from;
  await map.close();
  return { coldMs, coldBytes };
}

async function measureOne(work: MapWork): Promise<MapMeasure> {
  const map = await openMapPage({ entry: "bench/map-page.ts" });
  try {
    const client = await map.page.context().newCDPSession(map.page);
    await client.send("Performance.enable");
    const busy = async () => {
      const { metrics } = await client.send("Performance.getMetrics");
      return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
    };
    const before = await busy();
    const run: MapRun = await map.page.evaluate((asked) => window.bench.run(asked), work);
    const mainMs = (await busy()) - before;
    return {
      way: work.way,
      count: work.count,
      updates: run.updates,
      drawnP50: median(run.drawnMs),
      drawnP99: percentile(run.drawnMs, 0.99),
      inTime: run.inTime,
      probes: run.probes,
      mainMsEach: mainMs / run.updates,
      handMs: median(run.handMs),
      wrong: run.wrong,
    };
  } finally {
    await map.close();
  }
}

/** Measures the map, with a new browser for each measurement. Throws when this machine has no Chromium. */
export async function measureMap({ counts, seconds }: MapPlan): Promise<MapResult> {
  copyMapAssets();
  const cold = await measureCold();
  const measures: MapMeasure[] = [];
  for (const count of counts) {
    for (const way of ["engine", "setData"] as const) {
      measures.push(await measureOne({ way, count, perSecond, seconds }));
      console.error(`  ${count} incidents, ${way} done`);
    }
  }
  return { ...cold, measures };
}
