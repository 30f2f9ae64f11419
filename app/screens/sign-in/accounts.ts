/** The demo's accounts (docs/protocol.md). On PostgreSQL only the nodes of the demonstration have them. */
import type { Country, Role } from "@/domain/vocabulary";

export const demoPassword = "sekong-demo";

type DemoAccount = { name: string; role: Role; second?: true };

const accounts: readonly DemoAccount[] = [
  { name: "commander", role: "commander" },
  { name: "operator", role: "operator" },
  { name: "officer", role: "officer" },
  { name: "wall", role: "display" },
  { name: "commander2", role: "commander", second: true },
  { name: "operator2", role: "operator", second: true },
  { name: "officer2", role: "officer", second: true },
  { name: "protection", role: "protection" },
  { name: "auditor", role: "auditor" },
  { name: "admin", role: "admin" },
];

/** The accounts of one country, the most used first. */
export const demoAccountsOf = (country: Country): readonly (DemoAccount & { username: string })[] =>
  accounts.map((account) => ({ ...account, username: `${country.toLowerCase()}.${account.name}` }));
