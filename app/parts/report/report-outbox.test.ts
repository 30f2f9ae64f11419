import { expect, it } from "vitest";
import { type Draft, emptyDraft } from "./draft";
import { complete, dispatch, draftFor, type OutboxReport, reopen } from "./report-outbox";

const user = "kh.officer";
const draft: Draft = {
  ...emptyDraft,
  kind: "flood",
  impact: "high",
  placeText: "13.9 106",
  note: "seen twice",
};
const leave = (subject: string, written: Draft): OutboxReport => ({
  username: user,
  subject,
  draft: written,
});
let made = 0;
const make = () => {
  made += 1;
  return `KH-${made}`;
};

it("a report that was turned down comes back as it was typed, under the same subject, and over no other", () => {
  expect(reopen(leave("KH-old", draft))).toBe(true);
  expect(draftFor(user)).toEqual(draft);
  expect(draftFor("la.officer")).toEqual(emptyDraft);

  expect(dispatch(user, make)).toBe("KH-old");
  expect(draftFor(user)).toEqual(emptyDraft);
  complete("KH-old", { code: "conflict", message: "" });

  const other: Draft = { ...emptyDraft, note: "another" };
  expect(reopen(leave("KH-other", other))).toBe(true);
  expect(reopen(leave("KH-old", draft))).toBe(false);
  expect(draftFor(user)).toEqual(other);
  expect(dispatch(user, make)).toBe("KH-other");

  expect(reopen(leave("KH-old", draft))).toBe(true);
  expect(dispatch(user, make)).toBe("KH-old");
  complete("KH-old");
  expect(dispatch(user, make)).toBe("KH-1");
});
