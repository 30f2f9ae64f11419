/** Reads a site's settings of clocks, telephone numbers and retention (docs/operations.md, The site file). */
import { readFileSync } from "node:fs";
import type { z } from "zod";
import { type SiteFile, siteFileSchema } from "@/domain/site";
import { parseJson } from "./json";

export type SiteReading = { file: SiteFile; problems: string[] };

/** The file's settings, or one sentence per problem and no settings. */
export function readSiteFile(path: string): SiteReading {
  const refuse = (...problems: string[]): SiteReading => ({ file: {}, problems });
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return refuse(`SEKONG_SITE names ${path}, which cannot be read.`);
  }
  const json = parseJson(text);
  if (json === null) return refuse(`The site file ${path} is not JSON.`);
  const parsed = siteFileSchema.safeParse(json);
  if (parsed.success) return { file: parsed.data, problems: [] };
  return refuse(...parsed.error.issues.flatMap((issue) => sentencesOf(path, issue)));
}

function sentencesOf(path: string, issue: z.core.$ZodIssue): string[] {
  const start = `The site file ${path}:`;
  const place = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${start} there is no setting ${[...place, key].join(".")}.`);
  const problem =
    issue.code === "invalid_type" && issue.expected === "object" ? "must be an object" : issue.message;
  return [`${start} ${place.length > 0 ? place.join(".") : "it"} ${problem}.`];
}
