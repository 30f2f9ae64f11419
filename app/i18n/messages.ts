/** The message files. Only the chosen language's file reaches a browser. */
import type { Language } from "@/domain/vocabulary";
import type en from "../messages/en.json";

export type MessageTree = typeof en;

const loaders: Record<Language, () => Promise<{ default: unknown }>> = {
  en: () => import("../messages/en.json"),
  km: () => import("../messages/km.json"),
  lo: () => import("../messages/lo.json"),
};

/** The texts of one language; a test holds all three to the same keys and slots. */
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
