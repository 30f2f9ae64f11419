export const readers: readonly string[];
export function changedFiles(base: string): string[];
/** Whether a step of the tests must run when these files have changed. */
export function isCalledFor(step: string, files: readonly string[]): boolean;
