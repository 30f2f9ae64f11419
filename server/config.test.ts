import { describe, expect, it } from "vitest";
import { asDemonstration, ConfigError, type Environment, readConfig } from "./config";

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const secret = "0123456789abcdef0123456789abcdef";

describe("the environment", () => {
  it("is a demo of both countries on loopback when nothing is set", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      demo: true,
      countries: ["KH", "LA"],
      commandsPerSecond: 20,
      exercise: true,
    });
  });

  it("treats an empty value as missing", () => {
    expect(readConfig({ DATABASE_URL: "", PORT: "" })).toMatchObject({ demo: true, port: 3000 });
  });

  it("gives one sentence per problem", () => {
    expect(problemsOf({ PORT: "banana", SEKONG_EXERCISE: "maybe", SEKONG_COMMAND_RATE: "0" })).toHaveLength(
      3,
    );
  });

  it("requires a country and a secret with DATABASE_URL", () => {
    const problems = problemsOf({ DATABASE_URL: "postgres://localhost/sekong" });
    expect(problems).toEqual([
      expect.stringContaining("SEKONG_COUNTRY"),
      expect.stringContaining("SEKONG_SECRET"),
    ]);
  });

  it("S11 is never a demo with DATABASE_URL", () => {
    const config = readConfig({
      DATABASE_URL: "postgres://localhost/sekong",
      SEKONG_COUNTRY: "LA",
      SEKONG_SECRET: secret,
      HOST: "0.0.0.0",
    });
    expect(config).toMatchObject({ demo: false, countries: ["LA"], exercise: false, host: "0.0.0.0" });
  });

  it("S11 does not listen beyond loopback with the demo's known passwords", () => {
    expect(problemsOf({ HOST: "0.0.0.0" })).toEqual([expect.stringContaining("loopback")]);
    expect(problemsOf({ HOST: "::1" })).toEqual([]);
  });

  it("reports an invalid country or secret once, and not also as missing", () => {
    const problems = problemsOf({
      DATABASE_URL: "postgres://localhost/sekong",
      SEKONG_COUNTRY: "TH",
      SEKONG_SECRET: "short",
    });
    expect(problems).toHaveLength(2);
  });
});

describe("a node of the demonstration", () => {
  const node = (environment: Environment = {}) =>
    readConfig({
      DATABASE_URL: "postgres://localhost/sekong",
      SEKONG_COUNTRY: "LA",
      SEKONG_SECRET: secret,
      ...environment,
    });

  it("is a demo of its own country, with telephone numbers that are made up", () => {
    const config = asDemonstration(node(), "LA");
    expect(config).toMatchObject({ demo: true, countries: ["LA"], exercise: true });
    expect(asDemonstration(node({ SEKONG_EXERCISE: "off" }), "LA").exercise).toBe(false);
    expect(config.settings.site.exercise).toBe(true);
    expect(config.settings.site.centres.LA.fictional).toBe(true);
  });

  it("S11 does not listen beyond loopback, nor as the other country", () => {
    expect(() => asDemonstration(node({ HOST: "0.0.0.0" }), "LA")).toThrow("loopback");
    expect(() => asDemonstration(node(), "KH")).toThrow("SEKONG_COUNTRY");
  });
});
