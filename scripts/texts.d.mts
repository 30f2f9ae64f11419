import type { Language } from "@/domain/vocabulary";

/** `reviewed` names the languages in which a native reader has approved the text as it stands. */
export type ScreenText = { key: string; reviewed?: Language[] } & Record<Language, string>;
export type TextTree = { [key: string]: string | TextTree };

export const textLanguages: readonly Language[];
export function readTexts(): ScreenText[];
export function treeOf(texts: readonly ScreenText[], language: Language): TextTree;
/** Returns how many texts there are. */
export function writeTexts(): number;
