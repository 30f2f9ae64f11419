/** Between two tries, milliseconds. */
const retryMs = 2_000;

/**
 * Fetches a part of a screen, again and again while the line is down: a screen without its map yet still shows its
 * list and says that it is stale; it must not fail altogether. Never rejects.
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
