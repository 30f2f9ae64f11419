/** The termbase, read and checked: what each term is called in Khmer and Lao, and words that never stand on a screen. */
import { z } from "zod";
import source from "@/app/i18n/termbase.json";
import { languageSchema } from "@/domain/vocabulary";

const words = z.array(z.string().min(1)).min(1);

const termSchema = z.strictObject({
  en: z.string(),
  meaning: z.string().optional(),
  /** The agreed word first, its declared forms after it. */
  km: words,
  lo: words,
  source: z.string(),
  /** English phrases that mean this term; the term itself when left out. */
  match: words.optional(),
  /** Keys whose English has the phrase in another sense, each with the reason. */
  except: z.record(z.string(), z.string().min(1)).optional(),
  note: z.string().optional(),
});

const forbiddenSchema = z.strictObject({
  language: languageSchema,
  word: z.string(),
  why: z.string(),
  /** Longer words that hold this one and are right. */
  unless: words.optional(),
  /** Keys that may use it. */
  except: words.optional(),
});

const termbaseSchema = z.strictObject({
  about: z.string(),
  sources: z.record(z.string(), z.string()),
  terms: z.array(termSchema),
  forbidden: z.array(forbiddenSchema),
});

export type Term = z.infer<typeof termSchema>;
export type Forbidden = z.infer<typeof forbiddenSchema>;

export const termbase = termbaseSchema.parse(source);

/** The prose of a text: without its slots, and of a plural every branch. */
export const proseOf = (text: string): string =>
  text
    .replace(/\{\w+, plural,/g, " ")
    .replace(/(?:=\d+|one|other) \{/g, " ")
    .replace(/\{\w+\}/g, " ")
    .replace(/[{}#]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const phrases = termbase.terms
  .flatMap((term) => (term.match ?? [term.en]).map((phrase) => ({ term, phrase })))
  .sort((one, other) => other.phrase.length - one.phrase.length)
  .map(({ term, phrase }) => ({ term, pattern: new RegExp(`(?<![\\w-])${phrase}(?![\\w-])`, "gi") }));

/** The terms that an English text uses. The longest phrase wins: a protection officer is no officer besides. */
export function termsIn(english: string): Set<Term> {
  const found = new Set<Term>();
  let rest = proseOf(english);
  for (const { term, pattern } of phrases) {
    const without = rest.replace(pattern, "|");
    if (without !== rest) found.add(term);
    rest = without;
  }
  return found;
}

/** Whether a text has a forbidden word other than inside a longer one that is right. */
export function hasForbidden(text: string, { word, unless = [] }: Forbidden): boolean {
  const rest = unless.reduce((left, longer) => left.replaceAll(longer, " "), proseOf(text));
  return /^\w/.test(word) ? new RegExp(`\\b${word}\\b`, "i").test(rest) : rest.includes(word);
}
