/** Configures the auth library: sign-in by username, no sign-up, no telemetry, no rate limit of its own. */
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
  /** The public address; the first of the trusted origins. */
  origin: string;
  trustedOrigins: readonly string[];
  countries: readonly Country[];
  /** Cookies ignore ports: two nodes on one machine need names of their own. */
  cookiePrefix: string;
};

const hourMs = 3_600_000;
/** A session lasts one shift, a wall's a month. The session in the database decides; the cookie outlives it. */
const shiftMs = 12 * hourMs;
const wallMs = 30 * 24 * hourMs;
const field = (type: "string" | "boolean", required: boolean) => ({ type, required, input: false }) as const;
/** What Sekong adds to the library's accounts; none of it can be set through its API. */
const additionalFields = {
  role: field("string", true),
  country: field("string", true),
  desk: field("string", true),
  by: field("string", true),
  lang: field("string", true),
  unitId: field("string", false),
  jointOnly: field("boolean", false),
  disabled: field("boolean", false),
};

export function createAuth({ db, secret, origin, trustedOrigins, countries, cookiePrefix }: AuthOptions) {
  return betterAuth({
    secret,
    baseURL: origin,
    basePath: "/api/auth",
    trustedOrigins: [...trustedOrigins],
    database: drizzleAdapter(db, { provider: "pg", schema }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 60 })],
    user: { additionalFields },
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
    // Off, as a change of shift signs in thirty people at once; failures are limited per account by SignInFailures.
    rateLimit: { enabled: false },
    // A second guard: our router serves none of these paths.
    disabledPaths: ["/is-username-available", "/sign-in/email", "/sign-up/email", "/update-user"],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Faults come to our router: left to the library, it prints statements with their parameters, tokens included.
    onAPIError: { throw: true },
    advanced: {
      cookiePrefix,
      useSecureCookies: origin.startsWith("https:"),
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
