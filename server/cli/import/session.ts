/** Signing in to the running server, with a sentence for each way it can fail. */
import { z } from "zod";
import { countrySchema, roleSchema } from "@/domain/vocabulary";

/** The import cannot go on; the message is a sentence for the user. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

const answerSchema = z.object({ user: z.object({ country: countrySchema, role: roleSchema }) });
const refusalSchema = z.object({ error: z.object({ message: z.string() }) });
export type Session = z.infer<typeof answerSchema>["user"] & { cookie: string };

/** Throws ImportError when there is no server, or it does not let the account in. */
export async function signIn(url: URL, username: string, password: string): Promise<Session> {
  const response = await post(new URL("/api/auth/sign-in/username", url), { username, password });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ImportError(refusalOf(response.status, answer, url));
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new ImportError(`What answers at ${url.origin} is not this version of Sekong.`);
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(";", 1)[0])
    .join("; ");
  return { ...parsed.data.user, cookie };
}

async function post(url: URL, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new ImportError(
      `No Sekong server answers at ${url.origin}. Start it with npm start, or give --url.`,
    );
  }
}

function refusalOf(status: number, answer: unknown, url: URL): string {
  const parsed = refusalSchema.safeParse(answer);
  if (!parsed.success) return `What answers at ${url.origin} is not Sekong (status ${status}).`;
  return parsed.data.error.message;
}
