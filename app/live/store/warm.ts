/** Hashing a first picture of thousands takes a while: it is done in slices, so that the screen stays responsive. */
import { digestAfter } from "@/domain/digest";
import { type Change, type Collection, collections, type Entities } from "@/domain/picture";
import type { WirePicture } from "@/domain/protocol/down";

const sliceMs = 8;

/** Fills the digest's memory of each entity; the fold that follows then only adds up. */
export async function warmDigests(
  picture: WirePicture,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
  now: () => number = () => performance.now(),
): Promise<void> {
  let sliceEnd = now() + sliceMs;
  for (const collection of collections) {
    for (const entity of picture[collection]) {
      digestAfter(0n, asChange(collection, entity));
      if (now() < sliceEnd) continue;
      await pause();
      sliceEnd = now() + sliceMs;
    }
  }
}

function asChange<Name extends Collection>(collection: Name, after: Entities[Name]): Change {
  return { collection, id: after.id, before: undefined, after } as Change;
}
