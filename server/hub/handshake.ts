/** Decides who may connect with which screen; a refusal is a `connect_error` with `data.code` (docs/protocol.md). */
import { z } from "zod";
import { audienceFor } from "@/domain/audience";
import type { ErrorCode } from "@/domain/errors";
import { handshakeSchema, type Screen } from "@/domain/protocol/up";
import { isSupportedProtocol, protocolVersion } from "@/domain/protocol/version";
import type { Role } from "@/domain/vocabulary";
import type { Sessions } from "../auth/sessions";
import type { ScreenData } from "./types";

/** A refusal; Socket.IO sends its `data` to the client. */
export class Refusal extends Error {
  readonly data: { code: ErrorCode; server?: number; path?: string };

  constructor(code: ErrorCode, more: { server?: number; path?: string } = {}) {
    super(code);
    this.data = { code, ...more };
  }
}

/** The version, checked before the rest, which may differ between versions; absent counts as unknown. */
const versionOnly = z.object({ protocol: z.unknown() }).catch({ protocol: undefined });

function parseHandshake(auth: unknown) {
  if (!isSupportedProtocol(versionOnly.parse(auth).protocol))
    throw new Refusal("protocol", { server: protocolVersion });
  const parsed = handshakeSchema.safeParse(auth);
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid", { path: parsed.error.issues[0]?.path.map(String).join(".") ?? "auth" });
}

/** A display may use a wall only; the system has no screen. */
function mayUse(role: Role, screen: Screen): boolean {
  if (role === "system") return false;
  return role !== "display" || screen === "wall";
}

/** Authenticates a connecting client and determines its audience. Throws Refusal. */
export async function admit(
  sessions: Sessions,
  handshake: { auth: unknown; headers: { cookie?: string | undefined } },
): Promise<ScreenData> {
  const session = await sessions.resolve(handshake.headers.cookie);
  if (!session) throw new Refusal("unauthenticated");
  const { screen, vector } = parseHandshake(handshake.auth);
  const { account, token, jointOnly } = session;
  if (!mayUse(account.role, screen)) throw new Refusal("forbidden");
  const audience = audienceFor(account.role, screen);
  const isJointOnly = jointOnly && audience === "redacted";
  return { token, account, screen, audience: isJointOnly ? "joint" : audience, vector, same: false };
}
