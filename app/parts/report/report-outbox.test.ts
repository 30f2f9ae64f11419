import { expect, it } from "vitest";
import { type Draft, emptyDraft } from "./draft";
import {
  attempt,
  attemptedFor,
  clear,
  complete,
  dispatch,
  draftFor,
  type OutboxReport,
  renew,
  reopen,
} from "./report-outbox";

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
  attempts: [written],
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

it("remembers every sending under one subject, as any of them may have arrived", () => {
  clear(user);
  const danger: Draft = { ...draft, dangerToLife: true };
  expect(reopen(leave("KH-lost", draft))).toBe(true);
  expect(reopen({ ...leave("KH-lost", danger), attempts: [draft] })).toBe(false);
  clear(user);
  expect(reopen({ ...leave("KH-lost", danger), attempts: [draft] })).toBe(true);
  expect(attempt(user, make)).toBe("KH-lost");
  expect(attemptedFor(user)).toEqual({ subject: "KH-lost", attempts: [draft, danger] });
});

it("another report never inherits a subject: after it was sent, emptied, or made another one", () => {
  const subjectAfter = (leaveIt: () => void) => {
    clear(user);
    reopen(leave("KH-lost", draft));
    leaveIt();
    return attempt(user, make);
  };
  expect(subjectAfter(() => clear(user))).not.toBe("KH-lost");
  expect(subjectAfter(() => renew(user))).not.toBe("KH-lost");
  clear(user);
  reopen(leave("KH-lost", draft), true);
  expect(draftFor(user)).toEqual(draft);
  expect(attempt(user, make)).not.toBe("KH-lost");
});
