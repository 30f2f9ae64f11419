/** Which screens are pictured, how large, and what is opened on each. */
import type { Page } from "@playwright/test";

export type Size = { width: number; height: number };
export type Scene = {
  name: string;
  /** The demo account that is signed in; none for the sign-in page itself. */
  account?: string;
  path: string;
  sizes: readonly Size[];
  themes: readonly ("dark" | "light")[];
  /** The heads on their way to this page say that the link to the partner is down. */
  isLinkDown?: boolean;
  /** The selector of what there must be to see. */
  ready: string;
  open?: (page: Page) => Promise<void>;
};

const size = (width: number, height: number): Size => ({ width, height });
const [smallWall, fullHd, ultraHd] = [size(1280, 720), size(1920, 1080), size(3840, 2160)];
const [tallWall, broadWall] = [size(1920, 1200), size(2560, 1080)];
const [smallDesk, largeDesk] = [size(1280, 720), size(1440, 900)];
const [upright, lying] = [size(390, 844), size(844, 390)];

const wall = {
  account: "kh.wall",
  path: "/wall",
  themes: ["dark"],
  ready: "[data-testid=wall-row]",
} as const;
const desk = {
  account: "kh.commander",
  path: "/command",
  themes: ["dark"],
  ready: "[data-testid=incident-row]",
} as const;
const phone = {
  account: "kh.officer",
  path: "/field",
  themes: ["dark"],
  ready: "[data-testid=my-task]",
} as const;

const openAsked = async (page: Page) => {
  await page
    .locator('[data-testid="incident-row"]', { has: page.locator("[data-clock]") })
    .first()
    .click();
  await page.getByTestId("detail").locator("h2").first().waitFor();
};

/** While nothing is in danger. */
export const calm: readonly Scene[] = [
  { ...wall, name: "wall", sizes: [smallWall, fullHd, ultraHd] },
  { ...wall, name: "wall-odd", sizes: [tallWall, broadWall] },
  { ...wall, name: "wall-link-down", sizes: [fullHd], isLinkDown: true },
  { ...desk, name: "desk", sizes: [smallDesk, largeDesk], themes: ["dark", "light"], open: openAsked },
  { ...desk, name: "desk-link-down", sizes: [smallDesk], isLinkDown: true },
  {
    ...desk,
    name: "desk-report",
    sizes: [smallDesk],
    open: (page) => page.keyboard.press("r"),
  },
  {
    ...desk,
    name: "desk-dialog",
    sizes: [smallDesk],
    open: async (page) => {
      await openAsked(page);
      await page.keyboard.press("y");
      await page.getByRole("dialog").waitFor();
    },
  },
  { ...phone, name: "phone", sizes: [upright, lying] },
  {
    ...phone,
    name: "phone-report",
    sizes: [upright],
    open: (page) => page.getByTestId("report").click(),
  },
  {
    ...phone,
    name: "phone-unit",
    sizes: [upright],
    open: (page) => page.getByTestId("my-unit").click(),
  },
  { name: "sign-in", path: "/sign-in", sizes: [smallDesk, upright], themes: ["dark"], ready: "form" },
];

/** While a danger to life takes over and a clock has run out. */
export const endangered: readonly Scene[] = [
  { ...wall, name: "wall-takeover", sizes: [smallWall, fullHd, ultraHd], ready: "[data-testid=takeover]" },
  {
    ...desk,
    name: "desk-takeover",
    sizes: [smallDesk, largeDesk],
    themes: ["dark", "light"],
    ready: "[data-testid=takeover]",
  },
  { ...phone, name: "phone-takeover", sizes: [upright, lying], ready: "[data-testid=my-task]" },
];
