/** Between two tries, milliseconds. */
const retryMs = 2_000;

/**
 * Loads a part of a screen, and retries until that works, since a screen without its map still shows its list and says
 * that it is stale. Never rejects.
 */
export async function untilLoaded<Module>(load: () => Promise<Module>): Promise<Module> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      console.warn("A part of the screen could not be loaded; trying again.", error);
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}
