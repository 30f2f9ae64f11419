/** Sign-in and sign-out over plain HTTP (docs/protocol.md). */
import type { SessionUser } from "./session";
import { fetchSession } from "./session";

export type SignInFailure = "wrong" | "tooMany" | "unreachable" | "secondFactor";
export type SignInAnswer = { ok: true; user: SessionUser } | { ok: false; failure: SignInFailure };

const failures: Record<number, SignInFailure> = {
  400: "wrong",
  401: "wrong",
  403: "wrong",
  422: "wrong",
  429: "tooMany",
};

export async function signIn(
  username: string,
  password: string,
  fetcher: typeof fetch = fetch,
): Promise<SignInAnswer> {
  try {
    const response = await fetcher("/api/auth/sign-in/username", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: username.trim(), password }),
    });
    if (!response.ok) return { ok: false, failure: failures[response.status] ?? "unreachable" };
    const user = await fetchSession(fetcher);
    return user ? { ok: true, user } : { ok: false, failure: "secondFactor" };
  } catch {
    return { ok: false, failure: "unreachable" };
  }
}

/** Ends the session; the page is reloaded, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
  } finally {
    window.location.assign("/sign-in");
  }
}
