/** Sends rows at a limited rate, and again with the same id when the server could not accept them. */
import type { ErrorCode } from "@/domain/errors";
import type { CommandAnswer, Heads } from "@/domain/protocol/down";
import type { ReportCommand } from "./report";
import { ImportError } from "./session";

export type Connection = {
  /** The server's heads when the import began: events up to there were in the log before. */
  heads: Heads;
  /** Sends a command; rejects when no answer came in time or the connection was lost. */
  command: (command: ReportCommand) => Promise<CommandAnswer>;
};

/** The time, injected so that a test need not wait. */
export type Clock = { nowMs: () => number; wait: (ms: number) => Promise<void> };

export type Result = { line: number } & ({ kind: "sent" | "existing" } | { kind: "refused"; reason: string });

const minPauseMs = 500;
const maxPauseMs = 8_000;
/** With the pauses between them, more than a minute. */
const maxAttempts = 14;
/** Bounds the rows without an answer, at a server that is slow or has stopped answering. */
const maxPending = 15;
const retried: readonly ErrorCode[] = ["rate-limited", "unavailable"];

export type SendOptions = {
  connection: Connection;
  clock: Clock;
  rowsPerSecond: number;
  onResult: (result: Result) => void;
};

export class Sender {
  #freeAtMs = 0;
  readonly #pending = new Set<Promise<void>>();
  readonly #seen = new Set<string>();
  #failure: unknown;

  constructor(private readonly options: SendOptions) {}

  /** Resolves when the next row may be sent. Throws the failure of an earlier row. */
  async send(line: number, command: ReportCommand): Promise<void> {
    if (this.#seen.has(command.id)) return this.options.onResult({ line, kind: "existing" });
    this.#seen.add(command.id);
    if (this.#pending.size >= maxPending) await Promise.race(this.#pending);
    await this.#turn();
    if (this.#failure) throw this.#failure;
    const sending: Promise<void> = this.#deliver(line, command)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => void this.#pending.delete(sending));
    this.#pending.add(sending);
  }

  /** Waits for all pending rows. Throws the failure of a row. */
  async finish(): Promise<void> {
    await Promise.all(this.#pending);
    if (this.#failure) throw this.#failure;
  }

  /** Resolves when one more row is within the rate. */
  async #turn(): Promise<void> {
    const { clock, rowsPerSecond } = this.options;
    const now = clock.nowMs();
    const at = Math.max(now, this.#freeAtMs);
    this.#freeAtMs = at + 1_000 / rowsPerSecond;
    if (at > now) await clock.wait(at - now);
  }

  async #deliver(line: number, command: ReportCommand): Promise<void> {
    let pauseMs = minPauseMs;
    for (let attempt = 0; attempt < maxAttempts && !this.#failure; attempt += 1) {
      const answer = await this.options.connection.command(command).catch(() => null);
      if (answer && (answer.ok || !retried.includes(answer.error.code))) {
        return this.options.onResult({ line, ...this.#resultOf(answer) });
      }
      // All rows wait, as the server is busy or unreachable for all of them.
      this.#freeAtMs = Math.max(this.#freeAtMs, this.options.clock.nowMs() + pauseMs);
      await this.#turn();
      pauseMs = Math.min(pauseMs * 2, maxPauseMs);
    }
    if (this.#failure) return;
    throw new ImportError(
      "The server accepts no more rows now. Run the same command again later: no row is imported twice.",
    );
  }

  #resultOf(answer: CommandAnswer): { kind: "sent" | "existing" } | { kind: "refused"; reason: string } {
    if (answer.ok) {
      const { heads } = this.options.connection;
      const isOld = answer.events.every(({ stream, seq }) => seq <= (heads[stream]?.seq ?? 0));
      return { kind: isOld ? "existing" : "sent" };
    }
    const { code, reason, message } = answer.error;
    if (code === "unauthenticated") throw new ImportError(message);
    // The same row has the same id; what is said of it beside, such as that it is history, depends on the day.
    const known = reason === "subject-taken" || reason === "id-reused";
    return known ? { kind: "existing" } : { kind: "refused", reason: message };
  }
}
