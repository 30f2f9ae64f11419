/** Registers the demo's units once, as role `system` through the ordinary command pipeline. */
import { v5 } from "uuid";
import { demoUnits } from "@/db/seed/units";
import type { Context } from "../context";

/** The namespace of the system's command ids, which are derived from the command, so that sending it again changes nothing. */
const namespace = "6f1d4a52-6b1c-5d0e-9a3e-5e6b00000001";
export const systemCommandId = (...parts: readonly string[]): string => v5(parts.join(" "), namespace);

/** Registers the missing units. Throws when one can neither be registered nor exists. */
export async function registerDemoUnits({
  pipeline,
  systemAccounts,
  views,
}: Pick<Context, "pipeline" | "systemAccounts" | "views">): Promise<void> {
  const missing = demoUnits.filter(({ id, country }) => views.get(country)?.picture.units.has(id) === false);
  // Concurrently, so that they share a transaction.
  await Promise.all(
    missing.map(async (unit) => {
      const account = systemAccounts.get(unit.country);
      if (!account) return;
      const send = (type: "unit.register" | "duty.start", body: object) =>
        pipeline.submit({ id: systemCommandId(type, unit.id), type, subject: unit.id, body }, account);
      const { callsign, kind, base } = unit;
      const registered = send("unit.register", { callsign, kind, base });
      // With the first registration only, so that a unit taken off duty later stays off after a restart.
      const begun = unit.onDuty ? send("duty.start", {}) : undefined;
      const outcome = await registered;
      await begun;
      if (outcome.ok || outcome.denial.reason === "subject-taken") return;
      throw new Error(`the unit ${callsign} could not be registered: ${outcome.denial.reason}`);
    }),
  );
}
