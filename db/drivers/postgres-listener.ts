/** LISTEN on a dedicated connection that reconnects by itself. */
import { Client, escapeIdentifier } from "pg";
import type { Wake } from "../connection";

const minRetryMs = 100;
const maxRetryMs = 5_000;

export class PostgresListener {
  #wakes = new Map<string, Set<Wake>>();
  #client: Client | undefined;
  #connecting: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryMs = minRetryMs;
  #closed = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Resolves to an unsubscribe function once the server listens; later notifications call `onWake`. */
  async listen(channel: string, onWake: Wake): Promise<() => Promise<void>> {
    const wakes = this.#wakes.get(channel) ?? new Set<Wake>();
    this.#wakes.set(channel, wakes);
    wakes.add(onWake);
    const alreadyOpen = this.#client;
    await this.#open();
    if (alreadyOpen && wakes.size === 1) await alreadyOpen.query(`listen ${escapeIdentifier(channel)}`);
    return async () => {
      wakes.delete(onWake);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#connecting?.catch(() => undefined);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #open(): Promise<void> {
    if (this.#client || this.#closed) return Promise.resolve();
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      application_name: "sekong listen",
    });
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ channel, payload }) => {
      for (const wake of this.#wakes.get(channel) ?? []) wake(payload ?? "");
    });
    try {
      await client.connect();
      for (const channel of this.#wakes.keys()) await client.query(`listen ${escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    this.#retryMs = minRetryMs;
  }

  /** `pg` reports one lost connection several times; only the first report counts. */
  #lost(client: Client, error?: Error): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (error) this.onError(error);
    client.end().catch(() => undefined);
    this.#retryLater();
  }

  #retryLater(): void {
    if (this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#open().then(
        () => this.#wakeAll(),
        (error) => {
          this.onError(error);
          this.#retryLater();
        },
      );
    }, this.#retryMs);
    this.#retry.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, maxRetryMs);
  }

  /** Calls every listener once, as notifications during the outage are lost. */
  #wakeAll(): void {
    for (const wakes of this.#wakes.values()) for (const wake of wakes) wake("");
  }
}
