/** Sends the rows at an allowed pace, and again with the same id whenever the server could not take them. */

import type { ErrorCode } from "@/domain/errors";
import type { CommandAnswer, Heads } from "@/domain/protocol/down";
import type { ReportCommand } from "./report";
import { ImportError } from "./session";

/** The connection to the server. */
export type Wire = {
  /** What the server held when the import began: events up to there are not ours of today. */
  heads: Heads;
  /** Rejects when no answer came: the connection was lost, or the server was too slow. */
  command: (command: ReportCommand) => Promise<CommandAnswer>;
};

/** Time, handed in so that a test need not wait. */
export type Clock = { nowMs: () => number; wait: (ms: number) => Promise<void> };

export type Result = { line: number } & ({ kind: "sent" | "there" } | { kind: "refused"; reason: string });

const firstPauseMs = 500;
const longestPauseMs = 8_000;
/** With the pauses between them, more than a minute of a server that does not take the row. */
const mostAttempts = 14;
/** So that a server that has stopped answering is noticed, and nothing piles up at one that is slow. */
const mostUnderWay = 15;
const again: readonly ErrorCode[] = ["rate-limited", "unavailable"];

export type SendOptions = {
  wire: Wire;
  clock: Clock;
  rowsPerSecond: number;
  onResult: (result: Result) => void;
};

export class Sender {
  #freeAtMs = 0;
  readonly #underWay = new Set<Promise<void>>();
  readonly #seen = new Set<string>();
  #failure: unknown;

  constructor(private readonly options: SendOptions) {}

  /** Resolves when there is room for the next row. Throws what an earlier row failed with. */
  async send(line: number, command: ReportCommand): Promise<void> {
    if (this.#seen.has(command.id)) return this.options.onResult({ line, kind: "there" });
    this.#seen.add(command.id);
    if (this.#underWay.size >= mostUnderWay) await Promise.race(this.#underWay);
    await this.#turn();
    if (this.#failure) throw this.#failure;
    const sending: Promise<void> = this.#deliver(line, command)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => void this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  /** Waits for all that is under way. Throws what a row failed with. */
  async finish(): Promise<void> {
    await Promise.all(this.#underWay);
    if (this.#failure) throw this.#failure;
  }

  /** One row after the other, at a fixed rate. */
  async #turn(): Promise<void> {
    const { clock, rowsPerSecond } = this.options;
    const now = clock.nowMs();
    const at = Math.max(now, this.#freeAtMs);
    this.#freeAtMs = at + 1_000 / rowsPerSecond;
    if (at > now) await clock.wait(at - now);
  }

  async #deliver(line: number, command: ReportCommand): Promise<void> {
    let pauseMs = firstPauseMs;
    for (let attempt = 0; attempt < mostAttempts && !this.#failure; attempt += 1) {
      const answer = await this.options.wire.command(command).catch(() => null);
      if (answer && (answer.ok || !again.includes(answer.error.code))) {
        return this.options.onResult({ line, ...this.#judge(answer) });
      }
      // Everybody waits: a server that is busy or away is so for all rows.
      this.#freeAtMs = Math.max(this.#freeAtMs, this.options.clock.nowMs() + pauseMs);
      await this.#turn();
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    if (this.#failure) return;
    throw new ImportError(
      "The server takes no more rows just now. Run the same command again later: nothing is sent twice.",
    );
  }

  #judge(answer: CommandAnswer): { kind: "sent" | "there" } | { kind: "refused"; reason: string } {
    if (answer.ok) {
      const { heads } = this.options.wire;
      const old = answer.events.every(({ stream, seq }) => seq <= (heads[stream]?.seq ?? 0));
      return { kind: old ? "there" : "sent" };
    }
    const { code, reason, message } = answer.error;
    if (code === "unauthenticated") throw new ImportError(message);
    return reason === "subject-taken" ? { kind: "there" } : { kind: "refused", reason: message };
  }
}
