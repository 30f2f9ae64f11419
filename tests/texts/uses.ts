/** Which texts the sources of app/ ask for, read from their text: translators by name, and the keys they are given. */
import { sourcesIn } from "../structure/sources";

type Translator = { name: string; namespace: string };

const bindings = [
  // const t = useTranslations("report")
  /const (\w+) = useTranslations\("([\w.]+)"\)/g,
  // t: ReturnType<typeof useTranslations<"report">>
  /(\w+)\??: ReturnType<typeof useTranslations<"([\w.]+)">>/g,
];

function translatorsIn(text: string): Translator[] {
  return bindings.flatMap((binding) =>
    [...text.matchAll(binding)].map(([, name = "", namespace = ""]) => ({ name, namespace })),
  );
}

const opening = "([{";
const closing = ")]}";

/** The first argument of a call, from just after its bracket to the comma or bracket that ends it. */
function firstArgument(text: string, start: number): string {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"') quote = character;
    else if (opening.includes(character)) depth += 1;
    else if (depth > 0 && closing.includes(character)) depth -= 1;
    else if (closing.includes(character) || character === ",") return text.slice(start, at);
  }
  return text.slice(start);
}

const literalsIn = (text: string): string[] =>
  [...text.matchAll(/"([\w.-]+)"/g)].map(([, literal = ""]) => literal);

/** Keys by one translator of one file. A variable may be any literal of its file, or a code that `codedTexts` names. */
function keysBy({ name, namespace }: Translator, text: string): string[] {
  const calls = new RegExp(`(?<![\\w.])${name}(?:\\.rich)?\\(`, "g");
  const direct = `useTranslations("${namespace}")(`;
  const starts = [...text.matchAll(calls)].map(({ index, 0: call }) => index + call.length);
  if (text.includes(direct)) starts.push(text.indexOf(direct) + direct.length);
  const given = starts.map((start) => firstArgument(text, start));
  const isVariable = given.some((argument) => !/["`]/.test(argument));
  return literalsIn(isVariable ? text : given.join(" ")).map((key) => `${namespace}.${key}`);
}

/** Every key that the sources may ask for; more than they do, never fewer. */
export function usedKeys(): Set<string> {
  return new Set(
    sourcesIn("app").flatMap(({ text }) => translatorsIn(text).flatMap((each) => keysBy(each, text))),
  );
}
