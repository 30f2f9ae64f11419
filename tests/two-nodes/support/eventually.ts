/** Waits for what a database or a file will say. */

const stepMs = 200;

/** Waits until a condition that must be asked for holds; throws with `what` when it does not in time. */
export async function eventually(
  holds: () => Promise<boolean>,
  what: string,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`did not happen in ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
}
