/** A quick report: one question at a time, and counts by tapping. Pure. */
import type { Draft } from "./draft";
import { countOf, type PeopleDraft } from "./list-drafts";

export const quickQuestions = ["what", "impact", "where", "check"] as const;
export type QuickQuestion = (typeof quickQuestions)[number];

/** The first question that has no answer yet; the check when all have. */
export function firstGap(draft: Draft): QuickQuestion {
  if (!draft.kind) return "what";
  if (!draft.impact) return "impact";
  return draft.place ? "check" : "where";
}

export const peopleGroups = ["women", "men", "girls", "boys", "unknown"] as const;
export type PeopleGroup = (typeof peopleGroups)[number];
type Role = PeopleDraft["role"];

const groups: Record<PeopleGroup, Pick<PeopleDraft, "sex" | "ageBand">> = {
  women: { sex: "female", ageBand: "adult" },
  men: { sex: "male", ageBand: "adult" },
  girls: { sex: "female", ageBand: "child" },
  boys: { sex: "male", ageBand: "child" },
  unknown: { sex: "unknown", ageBand: "unknown" },
};

const numberOf = (text: string): number => {
  const typed = countOf(text);
  return typed.state === "number" ? typed.value : 0;
};

const isOf = (role: Role, group: PeopleGroup) => (row: PeopleDraft) =>
  row.role === role && row.sex === groups[group].sex && row.ageBand === groups[group].ageBand;

export function peopleCount(people: readonly PeopleDraft[], role: Role, group: PeopleGroup): number {
  return people.filter(isOf(role, group)).reduce((sum, { count }) => sum + numberOf(count), 0);
}

/** All of one role, in whatever group. */
export const roleCount = (people: readonly PeopleDraft[], role: Role): number =>
  people.filter((row) => row.role === role).reduce((sum, { count }) => sum + numberOf(count), 0);

/** The same people with one group of one role at this count; rows of other groups stay as they are. */
export function withCount(
  people: readonly PeopleDraft[],
  role: Role,
  group: PeopleGroup,
  count: number,
): PeopleDraft[] {
  const belongs = isOf(role, group);
  const at = people.findIndex(belongs);
  const row: PeopleDraft = { role, ...groups[group], count: String(count) };
  if (at < 0) return count > 0 ? [...people, row] : [...people];
  return people.flatMap((other, index) => {
    if (!belongs(other)) return [other];
    return index === at && count > 0 ? [row] : [];
  });
}
