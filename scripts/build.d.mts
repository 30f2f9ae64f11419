/** Builds unless the build is current; resolves to whether it did. Rejects when a step fails, and the next call builds again. */
export function buildIfNeeded(): Promise<boolean>;
