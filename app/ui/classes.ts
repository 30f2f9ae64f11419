import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";
import { textSteps } from "./type-scale";

/** tailwind-merge takes a size that it does not know for a colour, and would let `text-ink-2` undo it. */
const merge = extendTailwindMerge({
  extend: { theme: { text: [...textSteps], leading: ["body", "compact", "tight", "plate"] } },
});

/** Joins class names; of two Tailwind utilities that contradict each other the later one wins. */
export const classes = (...values: ClassValue[]): string => merge(clsx(values));
