import { describe, expect, it } from "vitest";
import { evolve } from "@/domain/picture";
import { presenceSchema } from "@/domain/protocol/down";
import { foldVersion } from "@/domain/protocol/version";
import { CountryView } from "../feed/country-view";
import { account } from "../testing/given";
import { isSamePicture, mergePresence, presenceOf } from "./presence";
import type { ScreenData } from "./types";

const view = new CountryView("KH", evolve);
const views = new Map([["KH" as const, view]]);
const digest = view.mark("full").digest;
const other = "1".repeat(64);
const screen: ScreenData = {
  ...{ token: "t", account: account("KH", "operator"), screen: "command", audience: "full", same: false },
};
const applied = (version: number, mark: string) => ({ vector: {}, fold: { version, digest: mark } });

describe("screens of another fold version", () => {
  it("are not compared, and those of this one are", () => {
    expect(isSamePicture(view, screen, applied(foldVersion, digest))).toBe(true);
    expect(isSamePicture(view, screen, applied(foldVersion, other))).toBe(false);
    expect(isSamePicture(view, screen, applied(foldVersion + 1, other))).toBeNull();
  });

  it("are never counted as different, but named", () => {
    const [row] = presenceOf(views, [{ ...screen, applied: applied(foldVersion + 1, other) }]);
    expect(row).toMatchObject({ same: true, otherVersion: true });
    const [differs] = presenceOf(views, [{ ...screen, applied: applied(foldVersion, other) }]);
    expect(differs).toMatchObject({ same: false });
    expect(differs).not.toHaveProperty("otherVersion");
  });
});

describe("screens whose browser holds their sound back", () => {
  const silent = { ...screen, applied: { ...applied(foldVersion, digest), silent: true as const } };
  const heard = { ...screen, applied: applied(foldVersion, digest) };

  it("are counted per kind of screen, over all processes, and not named where there is none", () => {
    const wall = { ...silent, screen: "wall" as const };
    const rows = presenceOf(views, [silent, heard, silent, wall, { ...heard, screen: "field" as const }]);
    expect(rows.map((row) => [row.screen, row.count, row.silent])).toEqual([
      ["command", 3, 2],
      ["field", 1, undefined],
      ["wall", 1, 1],
    ]);
    expect(rows[1]).not.toHaveProperty("silent");
    expect(mergePresence([...rows, ...rows]).map((row) => row.silent)).toEqual([4, undefined, 2]);
    expect(presenceSchema.parse(rows)).toEqual(rows);
  });
});
