import { expect, test } from "vitest";
import { account, Stage, victims } from "@/tests/support/given";
import { searchRow } from "./search-row";

test("S2 a search finds coded fields only, no text that somebody wrote", () => {
  const stage = new Stage().do(account("KH", "officer"), "incident.report", {
    ...victims,
    vehicles: [{ kind: "CANARY-kind", colour: "CANARY-colour", count: 1 }],
    note: { text: "CANARY-note", lang: "en" },
  });
  const row = searchRow("KH", stage.incident("KH"), false);
  expect(JSON.stringify(row)).not.toContain("CANARY");
  expect(row).toMatchObject({ kind: "victims-in-transit", province: "KH-19" });
});
