/** Who is signed in, as the server says. */
import { z } from "zod";
import { countrySchema, languageSchema, type Role, roleSchema } from "@/domain/vocabulary";

const userSchema = z.object({
  username: z.string(),
  desk: z.string(),
  role: roleSchema,
  country: countrySchema,
  lang: languageSchema,
  unitId: z.string().optional(),
  /** The account's pseudonym, where the server sends it: the four-eyes rule compares it. */
  by: z.string().optional(),
});
export type SessionUser = z.infer<typeof userSchema>;

const answerSchema = z.object({ user: userSchema });

/** The user; null when nobody is signed in. Throws when the server cannot be reached. */
export async function fetchSession(fetcher: typeof fetch = fetch): Promise<SessionUser | null> {
  const response = await fetcher("/api/session", {
    headers: { accept: "application/json" },
    cache: "no-store",
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`session: ${response.status}`);
  return answerSchema.parse(await response.json()).user;
}

const homes: Record<Role, string> = {
  officer: "/field",
  operator: "/command",
  commander: "/command",
  protection: "/command",
  auditor: "/command",
  admin: "/command",
  display: "/wall",
  system: "/command",
};

/** The screen a role starts on. */
export const homeOf = (role: Role): string => homes[role];
