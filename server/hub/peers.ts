/**
 * Announcements between the processes of one node, by NOTIFY: the screens each serves, and its folds' digests at
 * their vectors. Volatile: a lost one is harmless, as the next follows within two seconds.
 */
import { z } from "zod";
import { vectorSchema } from "@/domain/envelope";
import { type Presence, presenceSchema } from "@/domain/protocol/down";
import { type Country, countrySchema } from "@/domain/vocabulary";
import { parseJson } from "../json";
import { mergePresence } from "./presence";

/** A process that has announced nothing for this long has ended. */
const expiresAfterMs = 7_000;

export const peersChannel = "sekong_neighbours";

const markSchema = z.strictObject({
  country: countrySchema,
  foldVersion: z.number().int(),
  vector: vectorSchema,
  digest: z.string(),
});
const announcementSchema = z.strictObject({
  process: z.string().max(64),
  presence: presenceSchema,
  marks: z.array(markSchema),
});
export type PeerMark = z.infer<typeof markSchema>;
type Announcement = z.infer<typeof announcementSchema>;

export class Peers {
  readonly #others = new Map<string, { atMs: number; presence: Presence }>();

  constructor(
    private readonly process: string,
    private readonly nowMs: () => number,
    private readonly onMark: (country: Country, mark: PeerMark) => void,
  ) {}

  /** This process's own announcement, as the payload of a NOTIFY. */
  announcement(presence: Presence, marks: PeerMark[]): string {
    return JSON.stringify({ process: this.process, presence, marks } satisfies Announcement);
  }

  /** Takes another process's announcement; anything else, this process's own included, is ignored. */
  receive(payload: string): void {
    const parsed = announcementSchema.safeParse(parseJson(payload));
    if (!parsed.success || parsed.data.process === this.process) return;
    const { process, presence, marks } = parsed.data;
    this.#others.set(process, { atMs: this.nowMs(), presence });
    for (const mark of marks) this.onMark(mark.country, mark);
  }

  /** The screens of all processes of this node, given this process's own. */
  nodePresence(own: Presence): Presence {
    const all = [...own];
    for (const [process, { atMs, presence }] of this.#others) {
      if (this.nowMs() - atMs > expiresAfterMs) this.#others.delete(process);
      else all.push(...presence);
    }
    return mergePresence(all);
  }
}
