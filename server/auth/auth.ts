/** The auth library, set up for desks: sign-in by username, no sign-up, no telemetry, no limit of its own. */
import { APIError, betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { username } from "better-auth/plugins";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/database";
import * as schema from "@/db/schema";
import type { Country } from "@/domain/vocabulary";

export type AuthOptions = {
  db: Database;
  secret: string;
  /** The address people use; the first of the trusted ones. */
  origin: string;
  trustedOrigins: readonly string[];
  countries: readonly Country[];
};

const hourMs = 3_600_000;
/** After a shift someone signs in anew; a wall stays on. The session in the database decides, the cookie outlives it. */
const shiftMs = 12 * hourMs;
const wallMs = 30 * 24 * hourMs;
const field = (type: "string" | "boolean", required: boolean) => ({ type, required, input: false }) as const;

export function createAuth({ db, secret, origin, trustedOrigins, countries }: AuthOptions) {
  return betterAuth({
    secret,
    baseURL: origin,
    basePath: "/api/auth",
    trustedOrigins: [...trustedOrigins],
    database: drizzleAdapter(db, { provider: "pg", schema }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 60 })],
    user: {
      additionalFields: {
        role: field("string", true),
        country: field("string", true),
        desk: field("string", true),
        by: field("string", true),
        lang: field("string", true),
        unitId: field("string", false),
        jointOnly: field("boolean", false),
        disabled: field("boolean", false),
      },
    },
    session: { expiresIn: wallMs / 1_000, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const [found] = await db.select().from(schema.user).where(eq(schema.user.id, userId));
            if (!found || found.disabled || !countries.includes(found.country)) {
              throw new APIError("FORBIDDEN", { message: "This account may not sign in here." });
            }
            const lastsMs = found.role === "display" ? wallMs : shiftMs;
            return { data: { expiresAt: new Date(Date.now() + lastsMs) } };
          },
        },
      },
    },
    // Failures are counted per account by our own limit: a change of shift signs in thirty people at once.
    rateLimit: { enabled: false },
    // Only the paths our routes name are reachable; closing it here as well costs nothing.
    disabledPaths: ["/is-username-available", "/sign-in/email", "/sign-up/email", "/update-user"],
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: "sekong",
      useSecureCookies: origin.startsWith("https:"),
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
