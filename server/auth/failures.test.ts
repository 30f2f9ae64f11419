import { expect, it } from "vitest";
import { SignInFailures } from "./failures";

it("blocks a name after ten failures in a minute, and no other name", () => {
  let now = 0;
  const failures = new SignInFailures(() => now);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect(failures.secondsToWait("kh.wall")).toBe(0);
    failures.failed("kh.wall");
    now += 1_000;
  }
  expect(failures.secondsToWait("kh.wall")).toBe(50);
  expect(failures.secondsToWait("la.wall")).toBe(0);
  now += 50_000;
  expect(failures.secondsToWait("kh.wall")).toBe(0);
});

it("forgets failures after a success", () => {
  const failures = new SignInFailures(() => 0);
  for (let attempt = 0; attempt < 9; attempt += 1) failures.failed("kh.wall");
  failures.succeeded("kh.wall");
  failures.failed("kh.wall");
  expect(failures.secondsToWait("kh.wall")).toBe(0);
});
