/** The size of a value as JSON, in bytes; undefined when it is nested too deeply to be serialised. */
export function byteLength(value: unknown): number | undefined {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? "");
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
