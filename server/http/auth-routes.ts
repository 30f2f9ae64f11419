/** Sign-in, sign-out and the current session over HTTP. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Account } from "@/domain/actor";
import type { Auth } from "../auth/auth";
import { SignInFailures } from "../auth/failures";
import type { Sessions } from "../auth/sessions";
import { HttpError, readJson, sendJson } from "./answer";
import { checkOrigin } from "./origin";

const credentials = z.object({ username: z.string().min(1).max(60), password: z.string().min(1).max(128) });

/** The part of an account that its own screen may see. */
function userOf({ username, desk, role, country, lang, unitId, by }: Account) {
  return { username, desk, role, country, lang, by, ...(unitId ? { unitId } : {}) };
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");

export type AuthRoutesOptions = {
  auth: Auth;
  sessions: Sessions;
  /** The base address given to the auth library. */
  origin: string;
  trustedOrigins: readonly string[];
  nowMs: () => number;
};

export class AuthRoutes {
  readonly #failures: SignInFailures;

  constructor(private readonly options: AuthRoutesOptions) {
    this.#failures = new SignInFailures(options.nowMs);
  }

  async signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    checkOrigin(request, this.options.trustedOrigins);
    const parsed = credentials.safeParse(await readJson(request));
    if (!parsed.success) throw new HttpError("invalid", "A username and a password are required.");
    const name = parsed.data.username.toLowerCase();
    const wait = this.#failures.secondsToWait(name);
    if (wait > 0) {
      const headers = { "retry-after": String(wait) };
      throw new HttpError("rate-limited", `Too many failed attempts. Try again in ${wait} s.`, headers);
    }
    const answer = await this.#forward(request, "/api/auth/sign-in/username", parsed.data);
    if (answer.status >= 500) throw new HttpError("unavailable", "Sign-in is unavailable now.");
    if (answer.status === 403) throw new HttpError("forbidden", "This account may not sign in here.");
    if (!answer.ok) {
      this.#failures.failed(name);
      throw new HttpError("unauthenticated", "The username or the password is wrong.");
    }
    this.#failures.succeeded(name);
    await this.#answerSignedIn(answer, response);
  }

  async signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    checkOrigin(request, this.options.trustedOrigins);
    const answer = await this.#forward(request, "/api/auth/sign-out", {});
    if (answer.status >= 500) throw new HttpError("unavailable", "Sign-out is unavailable now.");
    response.setHeader("set-cookie", answer.headers.getSetCookie());
    sendJson(response, 200, { ok: true });
  }

  async session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = await this.options.sessions.resolve(request.headers.cookie);
    if (!session) throw new HttpError("unauthenticated", "Not signed in.");
    sendJson(response, 200, { user: userOf(session.account) });
  }

  /** The account of the request's live session, or null. */
  async accountOf(request: IncomingMessage): Promise<Account | null> {
    return (await this.options.sessions.resolve(request.headers.cookie))?.account ?? null;
  }

  async isSignedIn(request: IncomingMessage): Promise<boolean> {
    return (await this.accountOf(request)) !== null;
  }

  async #answerSignedIn(answer: Response, response: ServerResponse): Promise<void> {
    const session = await this.options.sessions.resolve(cookieOf(answer));
    if (!session) throw new HttpError("unavailable", "Sign-in is unavailable now.");
    response.setHeader("set-cookie", answer.headers.getSetCookie());
    sendJson(response, 200, { user: userOf(session.account) });
  }

  /** Forwards to the auth library what it needs of a request, and nothing else. */
  #forward(request: IncomingMessage, path: string, body: unknown): Promise<Response> {
    const { origin } = this.options;
    const headers = new Headers({ "content-type": "application/json", origin });
    if (request.headers.cookie) headers.set("cookie", request.headers.cookie);
    const forwarded = new Request(`${origin}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return this.options.auth.handler(forwarded);
  }
}
