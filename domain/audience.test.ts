import { expect, test } from "vitest";
import { audienceFor } from "./audience";
import { type Role, roles } from "./vocabulary";

const desks: readonly Role[] = ["operator", "commander", "protection", "auditor", "system"];

test("A1 only a desk role at a desk screen is shown all; the stricter of role and screen decides", () => {
  for (const role of roles.filter((each) => each !== "admin")) {
    for (const screen of ["wall", "command", "field", "report"] as const) {
      const full = desks.includes(role) && screen === "command";
      expect(audienceFor(role, screen), `${role} at ${screen}`).toBe(full ? "full" : "redacted");
    }
  }
});

test("A1 an administrator is shown units alone, whatever the screen", () => {
  for (const screen of ["wall", "command", "field", "report"] as const) {
    expect(audienceFor("admin", screen)).toBe("admin");
  }
});
