import { describe, expect, it } from "vitest";
import { defaultSite, type Site } from "@/domain/site";
import { fetchSite, SiteSource } from "./site";

const configured: Site = { ...defaultSite, escalateMinutes: 9, exercise: true };
const answering = (status: number, body: unknown) => async () =>
  new Response(JSON.stringify(body), { status });

describe("fetchSite", () => {
  it("gives the server's settings, and throws when they are invalid or nobody is signed in", async () => {
    expect(await fetchSite(answering(200, configured))).toEqual(configured);
    await expect(fetchSite(answering(401, {}))).rejects.toThrow("401");
    await expect(fetchSite(answering(200, { ...configured, clocks: {} }))).rejects.toThrow();
  });
});

describe("SiteSource", () => {
  it("has the defaults at first, asks once, and notifies its listeners of the answer", async () => {
    let asked = 0;
    const source = new SiteSource(
      async () => {
        asked += 1;
        return configured;
      },
      () => undefined,
    );
    expect(asked).toBe(0);
    const notified = new Promise<void>((resolve) => source.subscribe(resolve));
    source.subscribe(() => undefined);
    expect(source.site).toBe(defaultSite);
    await notified;
    expect([source.site, asked]).toEqual([configured, 1]);
  });

  it("asks again after a failure, as long as there are listeners", async () => {
    const answers = [Promise.reject(new Error("no connection")), Promise.resolve(configured)];
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
    const notified = new Promise<void>((resolve) => source.subscribe(resolve));
    await failed;
    expect(source.site).toBe(defaultSite);
    retry?.();
    await notified;
    expect(source.site).toBe(configured);
  });

  it("asks again later, and notifies only of what has changed", async () => {
    const shorter = { ...configured, partnerClocks: { ...configured.clocks, review: 5 } };
    const answers = [configured, configured, shorter];
    const pauses: number[] = [];
    let again: () => void = () => undefined;
    const source = new SiteSource(
      async () => answers.shift() ?? shorter,
      (work, ms) => {
        again = work;
        pauses.push(ms);
      },
    );
    let notified = 0;
    source.subscribe(() => {
      notified += 1;
    });
    for (const told of [1, 1, 2]) {
      await new Promise((resolve) => setTimeout(resolve));
      expect(notified).toBe(told);
      again();
    }
    expect(source.site).toEqual(shorter);
    expect(pauses.every((ms) => ms === 60_000)).toBe(true);
  });
});
