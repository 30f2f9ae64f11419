/**
 * The texts of the screens, one file per language, of which a browser loads one. `npm run texts` makes the files from
 * `texts/`, as do install, build and tests.
 */
import type { Language } from "@/domain/vocabulary";
import type english from "./generated/en.json"; // missing after a pull: npm run texts

export type MessageTree = typeof english;

const loaders: Record<Language, () => Promise<{ default: unknown }>> = {
  en: () => import("./generated/en.json"),
  km: () => import("./generated/km.json"),
  lo: () => import("./generated/lo.json"),
};

/** The texts of one language; the split and a test hold all three to the same keys and slots. */
export async function loadMessages(language: Language): Promise<MessageTree> {
  const file = await loaders[language]();
  return file.default as MessageTree;
}

declare module "use-intl" {
  interface AppConfig {
    Messages: MessageTree;
    Locale: Language;
  }
}
