import { describe, expect, test } from "vitest";
import { readAction } from "./admin-options";

const environment = { SEKONG_SECRET: "s".repeat(32), SEKONG_COUNTRY: "KH" };
const create = (more: string) =>
  `create --username kh.a --role officer --desk KH-POL-STR ${more}`.trim().split(" ");
const unit = "KH-5e6b0000-0000-4000-8000-000000001021";

describe("admin options", () => {
  test("an account has the node's country and English as its language by default", () => {
    expect(readAction(create(`--unit ${unit}`), environment)).toEqual({
      name: "create",
      secret: environment.SEKONG_SECRET,
      account: {
        username: "kh.a",
        role: "officer",
        country: "KH",
        desk: "KH-POL-STR",
        lang: "en",
        unitId: unit,
        jointOnly: false,
      },
    });
    const display =
      "create --username la.wall --role display --country LA --desk LA-WALL-1 --lang lo --joint-only";
    expect(readAction(display.split(" "), environment)).toMatchObject({
      account: { country: "LA", lang: "lo", jointOnly: true, role: "display" },
    });
  });

  test("the other commands name an account", () => {
    expect(readAction(["list"], {})).toEqual({ name: "list" });
    for (const name of ["disable", "enable", "password"]) {
      expect(readAction([name, "--username", "kh.a"], {})).toEqual({ name, username: "kh.a" });
    }
  });

  test.each([
    ["no command", "", /^Usage: npm run admin/],
    ["two commands", "list list", /^Usage/],
    ["an unknown command", "promote", /^Usage/],
    ["an unknown option", "list --everything", /--everything[\s\S]*Usage/],
    ["no name", "disable", /^--username must have/],
    ["a name with capitals", "disable --username Kh.A", /^--username must have/],
    ["an unknown role", create("--role king").join(" "), /^--role must be one of officer, /],
    ["the system's role", create("--role system").join(" "), /^--role must be/],
    ["an unknown country", create("--country VN").join(" "), /^--country must be/],
    ["an unknown language", create("--lang fr").join(" "), /^--lang must be/],
    ["a desk that could name someone", create("--desk Sok").join(" "), /^--desk must be a label/],
    ["a desk of the other country", create("--desk LA-JOC-1").join(" "), /^--desk must be a label/],
    [
      "a unit of the other country",
      create(`--unit ${unit.replace("KH", "LA")}`).join(" "),
      /^--unit must be/,
    ],
    ["a unit that is not a subject", create("--unit STR-21").join(" "), /^--unit must be/],
  ])("refuses %s with one sentence", (_, line, sentence) => {
    expect(() => readAction(line.split(" ").filter(Boolean), environment)).toThrow(sentence);
  });

  test("requires the server's secret to create an account", () => {
    expect(() => readAction(create(""), { SEKONG_COUNTRY: "KH" })).toThrow(/^SEKONG_SECRET must be set/);
    expect(() => readAction(create(""), { ...environment, SEKONG_SECRET: "short" })).toThrow(
      /^SEKONG_SECRET/,
    );
  });
});
