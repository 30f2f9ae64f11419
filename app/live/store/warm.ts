/** Hashes a snapshot in slices of a few milliseconds, so that the screen stays responsive while it loads thousands. */
import { entityDigest } from "@/domain/digest";
import { collections } from "@/domain/picture";
import type { WirePicture } from "@/domain/protocol/down";

const sliceMs = 8;

/** Fills the digest's cache for each entity; the fold that follows only adds the hashes up. */
export async function warmDigests(
  picture: WirePicture,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
  now: () => number = () => performance.now(),
): Promise<void> {
  let sliceEnd = now() + sliceMs;
  for (const collection of collections) {
    for (const entity of picture[collection]) {
      entityDigest(collection, entity);
      if (now() < sliceEnd) continue;
      await pause();
      sliceEnd = now() + sliceMs;
    }
  }
}
