/** Signs in to the running server. */
import { z } from "zod";
import { countrySchema, roleSchema } from "@/domain/vocabulary";

/** The import cannot continue; the message is one sentence for the user. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

const answerSchema = z.object({ user: z.object({ country: countrySchema, role: roleSchema }) });
const refusalSchema = z.object({ error: z.object({ message: z.string() }) });
export type Session = z.infer<typeof answerSchema>["user"] & { cookie: string };

/** Throws ImportError when there is no server or it refuses the account. */
export async function signIn(url: URL, username: string, password: string): Promise<Session> {
  const response = await post(new URL("/api/auth/sign-in/username", url), { username, password });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ImportError(refusalOf(response.status, answer, url));
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new ImportError(`The server at ${url.origin} is not this version of Sekong.`);
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
    throw new ImportError(`There is no server at ${url.origin}. Start it with npm start, or set --url.`);
  }
}

function refusalOf(status: number, answer: unknown, url: URL): string {
  const parsed = refusalSchema.safeParse(answer);
  if (!parsed.success) return `The server at ${url.origin} is not Sekong (status ${status}).`;
  return parsed.data.error.message;
}
