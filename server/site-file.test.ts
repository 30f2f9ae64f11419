import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config";
import { readSiteFile } from "./site-file";

const folder = mkdtempSync(path.join(tmpdir(), "sekong-site-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(content: unknown): string {
  const file = path.join(folder, "site.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

describe("the site file", () => {
  it("overrides the defaults when SEKONG_SITE names it", () => {
    const { settings } = readConfig({ SEKONG_SITE: fileWith({ clocks: { review: 60 }, trackDays: 3 }) });
    expect(settings).toMatchObject({ trackDays: 3, site: { exercise: true, clocks: { review: 60 } } });
    expect(readConfig({}).settings.trackDays).toBe(30);
  });

  it("gives one sentence per problem, with the setting's path", () => {
    const wrong = { clocks: { read: { danger: "soon" } }, centres: { KH: { fax: "1" } }, trackDays: 0 };
    const { problems } = readSiteFile(fileWith(wrong));
    expect(problems).toEqual([
      expect.stringMatching(/: clocks\.read\.danger must be a number of minutes .*\.$/),
      expect.stringMatching(/: there is no setting centres\.KH\.fax\.$/),
      expect.stringMatching(/: trackDays must be a whole number of days .*\.$/),
    ]);
  });

  it.each([
    ["that is not JSON", "{", "is not JSON"],
    ["that is a list", "[]", "it must be an object"],
    ["with a list for an object", '{"centres": []}', "centres must be an object"],
  ])("is rejected with the reason when it is one %s", (_, content, problem) => {
    expect(readSiteFile(fileWith(content)).problems).toEqual([expect.stringContaining(problem)]);
  });

  it("prevents the start when it cannot be read, reported beside the environment's problems", () => {
    const start = () => readConfig({ SEKONG_SITE: path.join(folder, "none.json"), PORT: "x" });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(/PORT .*\n.*none\.json, which cannot be read\./);
  });
});
