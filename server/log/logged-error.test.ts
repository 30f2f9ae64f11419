import { DrizzleQueryError } from "drizzle-orm";
import { DatabaseError } from "pg";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { errorLine, Fault, loggedError } from "./logged-error";

const canary = "CANARY what somebody wrote\n    at CANARY (in a second line)";

function databaseError(): DatabaseError {
  const error = new DatabaseError(`invalid input for "${canary}"`, 10, "error");
  return Object.assign(error, {
    code: "22P02",
    detail: canary,
    hint: canary,
    table: "events",
    where: canary,
  });
}
const queryError = () =>
  new DrizzleQueryError(`insert into events values ($1) -- ${canary}`, [canary], databaseError());
const caught = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe("S2 an error in a log", () => {
  it.each([
    ["a query that failed", queryError()],
    ["a database's own error", databaseError()],
    ["a plain one", new Error(canary)],
    ["one of several causes", new Error(canary, { cause: new TypeError(canary, { cause: queryError() }) })],
    ["several at once", new AggregateError([new Error(canary)], canary)],
    ["unreadable JSON", caught(() => JSON.parse(`{"text": ${canary}`))],
    ["an unreadable address", caught(() => new URL(canary))],
    ["a wrong form", caught(() => z.strictObject({ a: z.number() }).parse({ [canary]: canary }))],
    [
      "a name that is content",
      Object.assign(new Error(canary), { name: canary, code: canary, table: canary }),
    ],
    ["a cause that is no error", new Error("x", { cause: canary })],
    ["a text", canary],
    ["an object", { query: canary }],
  ])("holds nothing that somebody wrote: %s", (_, error) => {
    expect(JSON.stringify(loggedError(error))).not.toContain("CANARY");
    expect(errorLine(error)).not.toContain("CANARY");
  });

  it("keeps type, SQLSTATE, table, place and cause", () => {
    const kept = loggedError(queryError());
    expect(kept).toMatchObject({
      type: "DrizzleQueryError",
      cause: { type: "error", code: "22P02", table: "events" },
    });
    expect(kept.where?.[0]).toContain("logged-error.test.ts");
  });

  it("keeps the sentence of a fault of ours, and no other message", () => {
    expect(loggedError(new Fault("2 connections copied the gateway's cluster"))).toMatchObject({
      type: "Fault",
      message: "2 connections copied the gateway's cluster",
    });
  });

  it("ends with a chain of causes that has no end", () => {
    const error = new Error("x");
    error.cause = error;
    expect(errorLine(error).split(": ")).toHaveLength(6);
  });
});
