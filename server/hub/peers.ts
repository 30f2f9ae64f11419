/**
 * What processes of one node tell each other, by NOTIFY: which screens they serve, and which digest their folds have
 * where. Volatile: losing a word is harmless, as the next comes in two seconds.
 */
import { z } from "zod";
import { vectorSchema } from "@/domain/envelope";
import { type Presence, presenceSchema } from "@/domain/protocol/down";
import { type Country, countrySchema } from "@/domain/vocabulary";
import { parseJson } from "../json";
import { mergePresence } from "./presence";

/** A process that has said nothing for so long is gone. */
const forgottenAfterMs = 7_000;

export const neighboursChannel = "sekong_neighbours";

const markSchema = z.strictObject({
  country: countrySchema,
  foldVersion: z.number().int(),
  vector: vectorSchema,
  digest: z.string(),
});
const wordSchema = z.strictObject({
  process: z.string().max(64),
  presence: presenceSchema,
  marks: z.array(markSchema),
});
export type NeighbourMark = z.infer<typeof markSchema>;
type Word = z.infer<typeof wordSchema>;

export class Neighbours {
  readonly #others = new Map<string, { atMs: number; presence: Presence }>();

  constructor(
    private readonly process: string,
    private readonly nowMs: () => number,
    private readonly onMark: (country: Country, mark: NeighbourMark) => void,
  ) {}

  /** What this process says of itself. */
  word(presence: Presence, marks: NeighbourMark[]): string {
    return JSON.stringify({ process: this.process, presence, marks } satisfies Word);
  }

  /** Takes what another process says; anything else is passed over. */
  hear(payload: string): void {
    const parsed = wordSchema.safeParse(parseJson(payload));
    if (!parsed.success || parsed.data.process === this.process) return;
    const { process, presence, marks } = parsed.data;
    this.#others.set(process, { atMs: this.nowMs(), presence });
    for (const mark of marks) this.onMark(mark.country, mark);
  }

  /** The screens of all processes of this node. */
  everyone(own: Presence): Presence {
    const all = [...own];
    for (const [process, { atMs, presence }] of this.#others) {
      if (this.nowMs() - atMs > forgottenAfterMs) this.#others.delete(process);
      else all.push(...presence);
    }
    return mergePresence(all);
  }
}
