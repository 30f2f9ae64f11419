export const changes: Readonly<Record<string, readonly (readonly [string, string])[]>>;
export function nextVersionOf(file: string, text: string): string;
