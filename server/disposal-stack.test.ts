import { expect, it } from "vitest";
import { DisposalStack } from "./disposal-stack";

it("disposes last in first out, once, and goes on after a failure", async () => {
  const done: string[] = [];
  const errors: unknown[] = [];
  const stack = new DisposalStack((error) => errors.push(error));
  stack.defer(async () => done.push("database"));
  stack.defer(() => Promise.reject(new Error("the socket is gone")));
  stack.defer(async () => done.push("feed"));
  await stack.dispose();
  await stack.dispose();
  expect(done).toEqual(["feed", "database"]);
  expect(errors).toEqual([new Error("the socket is gone")]);
});
