import { type ClassValue, clsx } from "clsx";
import { twMerge } from "tailwind-merge";

/** Joins class names; of two Tailwind utilities that contradict each other the later one wins. */
export const classes = (...values: ClassValue[]): string => twMerge(clsx(values));
