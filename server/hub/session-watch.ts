/** A lost or changed session reaches every open socket: by NOTIFY, and by a poll in case that was missed. */
import type { Account } from "@/domain/actor";
import type { Sessions } from "../auth/sessions";

export type WatchedSession = { token: string; account: Account };

export type SessionWatchOptions = {
  sessions: Sessions;
  /** The sessions that have a screen open now. */
  open: () => Iterable<WatchedSession>;
  onEnded: (token: string) => void;
  /** Role, unit or language have changed: the screen must come in anew. */
  onChanged: (token: string) => void;
  onError: (error: unknown) => void;
};

export class SessionWatch {
  #checking: Promise<void> | null = null;

  constructor(private readonly options: SessionWatchOptions) {}

  /** Looks once at every open session; calls while a look is under way share it. */
  check(): Promise<void> {
    this.#checking ??= this.#look()
      .catch(this.options.onError)
      .finally(() => {
        this.#checking = null;
      });
    return this.#checking;
  }

  async #look(): Promise<void> {
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
