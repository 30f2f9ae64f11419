/** One connection of an administrator's to a database of a link. */
import { Client } from "pg";
import { LinkSetupError } from "./finding";

const timeoutMs = 5_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs work with a client of its own. `what` names the database in the sentence that says it cannot be reached. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
  what = "A database of the link",
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new LinkSetupError(
      `${what} cannot be reached (${messageOf(error)}): look whether its server runs and whether the address, role and password are right.`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
