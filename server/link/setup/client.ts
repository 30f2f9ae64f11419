/** One connection of an administrator's to a database of a link. */
import { Client, type ClientConfig } from "pg";
import { LinkSetupError } from "./finding";

const timeoutMs = 5_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs work with a client of its own. Rejects with what the server or the line says. */
export async function withConnection<Result>(
  config: ClientConfig,
  work: (client: Client) => Promise<Result>,
  sayUnreachable: (error: unknown) => unknown = (error) => error,
): Promise<Result> {
  const client = new Client({ connectionTimeoutMillis: timeoutMs, ...config });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw sayUnreachable(error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same with an address. `what` names the database in the sentence that says it cannot be reached. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
  what = "A database of the link",
): Promise<Result> {
  const sentence = (error: unknown) =>
    new LinkSetupError(
      `${what} cannot be reached (${messageOf(error)}): look whether its server runs and whether the address, role and password are right.`,
    );
  return await withConnection({ connectionString: url }, work, sentence);
}
