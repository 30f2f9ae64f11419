/** Who may connect, with which screen: refusals are `connect_error` with `data.code` (docs/protocol.md). */
import { z } from "zod";
import { audienceFor } from "@/domain/audience";
import type { ErrorCode } from "@/domain/errors";
import { handshakeSchema, type Screen } from "@/domain/protocol/up";
import { protocolVersion } from "@/domain/protocol/version";
import type { Role } from "@/domain/vocabulary";
import type { Sessions } from "../auth/sessions";
import type { ScreenData } from "./types";

/** Socket.IO sends `data` along with the refusal. */
export class Refusal extends Error {
  readonly data: { code: ErrorCode; server?: number; path?: string };

  constructor(code: ErrorCode, more: { server?: number; path?: string } = {}) {
    super(code);
    this.data = { code, ...more };
  }
}

/** Without one, a client speaks no version that this server knows. */
const versionOnly = z.object({ protocol: z.unknown() }).catch({ protocol: undefined });

function parseHandshake(auth: unknown) {
  if (versionOnly.parse(auth).protocol !== protocolVersion)
    throw new Refusal("protocol", { server: protocolVersion });
  const parsed = handshakeSchema.safeParse(auth);
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid", { path: parsed.error.issues[0]?.path.map(String).join(".") ?? "auth" });
}

/** A display shows a wall and nothing else; the system has no screen. */
function mayUse(role: Role, screen: Screen): boolean {
  if (role === "system") return false;
  return role !== "display" || screen === "wall";
}

/** What a connecting client proves and asks for. Throws Refusal. */
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
