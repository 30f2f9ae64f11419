/** Ends or reconnects screens whose session has ended or changed; checked on NOTIFY, and periodically in case one is lost. */
import type { Account } from "@/domain/actor";
import type { Sessions } from "../auth/sessions";

export type WatchedSession = { token: string; account: Account };

export type SessionWatchOptions = {
  sessions: Sessions;
  /** The sessions of the connected screens. */
  open: () => Iterable<WatchedSession>;
  onEnded: (token: string) => void;
  /** The account's role, unit or language has changed: the screen must reconnect. */
  onChanged: (token: string) => void;
  onError: (error: unknown) => void;
};

export class SessionWatch {
  #checking: Promise<void> | null = null;

  constructor(private readonly options: SessionWatchOptions) {}

  /** Checks every open session once; a call during a check shares its promise. */
  check(): Promise<void> {
    this.#checking ??= this.#checkOnce()
      .catch(this.options.onError)
      .finally(() => {
        this.#checking = null;
      });
    return this.#checking;
  }

  async #checkOnce(): Promise<void> {
    const open = new Map<string, Account>();
    for (const { token, account } of this.options.open()) open.set(token, account);
    if (open.size === 0) return;
    const live = await this.options.sessions.live([...open.keys()]);
    for (const [token, before] of open) {
      const now = live.get(token)?.account;
      if (!now) this.options.onEnded(token);
      else if (JSON.stringify(now) !== JSON.stringify(before)) this.options.onChanged(token);
    }
  }
}
