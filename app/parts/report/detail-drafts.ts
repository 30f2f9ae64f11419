/** The details of a report that are one code each, while it is written. */
import { type DetailCodes, type DetailName, detailCodes, detailNames } from "@/domain/vocabulary";

/** A code; empty for none, where the list itself has no *unknown*. */
export type DetailDrafts = { [Name in DetailName]: DetailCodes[Name] | "" };

/** What a field starts with and what means that nothing is known: *unknown* where the list has it. */
const emptyOf = (name: DetailName): string =>
  detailCodes[name].options.find((code) => code === "unknown") ?? "";

/** The details under their names, each from `draftOf`; one that is undefined is left out. */
const perDetail = (draftOf: (name: DetailName) => string | undefined) =>
  Object.fromEntries(
    detailNames.flatMap((name) => {
      const value = draftOf(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

// Each value below is a code of its own detail's list, or empty: the compiler cannot follow the names through the list.
export const emptyDetails = perDetail(emptyOf) as DetailDrafts;

export const detailDraftsOf = (incident: Partial<DetailCodes>): DetailDrafts =>
  perDetail((name) => incident[name] ?? emptyOf(name)) as DetailDrafts;

/** Those chosen, *unknown* included, as a revision compares them. */
export const chosenDetails = (drafts: DetailDrafts): Partial<DetailCodes> =>
  perDetail((name) => drafts[name] || undefined) as Partial<DetailCodes>;

/** Those that say something: what a report sends. */
export const statedDetails = (drafts: DetailDrafts): Partial<DetailCodes> =>
  perDetail((name) => (drafts[name] === emptyOf(name) ? undefined : drafts[name])) as Partial<DetailCodes>;
