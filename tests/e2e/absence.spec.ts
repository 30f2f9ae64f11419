/** What a screen that was away, silent or dark says: on both sides and on a wall. */
import { demoUnitId } from "@/db/seed/units";
import { newSubject, reportBody, signIn, TestScreen, until } from "../support/client";
import { bridge, expect, isSame, type Page, test } from "./support/test";

/**
 * Holds the sound back until a key is pressed, as browsers do. The test's own look at a page counts as a click, so the
 * browser's own rule cannot be tried.
 */
async function holdSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let held = true;
    const started = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state")?.get;
    Object.defineProperty(AudioContext.prototype, "state", {
      get() {
        return held ? "suspended" : started?.call(this);
      },
    });
    const resume = AudioContext.prototype.resume;
    AudioContext.prototype.resume = async function resumed() {
      held = false;
      await resume.call(this);
      this.dispatchEvent(new Event("statechange"));
    };
  });
  await page.reload();
}

const ring = [
  [106, 14],
  [106.2, 14],
  [106.2, 14.2],
  [106, 14.2],
  [106, 14],
];
const closedForest = {
  ...{ shape: "area", geometry: { type: "Polygon", coordinates: [ring] }, label: "Closed forest" },
  fence: ["enter"],
};

test("a desk that was away is told who crossed a watched area, and one desk's look clears it for the centre", async ({
  screens,
  site,
}) => {
  const operator = await screens.open("kh.operator");
  const commander = await screens.open("kh.commander");
  await isSame(operator);
  await isSame(commander);
  await operator.context().setOffline(true);
  await expect(bridge(operator)).toHaveAttribute("data-state", "stale");

  const { cookie } = await signIn(site.url, "kh.commander");
  const desk = await TestScreen.open(site.url, "kh.commander", { cookie });
  await desk.must("drawing.put", newSubject("KH"), closedForest);
  const officer = await TestScreen.open(site.url, "kh.officer", { screen: "field" });
  for (const [second, lng] of [105.9, 106.1, 106.1].entries()) {
    const at = Date.now() - 60_000 + second * 1_000;
    const fix = {
      unitId: demoUnitId("STR-21"),
      lng,
      lat: 14.1,
      accuracyM: 10,
      at: new Date(at).toISOString(),
    };
    officer.socket.emit("position", fix);
    await until(() => officer.positions.some((position) => position[3] === at), "the position is shown");
  }
  const noticeOf = (page: Page) => page.getByTestId("fence-notice");
  await expect(noticeOf(commander)).toHaveText(/STR-21 entered Closed forest/);
  await expect(noticeOf(operator)).toHaveCount(0);
  await operator.context().setOffline(false);
  await expect(noticeOf(operator)).toHaveText(/STR-21 entered Closed forest/);
  await noticeOf(operator).getByRole("button", { name: "Dismiss" }).click();
  for (const page of [operator, commander]) await expect(noticeOf(page)).toHaveCount(0);
  for (const screen of [desk, officer]) screen.close();
});

test("a wall whose browser holds its sound back says so, and so do the desks of both countries", async ({
  screens,
}) => {
  const operator = await screens.open("kh.operator");
  const lao = await screens.open("la.operator");
  const wall = await screens.open("kh.wall", "/wall");
  await holdSound(wall);
  await isSame(wall);
  const said = wall.getByTestId("held-sound");
  await expect(said).toHaveText("Sound is off in this browser. Press any key");
  for (const page of [operator, lao]) {
    await expect(bridge(page).getByTestId("silent")).toHaveText("1 wall silent");
  }
  await wall.keyboard.press("Shift");
  await expect(said).toHaveCount(0);
  for (const page of [operator, lao]) await expect(bridge(page).getByTestId("silent")).toHaveCount(0);
});

test("a wall and a phone ask for a wake lock, again when they are shown again, and say when they have none", async ({
  screens,
}) => {
  for (const [account, path] of [
    ["kh.wall", "/wall"],
    ["kh.officer", "/field"],
  ] as const) {
    const page = await screens.open(account, path);
    await page.addInitScript(() => {
      const world = Object.assign(window, { asked: 0, gives: false });
      const request = async () => {
        world.asked += 1;
        if (!world.gives) throw new DOMException("not now", "NotAllowedError");
        return Object.assign(new EventTarget(), { release: async () => undefined });
      };
      Object.defineProperty(navigator, "wakeLock", { value: { request } });
    });
    await page.reload();
    const lock = page.getByTestId("wake-lock");
    await expect(lock).toHaveText(/This screen may go dark/);
    await page.evaluate(() => {
      Object.assign(window, { gives: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect(lock).toHaveAttribute("data-state", "held");
    await expect(lock).toHaveText("");
  }
});

/** Notes when this page begins a sound: notes within a second and a half are one. */
const hearSounds = (page: Page) =>
  page.evaluate(() => {
    const world = Object.assign(window, { soundsAt: [] as number[] });
    const create = BaseAudioContext.prototype.createOscillator;
    BaseAudioContext.prototype.createOscillator = function createOscillator() {
      const last = world.soundsAt.at(-1) ?? Number.NEGATIVE_INFINITY;
      if (performance.now() - last > 1_500) world.soundsAt.push(performance.now());
      return create.call(this);
    };
  });
const soundsHeard = (page: Page) =>
  page.evaluate(() => (window as unknown as { soundsAt: number[] }).soundsAt.length);

test("after a cut a desk gets one summary with one sound and opens the gravest, a wall says it quietly, a phone names its tasks", async ({
  screens,
  site,
}) => {
  const [kh, la] = await Promise.all([
    TestScreen.open(site.url, "kh.commander"),
    TestScreen.open(site.url, "la.commander"),
  ]);
  const operator = await TestScreen.open(site.url, "kh.operator");
  const release = async (parts: object): Promise<string> => {
    const incident = newSubject("KH");
    await operator.must("incident.report", incident, reportBody({ kind: "flood", ...parts }));
    await operator.must("release.request", incident);
    await kh.must("release.approve", incident);
    return incident;
  };
  const known = await release({ impact: "medium" });
  await until(() => la.fold.picture.incidents.has(known), "the incident is in Laos");
  await la.must("incident.acknowledge", known);
  const request = newSubject("LA");
  await la.must("request.make", request, { incidentId: known, action: "watch", urgency: "routine" });

  const desk = await screens.open("la.operator");
  const wall = await screens.open("la.wall", "/wall");
  const phone = await screens.open("kh.officer", "/field");
  for (const page of [desk, wall]) await isSame(page);
  await expect(phone.getByTestId("connection")).toHaveAttribute("data-state", "live");
  await desk.keyboard.press("Shift");
  const summary = desk.getByTestId("away-summary");
  if (await summary.isVisible()) await summary.getByRole("button", { name: "Dismiss" }).click();
  await hearSounds(desk);
  for (const page of [desk, wall, phone]) await page.context().setOffline(true);
  await expect(bridge(desk)).toHaveAttribute("data-state", "stale");
  await expect(bridge(wall)).toHaveAttribute("data-state", "stale");

  await release({ impact: "high" });
  await release({ impact: "very-high" });
  await kh.must("request.decline", request, { reason: "no unit free" });
  for (const text of ["first", "second", "third", "fourth"])
    await kh.must("incident.note", known, { text: { text, lang: "en" }, audience: "joint" });
  const unitId = demoUnitId("STR-21");
  await kh.must("task.assign", newSubject("KH"), { incidentId: known, unitId, action: "rescue" });
  const before = await soundsHeard(desk);
  for (const page of [desk, wall, phone]) await page.context().setOffline(false);

  await expect(summary).toContainText("7 changes while you were away");
  await expect(desk.getByTestId("alert-banner")).toHaveCount(0);
  await expect(wall.getByTestId("away-summary")).toContainText("7 changes while this screen was cut off");
  await expect(phone.getByTestId("away-tasks")).toContainText("1 change to your tasks while you were away");
  await expect(phone.getByTestId("away-tasks")).toContainText("New: Rescue");
  // Longer than a sound lasts: a second one would be heard by now.
  await desk.waitForTimeout(2_500);
  expect((await soundsHeard(desk)) - before).toBe(1);
  await summary.getByRole("button", { name: "Open" }).click();
  await expect(summary).toHaveCount(0);
  // A request that the partner declined is graver than a new incident of very high impact.
  const ref = kh.fold.picture.incidents.get(known)?.ref ?? "no incident";
  await expect(desk.getByTestId("detail")).toContainText(ref);
  for (const screen of [kh, la, operator]) screen.close();
});
