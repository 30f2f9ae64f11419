import { describe, expect, it } from "vitest";
import { defaultSite, type Site } from "@/domain/site";
import { fetchSite, SiteSource } from "./site";

const told: Site = { ...defaultSite, escalateMinutes: 9, exercise: true };
const answering = (status: number, body: unknown) => async () =>
  new Response(JSON.stringify(body), { status });

describe("fetchSite", () => {
  it("gives what the server tells, and throws when that is no site or nobody is signed in", async () => {
    expect(await fetchSite(answering(200, told))).toEqual(told);
    await expect(fetchSite(answering(401, {}))).rejects.toThrow("401");
    await expect(fetchSite(answering(200, { ...told, clocks: {} }))).rejects.toThrow();
  });
});

describe("SiteSource", () => {
  it("holds the defaults until it has been told, asks once, and wakes who listens", async () => {
    let asked = 0;
    const source = new SiteSource(async () => {
      asked += 1;
      return told;
    });
    expect(asked).toBe(0);
    const woken = new Promise<void>((resolve) => source.subscribe(resolve));
    source.subscribe(() => undefined);
    expect(source.site).toBe(defaultSite);
    await woken;
    expect([source.site, asked]).toEqual([told, 1]);
  });

  it("asks again after a failure, as long as somebody listens", async () => {
    const answers = [Promise.reject(new Error("no line")), Promise.resolve(told)];
    let retry: (() => void) | undefined;
    let onFailed: () => void = () => undefined;
    const failed = new Promise<void>((resolve) => {
      onFailed = resolve;
    });
    const source = new SiteSource(
      () => answers.shift() ?? Promise.reject(new Error("asked too often")),
      (work) => {
        retry = work;
        onFailed();
      },
    );
    const woken = new Promise<void>((resolve) => source.subscribe(resolve));
    await failed;
    expect(source.site).toBe(defaultSite);
    retry?.();
    await woken;
    expect(source.site).toBe(told);
  });
});
