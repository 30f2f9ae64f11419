/** The demo's units, registered once, as role `system` through the ordinary command path (design §9). */
import { v5 } from "uuid";
import { demoUnits } from "@/db/seed/units";
import type { Context } from "../context";

/** Ids of the system's own commands follow from what they do, so that doing it again changes nothing. */
const namespace = "6f1d4a52-6b1c-5d0e-9a3e-5e6b00000001";
export const systemCommandId = (...parts: readonly string[]): string => v5(parts.join(" "), namespace);

/** Throws when a unit can neither be registered nor is there already. */
export async function registerDemoUnits({ pipeline, systemAccounts, views }: Context): Promise<void> {
  const missing = demoUnits.filter(({ id, country }) => views.get(country)?.picture.units.has(id) === false);
  // All at once, so that they share a transaction.
  await Promise.all(
    missing.map(async ({ id, country, callsign, kind, base }) => {
      const account = systemAccounts.get(country);
      if (!account) return;
      const body = { callsign, kind, base };
      const command = { id: systemCommandId("unit.register", id), type: "unit.register", subject: id, body };
      const outcome = await pipeline.submit(command, account);
      if (outcome.ok || outcome.denial.reason === "subject-taken") return;
      throw new Error(`the unit ${callsign} could not be registered: ${outcome.denial.reason}`);
    }),
  );
}
