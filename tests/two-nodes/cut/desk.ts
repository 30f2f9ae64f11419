/** A desk that sends commands as a screen does: the same id again until it is answered. Keeps what was acknowledged. */
import { randomUUID } from "node:crypto";
import type { Account } from "@/domain/actor";
import type { CommandType } from "@/domain/commands";
import { decide } from "@/domain/decide";
import { mostEvents } from "@/domain/decision";
import type { Stream } from "@/domain/envelope";
import type { CommandAnswer } from "@/domain/protocol/down";
import { parseCommand } from "@/domain/protocol/parse";
import { viewOf } from "@/domain/view";
import type { Country, Role } from "@/domain/vocabulary";
import { TestScreen } from "@/tests/support/client";

const answerTimeoutMs = 3_000;
const againAfterMs = 200;

export type Acknowledged = {
  id: string;
  type: CommandType;
  country: Country;
  events: readonly { stream: Stream; seq: number }[];
  atMs: number;
};

export type DeskOptions = { country: Country; address: string; username: string; role: Role };

export class Desk {
  readonly account: Account;

  private constructor(
    readonly screen: TestScreen,
    readonly country: Country,
    { username, role }: DeskOptions,
  ) {
    this.account = {
      ...{ id: username, username, role, country, lang: "en" },
      ...{ desk: username, by: username },
    };
  }

  static async open(options: DeskOptions): Promise<Desk> {
    const screen = await TestScreen.open(options.address, options.username);
    return new Desk(screen, options.country, options);
  }

  /** Whether the command would be accepted on the picture of this screen, which may be old. */
  mayGive(type: CommandType, subject: string, body: unknown): boolean {
    const { fold } = this.screen;
    const at = new Date().toISOString();
    const parsed = parseCommand({ id: randomUUID(), type, subject, body }, at);
    if (!parsed.ok) return false;
    const known = { subjectTaken: () => false, refTaken: () => false, vector: () => fold.vector };
    const eventIds = Array.from({ length: mostEvents(parsed.command) }, () => randomUUID());
    const meta = { account: this.account, at, eventIds };
    return decide(viewOf(fold.picture, known), parsed.command, meta).ok;
  }

  /** Sends a command until it is answered; undefined when it was refused. */
  async give(type: CommandType, subject: string, body: unknown): Promise<Acknowledged | undefined> {
    const id = randomUUID();
    for (;;) {
      const answer = await this.#sent({ id, type, subject, body });
      this.screen.received.length = 0;
      if (answer?.ok) {
        return { id, type, country: this.country, events: answer.events, atMs: performance.now() };
      }
      const isRefused = answer !== undefined && answer.error.code !== "unavailable";
      if (isRefused) return undefined;
      await new Promise((resolve) => setTimeout(resolve, againAfterMs));
    }
  }

  /** Undefined when there was no answer. */
  async #sent(command: object): Promise<CommandAnswer | undefined> {
    try {
      return await this.screen.socket.timeout(answerTimeoutMs).emitWithAck("command", command);
    } catch {
      return undefined;
    }
  }
}
